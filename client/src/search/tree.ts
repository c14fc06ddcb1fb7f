/** The view *Search*: what a query finds, in context, in groups, part by part. */
import { CancellationTokenSource, commands, type Disposable, l10n, window } from 'vscode'
import type {
  SearchAnswer,
  SearchFound,
  SearchGrouping,
  SearchRow,
  SearchSort,
} from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import { type Face, moreFace } from '../views/face.ts'
import { List } from '../views/list.ts'
import { Parts } from '../views/parts.ts'
import {
  type GroupNode,
  groupFace,
  type MoreNode,
  rowFace,
  rowKey,
  type SearchNode,
} from './nodes.ts'
import { faultWords } from './words.ts'

const viewId = 'biaozhu.search'
/** Rows that are shown at first. */
const atFirst = 50
/** More than the server gives. */
const everything = 1_000_000

export interface Arrangement {
  readonly by: SearchGrouping
  readonly sort: SearchSort
}

export class SearchTree implements Disposable {
  readonly #server: Server
  readonly #list: List<SearchNode>
  readonly #subscriptions: readonly Disposable[]
  readonly #ticked = new Map<string, SearchRow>()
  /** Keys of groups of which all rows are ticked. */
  readonly #tickedGroups = new Set<string>()
  readonly #parts = new Parts(atFirst)
  readonly #typeLabels = new Map<string, string>()
  #arrangement: Arrangement
  #query = ''
  #found: SearchFound | undefined
  #running = new CancellationTokenSource()

  constructor(server: Server, arrangement: Arrangement) {
    this.#server = server
    this.#arrangement = arrangement
    this.#list = new List<SearchNode>({
      view: viewId,
      pause: 500,
      below: (node) => this.#below(node),
      look: (node) => this.#look(node),
      load: () => this.#load(),
      boxes: { tick: (node, isOn) => this.#tick(node, isOn), count: () => this.#ticked.size },
      words: () => [this.#query],
    })
    this.#subscriptions = [
      this.#list,
      server.onDidChange(() => this.#list.outdate()),
      server.onDidChangeState(() => this.#list.outdate()),
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
    return this.#list.selection
  }

  get ticked(): readonly SearchRow[] {
    return [...this.#ticked.values()]
  }

  /** Asks, shows what was found, and puts the keyboard there. An empty query shows nothing. */
  async ask(query: string): Promise<void> {
    this.#query = query
    this.#parts.forget()
    this.#clearTicks()
    this.#found = undefined
    this.#list.clear()
    await commands.executeCommand('setContext', 'biaozhu.search.asked', query !== '')
    await this.#list.load()
    const [first] = await this.#list.getChildren()
    if (first === undefined || query === '') return
    await this.#list.view.reveal(first, { focus: true, select: true })
  }

  async arrange(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement
    this.#parts.forget()
    this.#tickedGroups.clear()
    await this.#list.load()
  }

  /** One part more of the list that the line stands for. */
  async more(node: MoreNode): Promise<void> {
    this.#parts.more(keyOf(node.parent))
    await this.#list.goOn(node)
  }

  untick(): void {
    this.#clearTicks()
    this.#list.showTicks()
  }

  /** Everything that was found. */
  async rows(): Promise<readonly SearchRow[]> {
    return this.#rowsOf(undefined, everything)
  }

  dispose(): void {
    this.#running.cancel()
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #look(node: SearchNode): Face {
    const { by } = this.#arrangement
    if (node.kind === 'more') return moreFace(node.left, 'biaozhu.showMoreFound')
    if (node.kind === 'group') {
      const { key } = node.group
      const isOpen = this.#found?.groups[0]?.key === key
      return groupFace(node.group, { by, isOpen, isTicked: this.#tickedGroups.has(key) })
    }
    const type = node.row.mention?.type ?? ''
    const typeLabel = this.#typeLabels.get(type) ?? type
    return rowFace(node.row, { by, typeLabel, isTicked: this.#ticked.has(rowKey(node.row)) })
  }

  async #below(node?: SearchNode): Promise<readonly SearchNode[]> {
    const found = this.#found
    const { by } = this.#arrangement
    if (found === undefined || (node !== undefined && node.kind !== 'group')) return []
    if (node === undefined && by !== 'none') {
      return found.groups.map((group) => ({ kind: 'group', id: `group ${by} ${group.key}`, group }))
    }
    const key = keyOf(node)
    const rows = await this.#rowsOf(node?.group.key, this.#parts.of(key))
    const nodes = rows.map((row): SearchNode => {
      return { kind: 'row', id: `${key} ${rowKey(row)}`, row, parent: node }
    })
    const left = (node?.group.count ?? found.count) - rows.length
    return left > 0 ? [...nodes, { kind: 'more', id: `more ${key}`, left, parent: node }] : nodes
  }

  async #load(): Promise<() => void> {
    this.#running.cancel()
    const running = new CancellationTokenSource()
    this.#running = running
    if (this.#query === '') return () => this.#say(undefined)
    const answer = await window.withProgress({ location: { viewId } }, () =>
      this.#request({ most: 0 }, running),
    )
    const types = (await this.#server.request('biaozhu/types', {})) ?? []
    for (const { name, label } of types) this.#typeLabels.set(name, label)
    if (running.token.isCancellationRequested || answer === undefined) return () => undefined
    this.#found = answer.kind === 'found' ? answer : undefined
    await this.#keepTicks()
    return () => this.#say(answer)
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

  /** What was found, above the lines. */
  #say(answer: SearchAnswer | undefined): void {
    const isFound = this.#found !== undefined && this.#found.count > 0
    void commands.executeCommand('setContext', 'biaozhu.search.found', isFound)
    this.#list.view.message = answer === undefined ? '' : said(answer, this.#query).join(' · ')
  }

  async #tick(node: SearchNode, isOn: boolean): Promise<void> {
    const group = node.kind === 'group' ? node : node.parent
    if (group !== undefined && !isOn) this.#tickedGroups.delete(group.group.key)
    else if (node.kind === 'group') this.#tickedGroups.add(node.group.key)
    for (const row of await this.#rowsIn(node)) {
      if (isOn) this.#ticked.set(rowKey(row), row)
      else this.#ticked.delete(rowKey(row))
    }
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

/** Of a list of rows; that of no group is empty. */
function keyOf(group: GroupNode | undefined): string {
  return group?.group.key ?? ''
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
