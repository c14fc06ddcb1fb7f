/**
 * What happens around every change of annotations: pages are saved, the editor gets a silent step for it,
 * the answer is shown and remembered for undo.
 */
import { type Disposable, EventEmitter, l10n, window, workspace } from 'vscode'
import type { CommandAnswer } from '../../../server/src/protocol.ts'
import { fromPosition, uriKey } from '../convert.ts'
import { setSilentStep, textKey } from '../undo/edit-list.ts'
import type { History, StepPage } from '../undo/history.ts'
import { queue } from './queue.ts'
import { openDocument, savePages } from './saving.ts'
import { shifted, type TextChange } from './shifted.ts'

export type Next = (values: object) => Promise<CommandAnswer | undefined>

export class Changes implements Disposable {
  readonly #history: History
  readonly #queue = queue()
  readonly #pages = new EventEmitter<readonly string[]>()

  /** Uris of pages whose annotations have changed, before anything else hears of it. */
  readonly onDidAnnotate = this.#pages.event

  constructor(history: History) {
    this.#history = history
  }

  /** Runs the action `name`, `accept`, with its one argument. */
  run(name: string, values: object, next: Next): Promise<CommandAnswer | undefined> {
    return isQuestion(name, values)
      ? shown(next(values))
      : this.#queue.run(() => shown(this.#change(name, values, next)))
  }

  dispose(): void {
    this.#pages.dispose()
  }

  async #change(name: string, values: object, next: Next): Promise<CommandAnswer | undefined> {
    const page = 'uri' in values && typeof values.uri === 'string' ? uriKey(values.uri) : undefined
    const typed = followEdits(page)
    const takesBack = name === 'undo' || name === 'redo'
    let unsaved = page === undefined ? [] : [page]
    let answer: CommandAnswer | undefined
    try {
      // More than once where a person types while the page is being saved.
      for (let tries = 0; tries < 5; tries++) {
        if (!(await savePages(unsaved))) return { kind: 'refused', message: notSaved() }
        const silent = takesBack || page === undefined ? [] : await this.#silentStep(page)
        answer = await next(shifted(values, typed.changes))
        if (answer?.kind === 'done') {
          if (takesBack) this.#tookBack(name, answer)
          else await this.#did(answer, silent)
          this.#pages.fire(answer.pages.map(uriKey))
        }
        if (answer?.kind !== 'refused' || answer.reason !== 'unsaved') return answer
        unsaved = (answer.pages ?? []).map(uriKey)
      }
      return answer
    } finally {
      typed.dispose()
    }
  }

  /** The page as it was when its silent step was set; nothing for a page that is not in sight. */
  async #silentStep(uri: string): Promise<StepPage[]> {
    if (!(await setSilentStep(uri))) return []
    this.#history.silent(uri)
    const document = openDocument(uri)
    return document === undefined ? [] : [{ uri, text: textKey(document), silent: true }]
  }

  async #did(answer: CommandAnswer & { kind: 'done' }, known: readonly StepPage[]): Promise<void> {
    if (answer.transaction === undefined) return
    const others = answer.pages.map(uriKey).filter((uri) => known.every((page) => page.uri !== uri))
    const pages = [...known]
    for (const uri of others) {
      const [page] = await this.#silentStep(uri)
      const document = openDocument(uri)
      const text = document === undefined ? undefined : textKey(document)
      pages.push(page ?? { uri, text, silent: false })
    }
    this.#history.did({ transaction: answer.transaction, label: answer.label }, pages)
  }

  #tookBack(name: 'undo' | 'redo', { transaction }: CommandAnswer & { kind: 'done' }): void {
    if (transaction === undefined) return
    this.#history.mark(transaction, name === 'undo' ? 'undone' : 'done')
  }
}

/** Actions that only ask. */
const questions: ReadonlySet<string> = new Set(['fragmentsOf'])

function isQuestion(name: string, values: object): boolean {
  return questions.has(name) || ('preview' in values && values.preview === true)
}

function notSaved(): string {
  return l10n.t('The page has not been saved, so nothing was annotated.')
}

/** Refusals can be read at leisure, everything else goes by in the status bar. */
async function shown(
  asked: Promise<CommandAnswer | undefined>,
): Promise<CommandAnswer | undefined> {
  const answer = await asked
  if (answer?.kind === 'refused') void window.showInformationMessage(answer.message)
  if (answer?.kind === 'done') window.setStatusBarMessage(answer.message ?? answer.label, 5000)
  return answer
}

/** Gathers what is typed on a page. */
function followEdits(uri: string | undefined): Disposable & { readonly changes: TextChange[] } {
  const changes: TextChange[] = []
  const listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (uri === undefined || uriKey(document.uri) !== uri) return
    for (const { range, text } of contentChanges) {
      changes.push({
        range: { start: fromPosition(range.start), end: fromPosition(range.end) },
        text,
      })
    }
  })
  return { changes, dispose: () => listener.dispose() }
}
