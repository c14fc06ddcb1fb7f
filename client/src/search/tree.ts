/** The view *Search*: what a query finds, in context, in groups, part by part. */
import {
  CancellationTokenSource,
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
} from 'vscode'
import type {
  SearchAnswer,
  SearchFound,
  SearchGrouping,
  SearchRow,
  SearchSort,
} from '../../../server/src/protocol.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { groupItem, moreItem, type RowNode, rowItem, rowKey, type SearchNode } from './nodes.ts'
import { faultWords } from './words.ts'

const viewId = 'biaozhu.search'
/** Rows that are shown at first, and that come with *Show More…*. */
const atFirst = 50
const atATime = 200
/** More than the server gives. */
const everything = 1_000_000

export interface Arrangement {
  readonly by: SearchGrouping
  readonly sort: SearchSort
}

export class SearchTree implements TreeDataProvider<SearchNode>, Disposable {
  readonly #server: Server
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<SearchNode>
  readonly #reload: { run(): void; dispose(): void }
  readonly #subscriptions: readonly Disposable[]
  readonly #ticked = new Map<string, SearchRow>()
  /** Keys of groups of which all rows are ticked. */
  readonly #tickedGroups = new Set<string>()
  /** Rows that are shown, by key of the group; where nothing is said, those at first. */
  readonly #shown = new Map<string, number>()
  readonly #typeLabels = new Map<string, string>()
  #arrangement: Arrangement
  #query = ''
  #found: SearchFound | undefined
  #running = new CancellationTokenSource()

  readonly onDidChangeTreeData = this.#changes.event

