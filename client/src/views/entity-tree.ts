/** A view of entities in groups, with their mentions: data, filter, ticks and message of one tree. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  type ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  type ViewBadge,
  window,
} from 'vscode'
import type { EntityItem, ListExportParams, TypeInfo } from '../../../server/src/protocol.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { Checked } from './checked.ts'
import { filterItems, keptFilter } from './filter.ts'
import type { Group } from './grouping.ts'
import {
  type EntityNode,
  entityItem,
  type Facts,
  groupItem,
  mentionItem,
  type Node,
} from './nodes.ts'
import type { PageScope, PageScopes } from './page-scope.ts'
import type { Selected } from './selected.ts'

/** What one view shows and how. */
export interface Contents<T extends EntityItem> {
  /** `biaozhu.initiatives` */
  readonly view: string
  /** What the page `uri` names, or all pages name. */
  readonly load: (of: { readonly uri?: string }) => Promise<readonly T[] | undefined>
  readonly group: (
    items: readonly T[],
    types: readonly TypeInfo[],
    isShown: (uri: string) => boolean,
  ) => readonly Group<T>[]
  readonly icon: (group: Group<T>) => ThemeIcon
  /** Whether groups are open at first. */
  readonly open: boolean
  readonly facts: (item: T) => Facts
  /** The number at the view; asked for also while nobody sees the view. */
  readonly badge?: () => Promise<ViewBadge | undefined>
}

/** What is done with lines of a view. */
export interface Hands {
  readonly drag: TreeDragAndDropController<Node>
  readonly selected: Selected
  /** Confirms all suggested mentions of these, or those of the page `uri`; whether that was done. */
  readonly confirm: (
    items: readonly EntityItem[],
    of: { readonly uri?: string },
  ) => Promise<boolean>
  readonly scopes: PageScopes
  /** Keeps the filter of each view over a reload of the window. */
  readonly remembered: Memento
}

export class EntityTree<T extends EntityItem> implements TreeDataProvider<Node<T>>, Disposable {
  readonly #server: Server
  readonly #contents: Contents<T>
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<Node<T>>
  readonly #subscriptions: readonly Disposable[]
  readonly #checked = new Checked<T>()
  readonly #confirm: Hands['confirm']
  readonly #scope: PageScope
  #items: readonly T[] = []
  #types: readonly TypeInfo[] = []
  #filter = ''
  #isOutdated = true
  #asked = 0
  readonly #remembered: Memento

  readonly onDidChangeTreeData = this.#changes.event

