/** The panel *Overview*: the corpus in numbers, each number a way into the text. */
import { commands, Disposable, type WebviewPanel } from 'vscode'
import type { OverviewNumber } from '../../../server/src/protocol.ts'
import type { Server } from '../server/server.ts'
import { saveCsv } from './csv.ts'
import type { FromOverview, ToOverview } from './messages.ts'
import { openBeside, openPanel, type Surroundings } from './web-panel.ts'
import { overviewWords } from './words.ts'

export function overviewPanel(around: Surroundings): Disposable[] {
  let open: OverviewPanel | undefined
  const show = (): void => {
    if (open !== undefined) {
      open.panel.reveal()
      return
    }
    open = new OverviewPanel(around)
    open.panel.onDidDispose(() => {
      open = undefined
    })
  }
  return [
    commands.registerCommand('biaozhu.openOverview', show),
    new Disposable(() => open?.panel.dispose()),
  ]
}

class OverviewPanel {
  readonly panel: WebviewPanel
  readonly #server: Server
  /** Uri of the root of the corpus that is shown; the first one while none was chosen. */
  #corpus: string | undefined

  constructor(around: Surroundings) {
    this.#server = around.server
    this.panel = openPanel<FromOverview>(around, {
      name: 'overview',
      title: overviewWords().title,
      take: (message) => this.#take(message),
      refresh: () => this.#show(),
    })
  }

  async #take(message: FromOverview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#say({ kind: 'words', words: overviewWords() })
        return this.#show()
      case 'corpus':
        this.#corpus = message.root
        return this.#show()
      case 'list':
        return this.#list(message.number)
      case 'open':
        return openBeside(this.panel, message.location)
      case 'export':
        return saveCsv(this.#server, message.number)
    }
  }

  async #show(): Promise<void> {
    const corpora = (await this.#server.request('biaozhu/corpora', {})) ?? []
    const root = corpora.find((each) => each.root === this.#corpus)?.root
    const overview = await this.#server.request(
      'biaozhu/overview',
      root === undefined ? {} : { corpus: root },
    )
    if (overview != null) this.#say({ kind: 'overview', overview, corpora })
  }

  async #list(number: OverviewNumber): Promise<void> {
    const answer = await this.#server.request('biaozhu/overviewSpans', number)
    if (answer !== undefined) this.#say({ kind: 'spans', number, ...answer })
  }

  #say(message: ToOverview): void {
    void this.panel.webview.postMessage(message)
  }
}
