/** The view *Review*: what is open on which page, with check boxes to decide on many suggestions at once. */
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
import type { ReviewFilter, ReviewPage, ReviewRow, TypeInfo } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { areRejectedShown } from '../server/settings.ts'
import { groupItem, kindLabel, pageItem, type ReviewNode, rowItem } from './nodes.ts'
import { openThings, pagesToReview } from './pages.ts'
import {
  allChecked,
  groupRows,
  isCheckable,
  type RowGroup,
  type RowGrouping,
  rowKey,
} from './row-groups.ts'
import type { ReviewScope } from './scope.ts'

export class ReviewTree implements TreeDataProvider<ReviewNode>, Disposable {
  readonly #server: Server
  readonly #scope: ReviewScope
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<ReviewNode>
  readonly #rows = new Map<string, Promise<readonly ReviewRow[]>>()
  readonly #checked = new Map<string, ReviewRow>()
  readonly #reload: { run(): void; dispose(): void }
  readonly #subscriptions: readonly Disposable[]
  #pages: readonly ReviewPage[] = []
  /** Keys of pages to ask about; `undefined` stands for all. */
  #stale: Set<string> | undefined = new Set()
  #types: readonly TypeInfo[] = []
  #by: RowGrouping

  readonly onDidChangeTreeData = this.#changes.event

  constructor(server: Server, scope: ReviewScope, by: RowGrouping) {
    this.#server = server
    this.#scope = scope
    this.#by = by
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
      scope.onDidChange(() => this.changed(undefined)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('biaozhu.rejected.visible')) this.changed(undefined)
      }),
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#check(items)),
    ]
    this.changed(undefined)
  }

  /** What is open on these pages, or on all of them, is no longer what was shown. */
  changed(pages: readonly string[] | undefined): void {
    if (pages === undefined) {
      this.#stale = undefined
      this.#rows.clear()
    } else {
      for (const page of pages.map(uriKey)) {
        this.#stale?.add(page)
        this.#rows.delete(page)
      }
    }
    this.#reload.run()
  }

  set grouping(by: RowGrouping) {
    this.#by = by
    this.#changes.fire()
  }

  set description(text: string) {
    this.#view.description = text
  }

  get selection(): readonly ReviewNode[] {
    return this.#view.selection
  }

  /** The suggestions that are checked. */
  get checked(): readonly ReviewRow[] {
    return [...this.#checked.values()]
  }

  uncheck(): void {
    this.#checked.clear()
    this.#showChecks()
  }

  getTreeItem(node: ReviewNode): TreeItem {
    if (node.kind === 'page') return pageItem(node, this.#isPageChecked(node.page.uri))
    if (node.kind === 'group') {
      const isChecked = allChecked(node.group.rows, this.#checked)
      return groupItem(node, { label: this.#groupLabel(node.group), isChecked })
    }
    const typeLabel = node.row.type === undefined ? '' : this.#typeLabel(node.row.type)
    return rowItem(node, { typeLabel, isChecked: this.#checked.has(rowKey(node.row)) })
  }

  getParent(node: ReviewNode): ReviewNode | undefined {
    return node.kind === 'page' ? undefined : node.parent
  }

  async getChildren(node?: ReviewNode): Promise<ReviewNode[]> {
    if (node === undefined) {
      return this.#pages.map((page) => ({ kind: 'page', id: `page ${page.uri}`, page }))
    }
    if (node.kind === 'row') return []
    if (node.kind === 'group') return rowNodes(node.group.rows, node)
    const names = this.#types.map(({ name }) => name)
    const { flat, groups } = groupRows(await this.#rowsOf(node.page.uri), this.#by, names)
    return [
      ...rowNodes(flat, node),
      ...groups.map((group): ReviewNode => {
        return { kind: 'group', id: `${node.id} ${group.key}`, group, parent: node }
      }),
    ]
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #load(): Promise<void> {
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    const stale = this.#stale
    this.#stale = new Set()
    this.#pages = await pagesToReview(this.#server, this.#filter(), this.#pages, stale)
    await this.#forgetGone()
    const open = this.#pages.reduce((sum, page) => sum + openThings(page), 0)
    this.#view.badge =
      open === 0 ? undefined : { value: open, tooltip: l10n.t('{0} to be reviewed', open) }
    this.#showChecks()
  }

  /** What is checked and not open any more must not be decided a second time. */
  async #forgetGone(): Promise<void> {
    const pages = new Set(this.checked.map(({ location }) => location.uri))
    for (const uri of pages) {
      const open = new Set((await this.#rowsOf(uri)).map(rowKey))
      for (const [key, row] of this.#checked) {
        if (row.location.uri === uri && !open.has(key)) this.#checked.delete(key)
      }
    }
  }

  async #check(items: readonly (readonly [ReviewNode, TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      for (const row of (await this.#rowsIn(node)).filter(isCheckable)) {
        if (state === TreeItemCheckboxState.Checked) this.#checked.set(rowKey(row), row)
        else this.#checked.delete(rowKey(row))
      }
    }
    this.#showChecks()
  }

  #showChecks(): void {
    const count = this.#checked.size
    void commands.executeCommand('setContext', 'biaozhu.review.checked', count > 0)
    this.#view.message = count === 0 ? '' : l10n.t('{0} checked', count)
    this.#changes.fire()
  }

  async #rowsIn(node: ReviewNode): Promise<readonly ReviewRow[]> {
    if (node.kind === 'row') return [node.row]
    return node.kind === 'group' ? node.group.rows : this.#rowsOf(node.page.uri)
  }

  #rowsOf(uri: string): Promise<readonly ReviewRow[]> {
    const key = uriKey(uri)
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const asked = this.#server
      .request('biaozhu/reviewRows', { uri, filter: this.#filter(uri) })
      .then((rows) => rows ?? [])
    this.#rows.set(key, asked)
    return asked
  }

  #filter(uri?: string): ReviewFilter {
    const filter = this.#scope.filter(uri)
    return areRejectedShown() ? { ...filter, rejected: true } : filter
  }

  /** Of what its description counts: no rows have to be loaded for it. */
  #isPageChecked(uri: string): boolean {
    const page = this.#pages.find((each) => each.uri === uri)
    const count = this.checked.filter(({ location }) => uriKey(location.uri) === uriKey(uri)).length
    return count > 0 && count >= (page?.open ?? 0)
  }

  #groupLabel({ kind, name }: RowGroup): string {
    if (kind === 'type') return this.#typeLabel(name)
    if (kind !== 'confidence') return kindLabel(kind)
    const labels = new Map([
      ['sure', l10n.t('Sure suggestions')],
      ['likely', l10n.t('Likely suggestions')],
      ['doubtful', l10n.t('Doubtful suggestions')],
    ])
    return labels.get(name) ?? name
  }

  #typeLabel(type: string): string {
    return this.#types.find(({ name }) => name === type)?.label ?? type
  }
}

function rowNodes(rows: readonly ReviewRow[], parent: Exclude<ReviewNode, { kind: 'row' }>) {
  return rows.map((row): ReviewNode => {
    return { kind: 'row', id: `${parent.id} ${rowKey(row)}`, row, parent }
  })
}
