/** The view *Relations*: what the mention under the cursor is related to, followed both ways. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { RelatedItem, Relations, TypeInfo } from '../../../server/src/protocol.ts'
import { fromPosition } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import type { Server } from '../server/server.ts'
import { type Face, joined } from '../views/face.ts'
import { List } from '../views/list.ts'
import { onwards } from './onwards.ts'

interface Node {
  readonly id: string
  readonly item: RelatedItem
  readonly parent: Node | undefined
}

export function relationsView(server: Server): Disposable & { refresh(): void } {
  return new RelationsTree(server)
}

class RelationsTree implements Disposable {
  readonly #server: Server
  readonly #list: List<Node>
  readonly #subscriptions: readonly Disposable[]
  #relations: Relations | undefined
  #types: readonly TypeInfo[] = []

  constructor(server: Server) {
    this.#server = server
    this.#list = new List<Node>({
      view: 'biaozhu.relations',
      pause: 150,
      below: (node) => this.#below(node),
      look: ({ item }) => this.#look(item),
      load: () => this.#load(),
      words: () => [this.#relations?.text],
    })
    this.#subscriptions = [
      this.#list,
      window.onDidChangeTextEditorSelection(() => this.refresh()),
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      server.onDidChange(() => this.refresh()),
      server.onDidChangeState(() => this.refresh()),
    ]
  }

  refresh(): void {
    this.#list.outdate()
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #look({ direction, text, label, values, page, type, location }: RelatedItem): Face {
    const isOut = direction === 'out'
    const facts = [...values, page]
    const way = isOut ? l10n.t('{0}: {1}', label, text) : l10n.t('is {0} of {1}', label, text)
    const typeLabel = this.#types.find(({ name }) => name === type)?.label ?? type
    return {
      label: text,
      open: false,
      icon: isOut ? 'arrow-right' : 'arrow-left',
      type,
      description: [label, ...facts],
      tooltip: [joined([way, ...facts, typeLabel])],
      spoken: [way, ...facts, typeLabel],
      place: location,
      context: 'biaozhu.relation',
    }
  }

  async #below(node?: Node): Promise<readonly Node[]> {
    if (node === undefined) {
      return (this.#relations?.items ?? []).map((item) => nodeOf(item, undefined))
    }
    const { uri, range } = node.item.location
    const found = await this.#server.request('biaozhu/relations', { uri, position: range.start })
    const seen = pathOf(node).map(({ item }) => item.id)
    return onwards(found?.items ?? [], seen).map((item) => nodeOf(item, node))
  }

  async #load(): Promise<() => void> {
    const editor = window.activeTextEditor
    // A view keeps what it shows while the focus is elsewhere, as when a page is opened from it.
    if (editor === undefined || !isPageEditorDocument(editor.document)) return () => undefined
    const uri = editor.document.uri.toString()
    const position = fromPosition(editor.selection.start)
    const types = (await this.#server.request('biaozhu/types', {})) ?? this.#types
    const found = await this.#server.request('biaozhu/relations', { uri, position })
    return () => {
      this.#types = types
      this.#relations = found ?? undefined
      const isMention = this.#relations !== undefined
      void commands.executeCommand('setContext', 'biaozhu.relations.mention', isMention)
    }
  }
}

function pathOf(node: Node): readonly Node[] {
  return node.parent === undefined ? [node] : [...pathOf(node.parent), node]
}

/** One mention may stand below several. */
function nodeOf(item: RelatedItem, parent: Node | undefined): Node {
  const own = `${item.id} ${item.direction}`
  return { id: parent === undefined ? own : `${parent.id} / ${own}`, item, parent }
}
