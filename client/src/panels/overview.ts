/** The panel *Overview*: the corpus in numbers, each number a way into the text. */
import {
  commands,
  Disposable,
  type ExtensionContext,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode'
import type { Location, OverviewNumber } from '../../../server/src/protocol.ts'
import { toLocation } from '../editor/convert.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { saveCsv } from './csv.ts'
import { panelFolder, panelHtml } from './html.ts'
import type { FromOverview, ToOverview } from './messages.ts'
import { overviewWords } from './words.ts'

export function overviewPanel(
  server: Server,
  state: State,
  context: Pick<ExtensionContext, 'extensionUri'>,
): Disposable[] {
  let open: OverviewPanel | undefined
  const show = (): void => {
    if (open === undefined) {
      open = new OverviewPanel(server, state, context)
      open.panel.onDidDispose(() => {
        open = undefined
      })
    } else open.panel.reveal()
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

  constructor(
    server: Server,
    state: State,
    { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  ) {
    this.#server = server
    const words = overviewWords()
    this.panel = window.createWebviewPanel('biaozhu.overview', words.title, ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [panelFolder(extensionUri)],
    })
    const { webview } = this.panel
    const refresh = debounced(() => void this.#show(), 500)
    // A hidden panel forgets what it shows, and is ready anew when it is seen again.
    const change = (): void => {
      if (this.panel.visible) refresh.run()
    }
    const subscriptions = [
      refresh,
      server.onDidChange(change),
      state.onDidChange(change),
      webview.onDidReceiveMessage((message: FromOverview) => this.#take(message)),
    ]
    this.panel.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose()
    })
    webview.html = panelHtml(webview, extensionUri, 'overview')
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
        return this.#open(message.location)
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

  /** Beside the panel, where it is alone. */
  async #open(location: Location): Promise<void> {
    const { uri, range } = toLocation(location)
    const columns = new Set(window.tabGroups.all.map(({ viewColumn }) => viewColumn))
    columns.delete(this.panel.viewColumn ?? ViewColumn.One)
    const [other] = columns
    const viewColumn = other ?? ViewColumn.Beside
    await window.showTextDocument(uri, { selection: range, preview: true, viewColumn })
  }

  #say(message: ToOverview): void {
    void this.panel.webview.postMessage(message)
  }
}
