/** The panel of one initiative: what is known of it, who says it, and where it is named. */
import { commands, Disposable, l10n, type WebviewPanel, window } from 'vscode'
import type { EntityItem } from '../../../server/src/protocol.ts'
import { pageEditor, placeIn } from '../change/place.ts'
import type { Server } from '../server/server.ts'
import type { Node } from '../views/nodes.ts'
import { copyInitiative } from './copy.ts'
import type { FromDetail, ToDetail } from './messages.ts'
import { openBeside, openPanel, type Surroundings } from './web-panel.ts'
import { detailWords } from './words.ts'

type Shown = Pick<EntityItem, 'corpus' | 'id' | 'name'>

/** What the card of a mention hands to commands that a line of a view has, too. */
const atTheCursor = 'cursor'

/** One panel, which shows the initiative that was opened last. */
export function detailPanel(around: Surroundings): Disposable[] {
  let open: DetailPanel | undefined
  /** Of a line of a view; without one, of the mention at the cursor. */
  const on =
    (work: (item: Shown) => Promise<void> | void) =>
    async (node?: Node): Promise<void> => {
      const item = node === undefined ? await atCursor(around.server) : itemOf(node)
      if (item !== undefined) await work(item)
      else window.setStatusBarMessage(l10n.t('There is no entity here.'), 4000)
    }
  /** Of a line of a view, or of the mention at the cursor where that is said: a line that is gone meanwhile means no other one. */
  const onLine =
    (work: (item: Shown) => Promise<void>) =>
    async (given?: Node | typeof atTheCursor): Promise<void> => {
      const item = given === atTheCursor ? await atCursor(around.server) : given && itemOf(given)
      if (item !== undefined) await work(item)
      else window.setStatusBarMessage(l10n.t('There is no entity here.'), 4000)
    }
  const show = (item: Shown): Promise<void> | void => {
    if (open !== undefined) return open.show(item)
    open = new DetailPanel(around, item)
    open.panel.onDidDispose(() => {
      open = undefined
    })
  }
  return [
    commands.registerCommand('biaozhu.openInitiative', on(show)),
    commands.registerCommand(
      'biaozhu.copyMarkdown',
      onLine((item) => copyInitiative(around.server, item, 'markdown')),
    ),
    commands.registerCommand(
      'biaozhu.copyJson',
      onLine((item) => copyInitiative(around.server, item, 'json')),
    ),
    new Disposable(() => open?.panel.dispose()),
  ]
}

function itemOf(node: Node): Shown | undefined {
  const entity = node.kind === 'mention' ? node.parent : node
  return entity.kind === 'entity' ? entity.member.item : undefined
}

async function atCursor(server: Server): Promise<Shown | undefined> {
  const editor = pageEditor()
  if (editor === undefined) return undefined
  const { uri, position, ranges } = placeIn(editor)
  const at = ranges[0]?.start ?? position
  return (await server.request('biaozhu/mentionAt', { uri, position: at }))?.belongs
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
    if (message.kind === 'copy')
      return copyInitiative(this.#around.server, this.#item, message.format)
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
