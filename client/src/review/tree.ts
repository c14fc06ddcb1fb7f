/** The view *Review*: what is open, by page, name or doubt, part by part, with check boxes to decide on many at once. */
import { type Disposable, l10n, workspace } from 'vscode'
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
import type { Server } from '../server/server.ts'
import { areRejectedShown } from '../server/settings.ts'
import { type Face, moreFace } from '../views/face.ts'
import { List } from '../views/list.ts'
import type { PageScope } from '../views/page-scope.ts'
import { Parts } from '../views/parts.ts'
import {
  type GroupNode,
  groupFace,
  kindLabel,
  type MoreNode,
  type PageNode,
  pageFace,
  type ReviewNode,
  rowFace,
} from './nodes.ts'
import type { ReviewScope } from './scope.ts'
import { rowKey, Ticked } from './ticked.ts'

/** What is shown, and how. */
export interface Shown {
  readonly filter: ReviewScope
  readonly page: PageScope
  readonly by: { readonly value: ReviewGrouping }
}

const root = 'root'

export class ReviewTree implements Disposable {
  readonly #server: Server
  readonly #shown: Shown
  readonly #list: List<ReviewNode>
  readonly #ticked = new Ticked()
  readonly #parts = new Parts()
  readonly #subscriptions: readonly Disposable[]
  #types: readonly TypeInfo[] = []
  /** Those that have changed since it was asked what is ticked on them; `undefined` for all. */
  #stale: Set<string> | undefined
  #words = ''
  /** How much is open of what is shown, on all pages. */
  #open = 0

  constructor(server: Server, shown: Shown) {
    this.#server = server
    this.#shown = shown
    this.#list = new List<ReviewNode>({
      view: 'biaozhu.review',
      pause: 300,
      below: (node) => this.#below(node),
      look: (node) => this.#look(node),
      load: () => this.#load(),
      boxes: { tick: (node, isOn) => this.#tick(node, isOn), count: () => this.#ticked.count },
      words: () => [this.#open === 0 ? '' : l10n.t('open: {0}', this.#open), this.#words],
    })
    this.#subscriptions = [
      this.#list,
      server.onDidChange(({ pages }) => this.changed(pages)),
      server.onDidChangeState(() => this.changed(undefined)),
      shown.filter.onDidChange(() => this.changed(undefined)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('biaozhu.rejected.visible')) this.changed(undefined)
      }),
    ]
  }

  /** What is open on these pages, or on all of them, is no longer what was shown. */
  changed(pages: readonly string[] | undefined): void {
    if (pages === undefined) this.#stale = undefined
    else for (const page of pages) this.#stale?.add(uriKey(page))
    this.#list.outdate()
  }

  /** Other lines are shown, by page, name or doubt, or of other pages: nothing of them is ticked. */
  rearranged(): void {
    this.#parts.forget()
    this.uncheck()
    void this.#list.renew()
  }

  /** One part more of the list that the line stands for. */
  async more(node: MoreNode): Promise<void> {
    this.#parts.more(node.of)
    await this.#list.goOn(node)
  }

  /** What of the corpus is shown, in words; empty for all of it. */
  set description(text: string) {
    this.#words = text
    this.#list.describe()
  }

  get selection(): readonly ReviewNode[] {
    return this.#list.selection
  }

  /** The suggestions that are ticked. */
  get checked(): readonly PlacedMention[] {
    return this.#ticked.items
  }

  uncheck(): void {
    this.#ticked.clear()
    this.#list.showTicks()
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

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #look(node: ReviewNode): Face {
    if (node.kind === 'more') return moreFace(node.left, 'biaozhu.showMoreOfReview')
    if (node.kind === 'row') {
      const typeLabel = node.row.type === undefined ? '' : this.#typeLabel(node.row.type)
      return rowFace(node.row, { typeLabel, isChecked: this.#ticked.has(node.row) })
    }
    const count = this.#ticked.under(node.id)
    if (node.kind === 'page') return pageFace(node.page, count > 0 && count >= node.page.open)
    const { group } = node
    return groupFace(node, {
      label: this.#groupLabel(group),
      type: group.kind === 'name' ? this.#typeLabel(group.type ?? '') : undefined,
      isChecked: count >= group.count,
    })
  }

  async #below(node?: ReviewNode): Promise<readonly ReviewNode[]> {
    if (node === undefined) return this.#isByPage ? this.#pages() : this.#groups(undefined)
    if (node.kind === 'page') return this.#groups(node)
    return node.kind === 'group' ? this.#rows(node, node) : []
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

  async #load(): Promise<() => void> {
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    await this.#forgetGone()
    const total = this.#shown.page.isEmpty
      ? undefined
      : await this.#server.request('biaozhu/reviewTotal', this.#of())
    return () => {
      this.#open = total?.things ?? 0
    }
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

  async #tick(node: ReviewNode, isOn: boolean): Promise<void> {
    if (node.kind === 'row') this.#ticked.set([node.row], idsAbove(node), isOn)
    else if (node.kind === 'group') await this.#checkGroup(node, isOn)
    else if (node.kind === 'page') await this.#checkPage(node.page, node.id, isOn)
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