  constructor(
    server: Server,
    state: State,
    { drag, selected, confirm, scopes, remembered, ...contents }: Contents<T> & Hands,
  ) {
    this.#server = server
    this.#contents = contents
    this.#confirm = confirm
    this.#remembered = remembered
    this.#view = window.createTreeView<Node<T>>(contents.view, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: true,
      dragAndDropController: drag,
    })
    const reload = debounced(() => {
      void this.#loadIfSeen()
      void this.#showBadge()
    }, 300)
    const outdate = (): void => {
      this.#isOutdated = true
      reload.run()
    }
    this.#scope = scopes.of(contents.view, () => {
      this.#isOutdated = true
      void this.#loadIfSeen()
    })
    this.#subscriptions = [
      this.#changes,
      this.#view,
      reload,
      selected.follow(contents.view, this.#view),
      this.#view.onDidChangeVisibility(() => void this.#loadIfSeen()),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#check(items)),
      server.onDidChange(outdate),
      state.onDidChange(outdate),
    ]
    // The view shows it when it is loaded.
    this.#filter = keptFilter(remembered.get<unknown>(this.#key))
    this.#tellFilter()
  }

  get filter(): string {
    return this.#filter
  }

  set filter(text: string) {
    this.#filter = text
    void this.#remembered.update(this.#key, text === '' ? undefined : text)
    this.#tellFilter()
    this.refresh()
    if (this.#isOutdated) void this.#load()
  }

  #tellFilter(): void {
    const key = `${this.#contents.view}.filtered`
    void commands.executeCommand('setContext', key, this.#filter !== '')
  }

  get #key(): string {
    return `${this.#contents.view}.filter`
  }

  /** Whether the whole corpus is shown, or the page in front. */
  get scope(): PageScope {
    return this.#scope
  }

  /** Uris of the pages on which something is that the view shows. */
  async pages(): Promise<readonly string[]> {
    if (this.#isOutdated) await this.#load()
    const uris = this.#shown().flatMap(({ pages }) => pages.map(({ uri }) => uri))
    return [...new Set(uris)].filter((uri) => this.#scope.includes(uri))
  }

  /** The lines that the view shows, in their order. */
  async lines(): Promise<ListExportParams['lines']> {
    if (this.#isOutdated) await this.#load()
    return this.#groups().flatMap(({ label, members }) =>
      members.map(({ item: { corpus, id }, count }) => ({ group: label, corpus, id, count })),
    )
  }

  /** Confirms what is ticked, as far as it is shown. */
  async confirmChecked(): Promise<void> {
    if (!(await this.#confirm(this.#checked.items, this.#of()))) return
    this.#checked.clear()
    this.refresh()
  }

  /** Shows what is loaded again: after another filter, grouping or order. */
  refresh(): void {
    const shown = this.#shown().length
    const checked = this.#checked.items.length
    void commands.executeCommand('setContext', `${this.#contents.view}.checked`, checked > 0)
    // In the title: a message above the lines would move them under the pointer that ticks.
    this.#view.description = [
      checked === 0 ? '' : l10n.t('{0} checked', checked),
      this.#scope.description(this.#items.flatMap(({ pages }) => pages)),
    ]
      .filter((text) => text !== '')
      .join(' · ')
    this.#view.message =
      this.#filter === ''
        ? ''
        : l10n.t('Filter: {0} ({1} of {2})', this.#filter, shown, this.#items.length)
    this.#changes.fire()
  }

  getTreeItem(node: Node<T>): TreeItem {
    const { icon, open, facts } = this.#contents
    if (node.kind === 'group') {
      const isChecked = this.#checked.of(node.group.members.map(({ item }) => item))
      return groupItem(node.id, node.group, { icon: icon(node.group), open, isChecked })
    }
    if (node.kind === 'entity') {
      const { item } = node.member
      const isChecked = this.#checked.of([item])
      return entityItem(node, { ...facts(item), isChecked }, this.#typeLabel(node))
    }
    return mentionItem(node, this.#typeLabel(node.parent))
  }

  getParent(node: Node<T>): Node<T> | undefined {
    return node.kind === 'group' ? undefined : node.parent
  }

  async getChildren(node?: Node<T>): Promise<Node<T>[]> {
    if (node === undefined) {
      return this.#groups().map((group) => ({ kind: 'group', id: `group ${group.key}`, group }))
    }
    if (node.kind === 'group') {
      return node.group.members.map((member) => ({
        kind: 'entity',
        id: `${node.id} entity ${member.item.corpus} ${member.item.id}`,
        member,
        parent: node,
        page: node.group.uri ?? this.#scope.uri,
      }))
    }
    return node.kind === 'entity' ? this.#mentions(node) : []
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #mentions(parent: EntityNode<T>): Promise<Node<T>[]> {
    const { corpus, id } = parent.member.item
    const { page: uri } = parent
    const of = { corpus, id, ...(uri === undefined ? {} : { uri }) }
    const mentions = (await this.#server.request('biaozhu/mentions', of)) ?? []
    return mentions.map((mention, index) => ({
      kind: 'mention',
      id: `${parent.id} mention ${index}`,
      mention,
      parent,
    }))
  }

  #typeLabel({ member }: EntityNode<T>): string {
    const { type } = member.item
    return this.#types.find(({ name }) => name === type)?.label ?? type
  }

  #check(items: readonly (readonly [Node<T>, TreeItemCheckboxState])[]): void {
    for (const [node, state] of items) {
      const members = node.kind === 'group' ? node.group.members : []
      const all = node.kind === 'entity' ? [node.member] : members
      this.#checked.set(
        all.map(({ item }) => item),
        state === TreeItemCheckboxState.Checked,
      )
    }
    this.refresh()
  }

  #groups(): readonly Group<T>[] {
    return this.#contents.group(this.#shown(), this.#types, (uri) => this.#scope.includes(uri))
  }

  #shown(): readonly T[] {
    return filterItems(this.#items, this.#filter)
  }

  /** A list of all entities is long: nothing is asked as long as nobody sees it. */
  async #loadIfSeen(): Promise<void> {
    if (this.#view.visible && this.#isOutdated) await this.#load()
  }

  async #load(): Promise<void> {
    this.#isOutdated = false
    const turn = ++this.#asked
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    const items = this.#scope.isEmpty ? [] : ((await this.#contents.load(this.#of())) ?? [])
    // A later question, of another page, is on its way.
    if (turn !== this.#asked) return
    this.#items = items
    this.#checked.keep(this.#items)
    this.refresh()
  }

  /** The page that is shown; nothing for all pages. */
  #of(): { readonly uri?: string } {
    const { uri } = this.#scope
    return uri === undefined ? {} : { uri }
  }

  async #showBadge(): Promise<void> {
    const { badge } = this.#contents
    if (badge !== undefined) this.#view.badge = await badge()
  }
}
