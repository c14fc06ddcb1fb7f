/**
 * What happens around every change of annotations: pages are saved, the editor gets a silent step for it,
 * the answer is shown and remembered for undo.
 */
import { type Disposable, EventEmitter, window } from 'vscode'
import type { CommandAnswer } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import type { Send } from '../server/send.ts'
import { correct } from './correction.ts'
import { setSilentStep, textKey } from './edit-list.ts'
import { followEdits } from './edits.ts'
import type { History, StepPage } from './history.ts'
import { queue } from './queue.ts'
import { notSaved, openDocument, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

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
  run(name: string, values: object, call: Send): Promise<CommandAnswer | undefined> {
    // What nobody asked for tells nobody that it was refused.
    if (isQuestion(name, values)) {
      return 'quiet' in values ? call(name, values) : shown(call(name, values))
    }
    const page = 'uri' in values && typeof values.uri === 'string' ? uriKey(values.uri) : undefined
    const edits = page === undefined ? undefined : followEdits(page)
    const now = () => shifted(values, edits?.changes ?? [])
    const change = async () => {
      const ask = () => call(name, now())
      const isCorrection = page !== undefined && corrections.has(name)
      const answer = isCorrection
        ? await correct(this.#history, page, { ask, call })
        : await this.#change(name, page, ask)
      if (answer?.kind === 'done') this.#pages.fire(answer.pages.map(uriKey))
      return answer
    }
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
      if (!(await savePages(unsaved))) return notSaved()
      const isStep = !takesBack && page !== undefined
      const asked = Promise.all([isStep ? this.#silentStep(page) : [], send()])
      const [silent, answered] = await asked
      answer = answered
      if (answer?.kind === 'done') {
        if (takesBack) this.#tookBack(name, answer)
        else await this.#did(answer, silent)
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
    return document === undefined ? [] : [{ uri, text: textKey(document), own: 'silent' }]
  }

  async #did(answer: CommandAnswer & { kind: 'done' }, known: readonly StepPage[]): Promise<void> {
    if (answer.transaction === undefined) return
    const others = answer.pages.map(uriKey).filter((uri) => known.every((page) => page.uri !== uri))
    const pages = [...known]
    for (const uri of others) {
      const [page] = await this.#silentStep(uri)
      const document = openDocument(uri)
      const text = document === undefined ? undefined : textKey(document)
      pages.push(page ?? { uri, text, own: 'nothing' })
    }
    this.#history.did({ transaction: answer.transaction, label: answer.label }, pages)
  }

  #tookBack(name: 'undo' | 'redo', { transaction }: CommandAnswer & { kind: 'done' }): void {
    if (transaction === undefined) return
    this.#history.mark(transaction, name === 'undo' ? 'undone' : 'done')
  }
}

/** Actions that say how the text is edited, which is done here. */
const corrections: ReadonlySet<string> = new Set(['correctText', 'revertCorrection'])

/** Actions that only ask. */
const questions: ReadonlySet<string> = new Set([
  'articlesOf',
  'attachTargets',
  'blocksAt',
  'corrections',
  'fragmentsOf',
  'relationTargets',
])

function isQuestion(name: string, values: object): boolean {
  if (questions.has(name) || ('preview' in values && values.preview === true)) return true
  return name === 'markEverywhere' && !('apply' in values && values.apply === true)
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
