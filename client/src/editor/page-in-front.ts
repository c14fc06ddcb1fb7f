/** The page of the editor in front, for what follows it: while something else is in front, the page that was there last. */
import { type Disposable, EventEmitter, window, workspace } from 'vscode'
import { uriKey } from './convert.ts'
import { isPageEditorDocument } from './language.ts'

export class PageInFront implements Disposable {
  readonly #changes = new EventEmitter<void>()
  readonly #subscriptions: readonly Disposable[]
  #uri: string | undefined

  readonly onDidChange = this.#changes.event

  constructor() {
    const see = (): void => {
      const document = window.activeTextEditor?.document
      if (document === undefined || !isPageEditorDocument(document)) return
      const uri = uriKey(document.uri)
      if (uri === this.#uri) return
      this.#uri = uri
      this.#changes.fire()
    }
    this.#subscriptions = [
      this.#changes,
      window.onDidChangeActiveTextEditor(see),
      // The editor reports another language as a close and an open of one document.
      workspace.onDidOpenTextDocument(see),
    ]
    see()
  }

  /** `undefined` as long as no page has been in front. */
  get uri(): string | undefined {
    return this.#uri
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }
}
