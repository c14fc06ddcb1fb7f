/** A view of entities in groups, with their mentions: data, filter, ticks and message of one tree. */
import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  type TreeDragAndDropController,
  type ViewBadge,
} from 'vscode'
import type { EntityItem, ListExportParams, TypeInfo } from '../../../server/src/protocol.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { Checked } from './checked.ts'
import type { Face } from './face.ts'
import { filterItems, keptFilter } from './filter.ts'
import type { Group } from './grouping.ts'
import { List } from './list.ts'
import { mentionsOf } from './mentions-of.ts'
import {
  type EntityNode,
  entityFace,
  type Facts,
  groupFace,
  mentionFace,
  type Node,
  type Sign,
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
  readonly icon: (group: Group<T>) => Sign
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

export class EntityTree<T extends EntityItem> implements Disposable {
  readonly #server: Server
  readonly #contents: Contents<T>
  readonly #list: List<Node<T>>
  readonly #subscriptions: readonly Disposable[]
  readonly #checked = new Checked<T>()
  readonly #confirm: Hands['confirm']
  readonly #scope: PageScope
  #items: readonly T[] = []
  #types: readonly TypeInfo[] = []
  #filter = ''
  readonly #remembered: Memento

  constructor(
    server: Server,
    state: State,
    { drag, selected, confirm, scopes, remembered, ...contents }: Contents<T> & Hands,
  ) {
    const { view } = contents
    this.#server = server
    this.#contents = contents
    this.#confirm = confirm
    this.#remembered = remembered
    this.#list = new List<Node<T>>({
      view,
      pause: 300,
      below: (node) => this.#below(node),
      look: (node) => this.#look(node),
      load: () => this.#load(),
      boxes: {
        tick: (node, isOn) => this.#tick(node, isOn),
        count: () => this.#checked.items.length,
      },
      words: () => [this.#scope.description(this.#items.flatMap(({ pages }) => pages))],
      drag,
    })
    selected.follow(view, this.#list)
    const count = debounced(() => void this.#showBadge(), 300)
    const outdate = (): void => {
      this.#list.outdate()
      count.run()
    }
    this.#scope = scopes.of(view, () => void this.#list.renew())
    this.#subscriptions = [
      this.#list,
      count,
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
    void this.#list.fresh()
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
    await this.#list.fresh()
    const uris = this.#shown().flatMap(({ pages }) => pages.map(({ uri }) => uri))
    return [...new Set(uris)].filter((uri) => this.#scope.includes(uri))
  }

  /** The lines that the view shows, in their order. */
  async lines(): Promise<ListExportParams['lines']> {
    await this.#list.fresh()
    return this.#groups().flatMap(({ label, members }) =>
      members.map(({ item: { corpus, id }, count }) => ({ group: label, corpus, id, count })),
    )
  }

  /** Confirms what is ticked, as far as it is shown. */
  async confirmChecked(): Promise<void> {
    if (!(await this.#confirm(this.#checked.items, this.#of()))) return
    this.#checked.clear()
    this.#list.showTicks()
  }

  /** Shows what is loaded again: after another filter, grouping or order. */
  refresh(): void {
    this.#sayFilter()
    void this.#list.arrange()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #below(node?: Node<T>): Promise<readonly Node<T>[]> {
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
    if (node.kind === 'mention') return []
    const mentions = await mentionsOf(this.#server, node)
    return mentions.map((mention, index) => ({
      kind: 'mention',
      id: `${node.id} mention ${index}`,
      mention,
      parent: node,
    }))
  }

  #look(node: Node<T>): Face {
    const { icon, open, facts } = this.#contents
    if (node.kind === 'group') {
      const { group } = node
      const isChecked = this.#checked.of(group.members.map(({ item }) => item))
      return groupFace(group, { ...icon(group), open, isChecked })
    }
    if (node.kind === 'entity') {
      const { item } = node.member
      const isChecked = this.#checked.of([item])
      return entityFace(node.member, { ...facts(item), isChecked }, this.#typeLabel(node))
    }
    const face = mentionFace(node.mention, this.#typeLabel(node.parent))
    return { ...face, context: 'biaozhu.mention' }
  }

  #typeLabel({ member }: EntityNode<T>): string {
    const { type } = member.item
    return this.#types.find(({ name }) => name === type)?.label ?? type
  }

  #tick(node: Node<T>, isOn: boolean): void {
    const members = node.kind === 'group' ? node.group.members : []
    const all = node.kind === 'entity' ? [node.member] : members
    this.#checked.set(
      all.map(({ item }) => item),
      isOn,
    )
  }

  #groups(): readonly Group<T>[] {
    return this.#contents.group(this.#shown(), this.#types, (uri) => this.#scope.includes(uri))
  }

  #shown(): readonly T[] {
    return filterItems(this.#items, this.#filter)
  }

  #sayFilter(): void {
    const shown = this.#shown().length
    this.#list.view.message =
      this.#filter === ''
        ? ''
        : l10n.t('Filter: {0} ({1} of {2})', this.#filter, shown, this.#items.length)
  }

  async #load(): Promise<() => void> {
    const types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    const items = this.#scope.isEmpty ? [] : ((await this.#contents.load(this.#of())) ?? [])
    return () => {
      this.#types = types
      this.#items = items
      this.#checked.keep(items)
      this.#sayFilter()
    }
  }

  /** The page that is shown; nothing for all pages. */
  #of(): { readonly uri?: string } {
    const { uri } = this.#scope
    return uri === undefined ? {} : { uri }
  }

  async #showBadge(): Promise<void> {
    const { badge } = this.#contents
    if (badge !== undefined) this.#list.view.badge = await badge()
  }
}
