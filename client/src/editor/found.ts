/** What Shift+F12 found, so that F4 steps through it when the peek is closed, and one mention alone is said to be one. */
import {
  commands,
  type Disposable,
  type Location,
  l10n,
  type Position,
  type Uri,
  window,
} from 'vscode'
import { uriKey } from './convert.ts'

export class FoundMentions implements Disposable {
  readonly #commands: readonly Disposable[]
  #locations: readonly Location[] = []

  constructor() {
    this.#commands = [
      commands.registerCommand('biaozhu.nextFound', () => this.#step(1)),
      commands.registerCommand('biaozhu.previousFound', () => this.#step(-1)),
    ]
  }

  /** The answer to a question about the mention at a place of a page. */
  remember(locations: readonly Location[], uri: Uri, position: Position): void {
    this.#locations = locations
    void commands.executeCommand('setContext', 'biaozhu.found', locations.length > 1)
    const [only, ...others] = locations
    if (only === undefined || others.length > 0) return
    if (uriKey(only.uri) !== uriKey(uri) || !only.range.contains(position)) return
    // The editor says nothing where there is nowhere to go.
    window.setStatusBarMessage(l10n.t('This is the only mention.'), 5000)
  }

  dispose(): void {
    for (const command of this.#commands) command.dispose()
  }

  async #step(by: 1 | -1): Promise<void> {
    const editor = window.activeTextEditor
    const count = this.#locations.length
    if (editor === undefined || count === 0) return
    const here = this.#locations.findIndex(
      ({ uri, range }) =>
        uriKey(uri) === uriKey(editor.document.uri) && range.contains(editor.selection.active),
    )
    const at = here < 0 ? (by > 0 ? 0 : count - 1) : (here + by + count) % count
    const place = this.#locations[at]
    if (place === undefined) return
    await window.showTextDocument(place.uri, { preview: true, selection: place.range })
  }
}
