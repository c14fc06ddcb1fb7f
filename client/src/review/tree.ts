/** The view *Review*: what is open, by page, name or doubt, part by part, with check boxes to decide on many at once. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
  workspace,
} from 'vscode'
import type {
  OfGroup,
  PlacedMention,
  ReviewFilter,
  ReviewGroup,
  ReviewGrouping,
  ReviewPage,
  TypeInfo,
} from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { areRejectedShown } from '../server/settings.ts'
import type { PageScope } from '../views/page-scope.ts'
import {
  type GroupNode,
  groupItem,
  kindLabel,
  moreItem,
  type PageNode,
  pageItem,
  type ReviewNode,
  rowItem,
} from './nodes.ts'
import { Parts } from './parts.ts'
import type { ReviewScope } from './scope.ts'
import { rowKey, Ticked } from './ticked.ts'

/** What is shown, and how. */
export interface Shown {
  readonly filter: ReviewScope
  readonly page: PageScope
  readonly by: { readonly value: ReviewGrouping }
}

const root = 'root'

export class ReviewTree implements TreeDataProvider<ReviewNode>, Disposable {
  readonly #server: Server
  readonly #shown: Shown
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<ReviewNode>
  readonly #ticked = new Ticked()
  readonly #parts = new Parts()
  readonly #reload: { run(): void; dispose(): void }
  readonly #subscriptions: readonly Disposable[]
  #types: readonly TypeInfo[] = []
  /** Those that have changed since it was asked what is ticked on them; `undefined` for all. */
  #stale: Set<string> | undefined
  #asked = 0
  #isOutdated = false
  #words = ''
  /** How much is open of what is shown, on all pages. */
  #open = 0

  readonly onDidChangeTreeData = this.#changes.event

