/** The panel of one initiative: what is known of it, who says it, and where it is named. */
import { commands, Disposable, type WebviewPanel } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import type { Node } from '../views/nodes.ts'
import type { FromDetail, ToDetail } from './messages.ts'
import { openBeside, openPanel, type Surroundings } from './web-panel.ts'
import { detailWords } from './words.ts'

type Shown = Pick<EntityItem, 'corpus' | 'id' | 'name'>

/** One panel, which shows the initiative that was opened last. */
export function detailPanel(around: Surroundings): Disposable[] {
  let open: DetailPanel | undefined
  const show = async (node?: Node): Promise<void> => {
    const entity = node?.kind === 'mention' ? node.parent : node
    if (entity?.kind !== 'entity') return
    const { item } = entity.member
    if (open !== undefined) return open.show(item)
    open = new DetailPanel(around, item)
    open.panel.onDidDispose(() => {
      open = undefined
    })
  }
  return [
    commands.registerCommand('biaozhu.openInitiative', show),
    new Disposable(() => open?.panel.dispose()),
  ]
}

class DetailPanel {
  readonly panel: WebviewPanel
  readonly #around: Surroundings
  #item: Shown

  constructor(around: Surroundings, item: Shown) {
    this.#around = around
    this.#item = item
    this.panel = openPanel<FromDetail>(around, {
      name: 'initiative',
      title: item.name,
      take: (message) => this.#take(message),
      refresh: () => this.#refresh(),
    })
  }

  async show(item: Shown): Promise<void> {
    this.#item = item
    this.panel.title = item.name
    this.panel.reveal()
    await this.#refresh()
  }

  async #take(message: FromDetail): Promise<void> {
    if (message.kind === 'open') return openBeside(this.panel, message.location)
    this.#say({ kind: 'detailWords', words: detailWords() })
    return this.#refresh()
  }

  async #refresh(): Promise<void> {
    const { corpus, id } = this.#item
    const detail = await this.#around.server.request('biaozhu/initiative', { corpus, id })
    // Without an answer, while the server starts, it stays as it is.
    if (detail !== undefined) this.#say({ kind: 'detail', detail })
  }

  #say(message: ToDetail): void {
    void this.panel.webview.postMessage(message)
  }
}
