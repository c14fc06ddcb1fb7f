/** A view of entities in groups, with their mentions: data, filter and message of one tree. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode'
import type { EntityItem, TypeInfo } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { filterItems } from './filter.ts'
import type { Group } from './grouping.ts'
import {
  type EntityNode,
  entityItem,
  type Facts,
  groupItem,
  mentionItem,
  type Node,
} from './nodes.ts'
import type { Selected } from './selected.ts'

/** What one view shows and how. */
export interface Contents<T extends EntityItem> {
  /** `biaozhu.initiatives` */
  readonly view: string
  readonly load: () => Promise<readonly T[] | undefined>
  readonly group: (items: readonly T[], types: readonly TypeInfo[]) => readonly Group<T>[]
  readonly icon: (group: Group<T>) => ThemeIcon
  /** Whether groups are open at first. */
  readonly open: boolean
  readonly facts: (item: T) => Facts
}

/** What is done with lines of a view. */
export interface Hands {
  readonly drag: TreeDragAndDropController<Node>
  readonly selected: Selected
}

export class EntityTree<T extends EntityItem> implements TreeDataProvider<Node<T>>, Disposable {
  readonly #server: Server
  readonly #contents: Contents<T>
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<Node<T>>
  readonly #subscriptions: readonly Disposable[]
  #items: readonly T[] = []
  #types: readonly TypeInfo[] = []
  #filter = ''
  #isOutdated = true

  readonly onDidChangeTreeData = this.#changes.event

  constructor(server: Server, state: State, { drag, selected, ...contents }: Contents<T> & Hands) {
    this.#server = server
    this.#contents = contents
    this.#view = window.createTreeView<Node<T>>(contents.view, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: drag,
    })
    const reload = debounced(() => void this.#loadIfSeen(), 300)
    const outdate = (): void => {
      this.#isOutdated = true
      reload.run()
    }
    this.#subscriptions = [
      this.#changes,
      this.#view,
      reload,
      selected.follow(contents.view, this.#view),
      this.#view.onDidChangeVisibility(() => void this.#loadIfSeen()),
      server.onDidChange(outdate),
      state.onDidChange(outdate),
    ]
  }

  get filter(): string {
    return this.#filter
  }

  set filter(text: string) {
    this.#filter = text
    void commands.executeCommand('setContext', `${this.#contents.view}.filtered`, text !== '')
    this.refresh()
    if (this.#isOutdated) void this.#load()
  }

  /** Uris of the pages on which something is that the view shows. */
  async pages(): Promise<readonly string[]> {
    if (this.#isOutdated) await this.#load()
    return [...new Set(this.#shown().flatMap(({ pages }) => pages.map(({ uri }) => uri)))]
  }

  /** Shows what is loaded again: after another filter or grouping. */
  refresh(): void {
    const shown = this.#shown().length
    this.#view.message =
      this.#filter === ''
        ? ''
        : l10n.t('Filter: {0} ({1} of {2})', this.#filter, shown, this.#items.length)
    this.#changes.fire()
  }

  getTreeItem(node: Node<T>): TreeItem {
    const { icon, open, facts } = this.#contents
    if (node.kind === 'group')
      return groupItem(node.id, node.group, { icon: icon(node.group), open })
    if (node.kind === 'entity')
      return entityItem(node, facts(node.member.item), this.#typeLabel(node))
    return mentionItem(node, this.#typeLabel(node.parent))
  }

  getParent(node: Node<T>): Node<T> | undefined {
    return node.kind === 'group' ? undefined : node.parent
  }

  async getChildren(node?: Node<T>): Promise<Node<T>[]> {
    if (node === undefined) {
      return this.#contents
        .group(this.#shown(), this.#types)
        .map((group) => ({ kind: 'group', id: `group ${group.key}`, group }))
    }
    if (node.kind === 'group') {
      return node.group.members.map((member) => ({
        kind: 'entity',
        id: `${node.id} entity ${member.item.corpus} ${member.item.id}`,
        member,
        parent: node,
        page: node.group.uri,
      }))
    }
    return node.kind === 'entity' ? this.#mentions(node) : []
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #mentions(parent: EntityNode<T>): Promise<Node<T>[]> {
    const { corpus, id } = parent.member.item
    const mentions = (await this.#server.request('biaozhu/mentions', { corpus, id })) ?? []
    const { page } = parent
    const here = mentions.filter(
      ({ location }) => page === undefined || uriKey(location.uri) === uriKey(page),
    )
    return here.map((mention, index) => ({
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

  #shown(): readonly T[] {
    return filterItems(this.#items, this.#filter)
  }

  /** A list of all entities is long: nothing is asked as long as nobody sees it. */
  async #loadIfSeen(): Promise<void> {
    if (this.#view.visible && this.#isOutdated) await this.#load()
  }

  async #load(): Promise<void> {
    this.#isOutdated = false
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    this.#items = (await this.#contents.load()) ?? []
    this.refresh()
  }
}