  constructor(server: Server, shown: Shown) {
    this.#server = server
    this.#shown = shown
    this.#view = window.createTreeView<ReviewNode>('biaozhu.review', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
      canSelectMany: true,
    })
    this.#reload = debounced(() => void this.#load(), 300)
    this.#subscriptions = [
      this.#changes,
      this.#view,
      this.#reload,
      server.onDidChange(({ pages }) => this.changed(pages)),
      server.onDidChangeState(() => this.changed(undefined)),
      shown.filter.onDidChange(() => this.changed(undefined)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('biaozhu.rejected.visible')) this.changed(undefined)
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isOutdated) void this.#load()
      }),
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#check(items)),
    ]
    this.changed(undefined)
  }

  /** What is open on these pages, or on all of them, is no longer what was shown. */
  changed(pages: readonly string[] | undefined): void {
    if (pages === undefined) this.#stale = undefined
    else for (const page of pages) this.#stale?.add(uriKey(page))
    this.#reload.run()
  }

  /** Other lines are shown, by page, name or doubt, or of other pages: nothing of them is ticked. */
  rearranged(): void {
    this.#parts.forget()
    this.#ticked.clear()
    this.#showChecks()
    void this.#load()
  }

  /** One part more of the list below a line. */
  more(id: string): void {
    this.#parts.more(id)
    this.#changes.fire()
  }

  /** What of the corpus is shown, in words; empty for all of it. */
  set description(text: string) {
    this.#words = text
    this.#describe()
  }

  get selection(): readonly ReviewNode[] {
    return this.#view.selection
  }

  /** The suggestions that are ticked. */
  get checked(): readonly PlacedMention[] {
    return this.#ticked.items
  }

  uncheck(): void {
    this.#ticked.clear()
    this.#showChecks()
  }

  /** What a line stands for, as commands on a group take it; `undefined` where it holds no suggestion. */
  groupOf(node: ReviewNode): OfGroup | undefined {
    if (node.kind === 'page') {
      const { uri, open } = node.page
      return open === 0 ? undefined : { by: 'place', key: 'place', uri, filter: this.#filter(uri) }
    }
    return node.kind === 'group' && node.isOfSuggestions ? this.#inGroup(node) : undefined
  }

  /** What a line of several suggestions is called. */
  labelOf(node: ReviewNode): string {
    if (node.kind === 'page') return node.page.label
    return node.kind === 'group' ? this.#groupLabel(node.group) : ''
  }

  getTreeItem(node: ReviewNode): TreeItem {
    if (node.kind === 'more') return moreItem(node)
    if (node.kind === 'row') {
      const typeLabel = node.row.type === undefined ? '' : this.#typeLabel(node.row.type)
      return rowItem(node, { typeLabel, isChecked: this.#ticked.has(node.row) })
    }
    const count = this.#ticked.under(node.id)
    if (node.kind === 'page') return pageItem(node, count > 0 && count >= node.page.open)
    const look = { label: this.#groupLabel(node.group), isChecked: count >= node.group.count }
    const { group } = node
    const type = group.kind === 'name' ? this.#typeLabel(group.type ?? '') : undefined
    return groupItem(node, type === undefined ? look : { ...look, type })
  }

  getParent(node: ReviewNode): ReviewNode | undefined {
    return node.kind === 'page' ? undefined : node.parent
  }

  async getChildren(node?: ReviewNode): Promise<ReviewNode[]> {
    if (node === undefined) return this.#isByPage ? this.#pages() : this.#groups(undefined)
    if (node.kind === 'page') return this.#groups(node)
    return node.kind === 'group' ? this.#rows(node, node) : []
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  get #isByPage(): boolean {
    return this.#shown.by.value === 'place' || this.#shown.by.value === 'type'
  }

  /** With a line for more where there are more. */
  async #pages(): Promise<ReviewNode[]> {
    if (this.#shown.page.isEmpty) return []
    const [most, of] = [this.#parts.of(root), this.#of()]
    const found = (await this.#server.request('biaozhu/review', { ...of, most: most + 1 })) ?? []
    const pages = found.slice(0, most).map((page): ReviewNode => {
      return { kind: 'page', id: `page ${page.uri}`, page }
    })
    if (found.length <= most) return pages
    const total = (await this.#server.request('biaozhu/reviewTotal', of))?.pages ?? found.length
    return [...pages, this.#more(root, total - most)]
  }

  /** The groups of a page or of all; what is in no group stands for itself. */
  async #groups(parent: PageNode | undefined): Promise<ReviewNode[]> {
    if (this.#shown.page.isEmpty) return []
    const id = parent?.id ?? root
    const most = this.#parts.of(id)
    const by = this.#shown.by.value
    const of = parent === undefined ? this.#of() : this.#onPage(parent.page)
    const answer = await this.#server.request('biaozhu/reviewGroups', { by, ...of, most })
    if (answer === undefined) return []
    const nodes = await Promise.all(
      answer.groups.map(async (group): Promise<readonly ReviewNode[]> => {
        const node: GroupNode = {
          kind: 'group',
          id: `${id} ${by} ${group.key}`,
          group,
          parent,
          of,
          by,
          isOfSuggestions: ['name', 'type', 'confidence'].includes(group.kind),
        }
        return group.kind === 'place' && parent !== undefined ? this.#rows(node, parent) : [node]
      }),
    )
    const left = answer.total - answer.groups.length
    return left > 0 ? [...nodes.flat(), this.#more(id, left, parent)] : nodes.flat()
  }

  /** The rows of a group as lines below `parent`. */
  async #rows(node: GroupNode, parent: PageNode | GroupNode): Promise<ReviewNode[]> {
    const most = this.#parts.of(node.id)
    const rows = await this.#server.request('biaozhu/reviewGroup', { ...this.#inGroup(node), most })
    const lines = (rows ?? []).map((row): ReviewNode => {
      return { kind: 'row', id: `${node.id} ${rowKey(row)}`, row, parent }
    })
    const left = node.group.count - lines.length
    return left > 0 && lines.length >= most ? [...lines, this.#more(node.id, left, parent)] : lines
  }

  #more(of: string, left: number, parent?: PageNode | GroupNode): ReviewNode {
    return { kind: 'more', id: `more ${of}`, of, left, parent }
  }

  #inGroup({ group: { key }, by, of }: GroupNode): OfGroup {
    return { by, key, ...of }
  }

  /** Nothing is counted over all pages as long as nobody sees it. */
  async #load(): Promise<void> {
    this.#isOutdated = !this.#view.visible
    if (this.#isOutdated) return
    const turn = ++this.#asked
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    await this.#forgetGone()
    const of = this.#of()
    const total = this.#shown.page.isEmpty
      ? undefined
      : await this.#server.request('biaozhu/reviewTotal', of)
    // A later question is on its way.
    if (turn !== this.#asked) return
    this.#open = total?.things ?? 0
    this.#showChecks()
  }

  async #forgetGone(): Promise<void> {
    const stale = this.#stale
    this.#stale = new Set()
    for (const uri of this.#ticked.uris) {
      if (stale !== undefined && !stale.has(uriKey(uri))) continue
      const filter = this.#filter(uri)
      const open = (await this.#server.request('biaozhu/reviewRows', { uri, filter })) ?? []
      this.#ticked.keep(uri, open)
    }
  }

  async #check(items: readonly (readonly [ReviewNode, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      const isOn = state === TreeItemCheckboxState.Checked
      if (node.kind === 'row') this.#ticked.set([node.row], idsAbove(node), isOn)
      else if (node.kind === 'group') await this.#checkGroup(node, isOn)
      else if (node.kind === 'page') await this.#checkPage(node.page, node.id, isOn)
    }
    this.#showChecks()
  }

  async #checkGroup(node: GroupNode, isOn: boolean): Promise<void> {
    const rows = await this.#server.request('biaozhu/reviewGroup', this.#inGroup(node))
    this.#ticked.set(rows ?? [], [node.id, ...idsAbove(node)], isOn)
  }

  async #checkPage(page: ReviewPage, id: string, isOn: boolean): Promise<void> {
    const by = this.#shown.by.value
    const of = { by, ...this.#onPage(page) }
    const { groups = [] } = (await this.#server.request('biaozhu/reviewGroups', of)) ?? {}
    for (const { key } of groups) {
      const rows = await this.#server.request('biaozhu/reviewGroup', { ...of, key })
      this.#ticked.set(rows ?? [], [`${id} ${by} ${key}`, id], isOn)
    }
  }

  #showChecks(): void {
    const { count } = this.#ticked
    void commands.executeCommand('setContext', 'biaozhu.review.checked', count > 0)
    this.#describe()
    this.#changes.fire()
  }

  /** In the title: a message above the lines would move them under the pointer that ticks. */
  #describe(): void {
    const { count } = this.#ticked
    this.#view.description = [
      count === 0 ? '' : l10n.t('{0} checked', count),
      this.#open === 0 ? '' : l10n.t('open: {0}', this.#open),
      this.#words,
    ]
      .filter((text) => text !== '')
      .join(' · ')
  }

  /** All pages, or the page in front, or that of the article that is filtered for. */
  #of(): { readonly filter: ReviewFilter; readonly uri?: string } {
    const { filter, page } = this.#shown
    const uri = page.uri ?? filter.scope.article?.page
    return { filter: this.#filter(uri), ...(uri === undefined ? {} : { uri }) }
  }

  #onPage({ uri }: ReviewPage): { readonly filter: ReviewFilter; readonly uri: string } {
    return { filter: this.#filter(uri), uri }
  }

  #filter(uri?: string): ReviewFilter {
    const filter = this.#shown.filter.filter(uri)
    return areRejectedShown() ? { ...filter, rejected: true } : filter
  }

  #groupLabel({ kind, text, type, from = 0, below }: ReviewGroup): string {
    if (kind === 'name') return text ?? ''
    if (kind === 'type') return this.#typeLabel(type ?? '')
    if (kind === 'confidence') return bandLabel(from, below)
    return kind === 'place' ? '' : kindLabel(kind)
  }

  #typeLabel(type: string): string {
    return this.#types.find(({ name }) => name === type)?.label ?? type
  }
}

function idsAbove(node: ReviewNode): readonly string[] {
  const parent = node.kind === 'page' ? undefined : node.parent
  return parent === undefined ? [] : [parent.id, ...idsAbove(parent)]
}

function bandLabel(from: number, below: number | undefined): string {
  const [first, last] = [from, below ?? 1].map((part) => Math.round(part * 100))
  if (below === undefined) return l10n.t('{0} % and more', first ?? 0)
  return from === 0
    ? l10n.t('Less than {0} %', last ?? 0)
    : l10n.t('{0} to {1} %', first ?? 0, last ?? 0)
}
