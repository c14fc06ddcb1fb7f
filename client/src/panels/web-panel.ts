/** What our panels have in common: their page, news of the server, and the way from them into the text. */
import {
  type Disposable,
  type ExtensionContext,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode'
import type { Location } from '../../../server/src/protocol.ts'
import { toLocation } from '../editor/convert.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { State } from '../server/state.ts'
import { panelFolder, panelHtml } from './html.ts'

export interface Surroundings {
  readonly server: Server
  readonly state: State
  readonly context: Pick<ExtensionContext, 'extensionUri'>
}

export interface PanelTraits<From> {
  readonly name: 'overview' | 'initiative'
  readonly title: string
  readonly take: (message: From) => Promise<void>
  /** Shows what is there by now. */
  readonly refresh: () => Promise<void>
}

/** A hidden panel forgets what it shows, and says that it is ready when it is seen again. */
export function openPanel<From>(
  { server, state, context: { extensionUri } }: Surroundings,
  { name, title, take, refresh }: PanelTraits<From>,
): WebviewPanel {
  const panel = window.createWebviewPanel(`biaozhu.${name}`, title, ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [panelFolder(extensionUri)],
  })
  const soon = debounced(() => void refresh(), 500)
  const change = (): void => {
    if (panel.visible) soon.run()
  }
  const subscriptions: readonly Disposable[] = [
    soon,
    server.onDidChange(change),
    state.onDidChange(change),
    panel.webview.onDidReceiveMessage(take),
  ]
  panel.onDidDispose(() => {
    for (const subscription of subscriptions) subscription.dispose()
  })
  panel.webview.html = panelHtml(panel.webview, extensionUri, name)
  return panel
}

/** Selects the place in another group of editors than the panel's, which stays in sight. */
export async function openBeside(panel: WebviewPanel, location: Location): Promise<void> {
  const { uri, range } = toLocation(location)
  const columns = new Set(window.tabGroups.all.map(({ viewColumn }) => viewColumn))
  columns.delete(panel.viewColumn ?? ViewColumn.One)
  const [viewColumn = ViewColumn.Beside] = columns
  await window.showTextDocument(uri, { selection: range, preview: true, viewColumn })
}
