/** Pages that were opened a moment ago: what is typed into them before their lock is there was meant for no page. */
import { type Disposable, type TextDocument, window, workspace } from 'vscode'

/** A page is locked 0.2 to 0.7 s after it is seen; what is typed later than this is a person's edit. In ms. */
const shortly = 5000

interface Opened {
  readonly at: number
  readonly typed: string[]
}

export class Young implements Disposable {
  readonly #opened = new WeakMap<TextDocument, Opened>()
  readonly #subscriptions: readonly Disposable[]

  constructor() {
    const see = (document: TextDocument | undefined): void => {
      if (document === undefined || document.isDirty || this.#opened.has(document)) return
      this.#opened.set(document, { at: Date.now(), typed: [] })
    }
    see(window.activeTextEditor?.document)
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => see(editor?.document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const typed = this.#opened.get(document)?.typed
        for (const { text } of contentChanges) typed?.push(text)
      }),
    ]
  }

  /** Whether all that is unsaved was typed just after the page came into sight. */
  has(document: TextDocument): boolean {
    const opened = this.#opened.get(document)
    return opened !== undefined && Date.now() - opened.at < shortly
  }

  /** What was typed, to be said; it is forgotten then. */
  typed(document: TextDocument): string {
    const opened = this.#opened.get(document)
    return opened?.typed.splice(0).join('') ?? ''
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }
}
