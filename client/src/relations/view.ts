/** The view *Relations*: what the mention under the cursor is related to, followed both ways. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode'
import type { RelatedItem, Relations, TypeInfo } from '../../../server/src/protocol.ts'
import { fromPosition, toLocation } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { colorId } from '../marks/kinds.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { onwards } from './onwards.ts'

interface Node {
  readonly item: RelatedItem
  readonly parent: Node | undefined
}

export function relationsView(server: Server): Disposable & { refresh(): void } {
  return new RelationsTree(server)
}

class RelationsTree implements TreeDataProvider<Node>, Disposable {
  readonly #server: Server
  readonly #changes = new EventEmitter<void>()
  readonly #view: TreeView<Node>
  readonly #follow = debounced(() => void this.#load(), 150)
  readonly #subscriptions: readonly Disposable[]
  #relations: Relations | undefined
  #types: readonly TypeInfo[] = []

  readonly onDidChangeTreeData = this.#changes.event

  constructor(server: Server) {
    this.#server = server
    this.#view = window.createTreeView<Node>('biaozhu.relations', { treeDataProvider: this })
    this.#subscriptions = [
      this.#changes,
      this.#view,
      this.#follow,
      this.#view.onDidChangeVisibility(() => this.refresh()),
      window.onDidChangeTextEditorSelection(() => this.refresh()),
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      server.onDidChange(() => this.refresh()),
      server.onDidChangeState(() => this.refresh()),
    ]
  }

  /** Nothing is asked as long as nobody sees it. */
  refresh(): void {
    if (this.#view.visible) this.#follow.run()
  }

  getTreeItem({ item, parent }: Node): TreeItem {
    const tree = new TreeItem(item.text, TreeItemCollapsibleState.Collapsed)
    tree.id = idOf({ item, parent })
    tree.iconPath = new ThemeIcon(
      item.direction === 'out' ? 'arrow-right' : 'arrow-left',
      new ThemeColor(colorId(item.type)),
    )
    const facts = [...item.values, ...(item.page === undefined ? [] : [item.page])]
    tree.description = [item.label, ...facts].join(' · ')
    const type = this.#types.find(({ name }) => name === item.type)?.label ?? item.type
    const way =
      item.direction === 'out'
        ? l10n.t('{0}: {1}', item.label, item.text)
        : l10n.t('is {0} of {1}', item.label, item.text)
    tree.tooltip = [way, ...facts, type].join(' · ')
    tree.accessibilityInformation = { label: [way, ...facts, type].join(', ') }
    const { uri, range } = toLocation(item.location)
    tree.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] }
    tree.contextValue = 'biaozhu.relation'
    return tree
  }

  getParent({ parent }: Node): Node | undefined {
    return parent
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      return (this.#relations?.items ?? []).map((item) => ({ item, parent: undefined }))
    }
    const { uri, range } = node.item.location
    const found = await this.#server.request('biaozhu/relations', { uri, position: range.start })
    const seen = pathOf(node).map(({ item }) => item.id)
    return onwards(found?.items ?? [], seen).map((item) => ({ item, parent: node }))
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  async #load(): Promise<void> {
    const editor = window.activeTextEditor
    // A view keeps what it shows while the focus is elsewhere, as when a page is opened from it.
    if (editor === undefined || !isPageEditorDocument(editor.document)) return
    const uri = editor.document.uri.toString()
    const position = fromPosition(editor.selection.start)
    this.#types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    const found = await this.#server.request('biaozhu/relations', { uri, position })
    this.#relations = found ?? undefined
    this.#view.description = this.#relations?.text ?? ''
    const isMention = this.#relations !== undefined
    void commands.executeCommand('setContext', 'biaozhu.relations.mention', isMention)
    this.#changes.fire()
  }
}

function pathOf(node: Node): readonly Node[] {
  return node.parent === undefined ? [node] : [...pathOf(node.parent), node]
}

function idOf(node: Node): string {
  return pathOf(node)
    .map(({ item }) => `${item.id} ${item.direction}`)
    .join(' / ')
}
