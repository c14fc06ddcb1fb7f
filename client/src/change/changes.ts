/**
 * What happens around every change of annotations: pages are saved, the editor gets a silent step for it,
 * the answer is shown and remembered for undo.
 */
import { commands, type Disposable, EventEmitter, window } from 'vscode'
import type {
  AnyAnswer,
  CommandName,
  CommandTraits,
  DoneAnswer,
} from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import type { PageLock } from '../lock/page-lock.ts'
import type { Sending } from '../server/send.ts'
import { type Call, correct } from './correction.ts'
import { setSilentStep, textKey } from './edit-list.ts'
import { followEdits } from './edits.ts'
import type { History, StepPage } from './history.ts'
import { pageEditor } from './place.ts'
import { queue } from './queue.ts'
import { notSaved, openDocument, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

/** A command on its way to the server. */
export interface Command extends Sending {
  readonly name: CommandName
  readonly params: object
  readonly traits: CommandTraits
}

export class Changes implements Disposable {
  readonly #history: History
  readonly #lock: PageLock
  readonly #queue = queue()
  readonly #pages = new EventEmitter<readonly string[]>()

  /** Uris of pages whose annotations have changed, before anything else hears of it. */
  readonly onDidAnnotate = this.#pages.event

  constructor(history: History, lock: PageLock) {
    this.#history = history
    this.#lock = lock
  }

  /** Runs a command with its one argument; `call` has the server answer it. */
  run(
    { name, params, traits, quiet = false }: Command,
    call: Call,
  ): Promise<AnyAnswer | undefined> {
    if (isQuestion(traits, params)) {
      const answer = call(name, params)
      return quiet ? answer : shown(answer)
    }
    const page = 'uri' in params && typeof params.uri === 'string' ? uriKey(params.uri) : undefined
    const edits = page === undefined ? undefined : followEdits(page)
    const ask = () => call(name, shifted(params, edits?.changes ?? []))
    const change = async () => {
      const answer =
        page !== undefined && traits.editsText === true
          ? await correct(this.#history, page, { ask, call, lock: this.#lock })
          : await this.#change(name, page, ask)
      if (answer?.kind === 'done') {
        this.#pages.fire(answer.pages.map(uriKey))
        tick(name)
      }
      return answer
    }
    return this.#queue.run(() => shown(change())).finally(() => edits?.dispose())
  }

  dispose(): void {
    this.#pages.dispose()
  }

  /** `page`: uri of the page that the action is about; `send` asks the server. */
  async #change(
    name: CommandName,
    page: string | undefined,
    send: () => Promise<AnyAnswer | undefined>,
  ): Promise<AnyAnswer | undefined> {
    const takesBack = name === 'undo' || name === 'redo'
    let unsaved = page === undefined ? [] : [page]
    let answer: AnyAnswer | undefined
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

  /**
   * The page as it was when its silent step was set; nothing for a page that is not in sight, or locked: no edit can
   * come between then.
   */
  async #silentStep(uri: string): Promise<StepPage[]> {
    if (this.#lock.isLocked(uri) || !(await setSilentStep(uri))) return []
    this.#history.silent(uri)
    const document = openDocument(uri)
    return document === undefined ? [] : [{ uri, text: textKey(document), inEditor: 'silent' }]
  }

  async #did(answer: DoneAnswer, known: readonly StepPage[]): Promise<void> {
    if (answer.transaction === undefined) return
    // What is said of entities changes no page: it is taken back where the person is.
    const front = pageEditor()?.document.uri
    const changed = answer.pages.length > 0 || front === undefined ? answer.pages : [front]
    const others = changed.map(uriKey).filter((uri) => known.every((page) => page.uri !== uri))
    const pages = [...known]
    for (const uri of others) {
      const [page] = await this.#silentStep(uri)
      const document = openDocument(uri)
      const text = document === undefined ? undefined : textKey(document)
      pages.push(page ?? { uri, text, inEditor: 'nothing' })
    }
    this.#history.did({ transaction: answer.transaction, label: answer.label }, pages)
  }

  #tookBack(name: 'undo' | 'redo', { transaction }: DoneAnswer): void {
    if (transaction === undefined) return
    this.#history.mark(transaction, name === 'undo' ? 'undone' : 'done')
  }
}

/** Ticks the step of the walkthrough that waits for it, however it was done: by key, mouse or a list. */
function tick(name: string): void {
  void commands.executeCommand('setContext', `biaozhu.did.${name}`, true)
}

/** Whether a command with these parameters only asks. */
function isQuestion({ asks }: CommandTraits, params: object): boolean {
  if (asks === undefined || asks === 'always') return asks === 'always'
  const isTrue = (parameter: string): boolean =>
    new Map(Object.entries(params)).get(parameter) === true
  return 'with' in asks ? isTrue(asks.with) : !isTrue(asks.without)
}

/** Refusals can be read at leisure, everything else goes by in the status bar. */
async function shown(asked: Promise<AnyAnswer | undefined>): Promise<AnyAnswer | undefined> {
  const answer = await asked
  if (answer?.kind === 'refused') void window.showInformationMessage(answer.message)
  if (answer?.kind === 'done') window.setStatusBarMessage(answer.message ?? answer.label, 5000)
  return answer
}