  constructor(server: Server, arrangement: Arrangement) {
    this.#server = server
    this.#arrangement = arrangement
    this.#view = window.createTreeView<SearchNode>(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
      canSelectMany: true,
    })
    this.#reload = debounced(() => void this.#again(), 500)
    this.#subscriptions = [
      this.#changes,
      this.#view,
      this.#reload,
      server.onDidChange(() => this.#reload.run()),
      server.onDidChangeState(() => this.#reload.run()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#reload.run()),
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
    ]
  }

  get query(): string {
    return this.#query
  }

  /** Number of places that were found. */
  get count(): number {
    return this.#found?.count ?? 0
  }

  get arrangement(): Arrangement {
    return this.#arrangement
  }

  get selection(): readonly SearchNode[] {
    return this.#view.selection
  }

  get ticked(): readonly SearchRow[] {
    return [...this.#ticked.values()]
  }

  /** Asks, shows what was found, and puts the keyboard there. An empty query shows nothing. */
  async ask(query: string): Promise<void> {
    this.#query = query
    this.#shown.clear()
    this.#clearTicks()
    this.#found = undefined
    this.#changes.fire()
    await commands.executeCommand('setContext', 'biaozhu.search.asked', query !== '')
    await this.#load()
    const [first] = await this.getChildren()
    if (first === undefined || query === '') return
    await this.#view.reveal(first, { focus: true, select: true })
  }

  async arrange(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement
    this.#shown.clear()
    this.#tickedGroups.clear()
    await this.#load()
  }

  async showMore(group: string): Promise<void> {
    this.#shown.set(group, (this.#shown.get(group) ?? atFirst) + atATime)
    this.#changes.fire()
  }

  untick(): void {
    this.#clearTicks()
    this.#say()
    this.#changes.fire()
  }

  /** Everything that was found. */
  async rows(): Promise<readonly SearchRow[]> {
    return this.#rowsOf(undefined, everything)
  }

  getTreeItem(node: SearchNode): TreeItem {
    const { by } = this.#arrangement
    if (node.kind === 'more') return moreItem(node)
    if (node.kind === 'group') {
      const isOpen = this.#found?.groups[0]?.key === node.group.key
      return groupItem(node, { by, isOpen, isTicked: this.#tickedGroups.has(node.group.key) })
    }
    const type = node.row.mention?.type ?? ''
    const typeLabel = this.#typeLabels.get(type) ?? type
    return rowItem(node, { by, typeLabel, isTicked: this.#ticked.has(rowKey(node.row)) })
  }

  getParent(node: SearchNode): SearchNode | undefined {
    return node.kind === 'group' ? undefined : node.parent
  }

  async getChildren(node?: SearchNode): Promise<SearchNode[]> {
    const found = this.#found
    if (found === undefined || (node !== undefined && node.kind !== 'group')) return []
    if (node === undefined && this.#arrangement.by !== 'none') {
      return found.groups.map((group) => ({ kind: 'group', group }))
    }
    const key = node?.group.key
    const most = this.#shown.get(key ?? '') ?? atFirst
    const rows = await this.#rowsOf(key, most)
    const nodes = rows.map((row): RowNode => ({ kind: 'row', row, parent: node }))
    const left = (node?.group.count ?? found.count) - rows.length
    return left > 0 ? [...nodes, { kind: 'more', left, parent: node }] : nodes
  }

  dispose(): void {
    this.#running.cancel()
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #again(): Promise<void> {
    if (this.#view.visible && this.#query !== '') await this.#load()
  }

  async #load(): Promise<void> {
    this.#running.cancel()
    const running = new CancellationTokenSource()
    this.#running = running
    const query = this.#query
    if (query === '') {
      this.#say()
      return
    }
    const answer = await window.withProgress({ location: { viewId } }, () =>
      this.#request({ most: 0 }, running),
    )
    if (running.token.isCancellationRequested || answer === undefined) return
    const types = (await this.#server.request('biaozhu/types', {})) ?? []
    for (const { name, label } of types) this.#typeLabels.set(name, label)
    this.#found = answer.kind === 'found' ? answer : undefined
    await this.#keepTicks()
    if (running.token.isCancellationRequested) return
    this.#say(answer)
    this.#changes.fire()
  }

  async #rowsOf(group: string | undefined, most: number): Promise<readonly SearchRow[]> {
    const part = group === undefined ? { most } : { most, group }
    const answer = await this.#request(part, this.#running)
    return answer?.kind === 'found' ? answer.rows : []
  }

  #request(
    part: { readonly most: number; readonly group?: string },
    { token }: CancellationTokenSource,
  ): Promise<SearchAnswer | undefined> {
    const params = { query: this.#query, ...this.#arrangement, ...part }
    return this.#server.request('biaozhu/search', params, token)
  }

  #say(answer: SearchAnswer | undefined = this.#found): void {
    this.#view.description = this.#query
    const count = this.#ticked.size
    void commands.executeCommand('setContext', 'biaozhu.search.checked', count > 0)
    void commands.executeCommand(
      'setContext',
      'biaozhu.search.found',
      (this.#found?.count ?? 0) > 0,
    )
    const ticked = count === 0 ? [] : [l10n.t('{0} checked', count)]
    this.#view.message =
      answer === undefined || this.#query === ''
        ? ''
        : [...said(answer, this.#query), ...ticked].join(' · ')
  }

  async #tick(items: readonly (readonly [SearchNode, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      const isOn = state === TreeItemCheckboxState.Checked
      const group = node.kind === 'group' ? node : node.parent
      if (group !== undefined && !isOn) this.#tickedGroups.delete(group.group.key)
      else if (node.kind === 'group') this.#tickedGroups.add(node.group.key)
      for (const row of await this.#rowsIn(node)) {
        if (isOn) this.#ticked.set(rowKey(row), row)
        else this.#ticked.delete(rowKey(row))
      }
    }
    this.#say()
    this.#changes.fire()
  }

  /** A tick stays on a place that is found again where it was; what was edited may be another one. */
  async #keepTicks(): Promise<void> {
    if (this.#ticked.size === 0) return
    const found = new Map((await this.rows()).map((row) => [rowKey(row), row]))
    for (const key of this.#ticked.keys()) {
      const row = found.get(key)
      if (row === undefined) this.#ticked.delete(key)
      else this.#ticked.set(key, row)
    }
  }

  #clearTicks(): void {
    this.#ticked.clear()
    this.#tickedGroups.clear()
  }

  async #rowsIn(node: SearchNode): Promise<readonly SearchRow[]> {
    if (node.kind === 'row') return [node.row]
    return node.kind === 'group' ? this.#rowsOf(node.group.key, everything) : []
  }
}

/** What a person has to know of the answer. */
function said(answer: SearchAnswer, query: string): readonly string[] {
  if (answer.kind === 'fault') return [faultWords(query, answer)]
  if (answer.kind !== 'found') return [answer.message]
  const { count, pages, more, waiting } = answer
  const rest = waiting === 0 ? [] : [l10n.t('pages still being analysed: {0}', waiting)]
  if (count === 0) return [l10n.t('Nothing was found.'), ...rest]
  const first = more ? [l10n.t('only the first ones')] : []
  return [l10n.t('Places: {0}, pages: {1}', count, pages), ...first, ...rest]
}
