/**
 * What happens around every change of annotations: pages are saved, the editor gets a silent step for it,
 * the answer is shown and remembered for undo.
 */
import { type Disposable, EventEmitter, l10n, window } from 'vscode'
import type { CommandAnswer } from '../../../server/src/protocol.ts'
import { uriKey } from '../convert.ts'
import { setSilentStep, textKey } from '../undo/edit-list.ts'
import type { History, StepPage } from '../undo/history.ts'
import { followEdits } from './edits.ts'
import { queue } from './queue.ts'
import { openDocument, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

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
    if (isQuestion(name, values)) return shown(next(values))
    const page = 'uri' in values && typeof values.uri === 'string' ? uriKey(values.uri) : undefined
    const edits = page === undefined ? undefined : followEdits(page)
    const now = () => shifted(values, edits?.changes ?? [])
    const change = () => this.#change(name, page, () => next(now()))
    return this.#queue.run(() => shown(change())).finally(() => edits?.dispose())
  }

  dispose(): void {
    this.#pages.dispose()
  }

  /** `page`: uri of the page that the action is about; `send` asks the server. */
  async #change(
    name: string,
    page: string | undefined,
    send: () => Promise<CommandAnswer | undefined>,
  ): Promise<CommandAnswer | undefined> {
    const takesBack = name === 'undo' || name === 'redo'
    let unsaved = page === undefined ? [] : [page]
    let answer: CommandAnswer | undefined
    // More than once where a person types while the page is being saved.
    for (let tries = 0; tries < 5; tries++) {
      if (!(await savePages(unsaved))) return { kind: 'refused', message: notSaved() }
      const silent = takesBack || page === undefined ? [] : await this.#silentStep(page)
      answer = await send()
      if (answer?.kind === 'done') {
        if (takesBack) this.#tookBack(name, answer)
        else await this.#did(answer, silent)
        this.#pages.fire(answer.pages.map(uriKey))
      }
      if (answer?.kind !== 'refused' || answer.reason !== 'unsaved') return answer
      unsaved = (answer.pages ?? []).map(uriKey)
    }
    return answer
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
const questions: ReadonlySet<string> = new Set(['attachTargets', 'fragmentsOf', 'relationTargets'])

function isQuestion(name: string, values: object): boolean {
  if (questions.has(name) || ('preview' in values && values.preview === true)) return true
  return name === 'markEverywhere' && !('apply' in values && values.apply === true)
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
