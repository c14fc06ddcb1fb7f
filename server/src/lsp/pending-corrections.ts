/**
 * Corrections for clients that leave the edit to the server: it asks the client to make it, and keeps what
 * the source said when the client has saved the page.
 */
import type { Connection } from 'vscode-languageserver/node'
import { normalUri } from '../disk/uri.ts'
import { refused } from '../feature/annotate/refused.ts'
import { t } from '../feature/wording/messages.ts'
import type { AnyAnswer, CorrectionPlan, MadeCorrection } from '../protocol.ts'

export class PendingCorrections {
  readonly #connection: Connection
  readonly #record: (correction: MadeCorrection) => Promise<AnyAnswer>
  /** By normal uri of the page, in the order of the edits. */
  readonly #waiting = new Map<string, readonly MadeCorrection[]>()

  /** `record` runs the command `recordCorrection`. */
  constructor(connection: Connection, record: (correction: MadeCorrection) => Promise<AnyAnswer>) {
    this.#connection = connection
    this.#record = record
  }

  /** Has the client make the edit, and waits with the record until the page is saved. */
  async make(plan: CorrectionPlan): Promise<AnyAnswer> {
    const { uri, range, text } = plan.edit
    const edit = { changes: { [uri]: [{ range, newText: text }] } }
    const { applied } = await this.#connection.workspace.applyEdit(edit)
    if (!applied) return refused(t('The page could not be edited.'))
    this.#wait(normalUri(uri), plan.record)
    return { kind: 'answer', answer: plan }
  }

  /** The page was saved: what waits for that is recorded. A refusal is shown. */
  async saved(uri: string): Promise<void> {
    const page = normalUri(uri)
    const corrections = this.#waiting.get(page) ?? []
    this.#waiting.delete(page)
    for (const correction of corrections) {
      const answer = await this.#record(correction)
      if (answer.kind !== 'refused') continue
      // Saved in part only, as while a person types on: the next time.
      if (answer.reason === 'unsaved') this.#wait(page, correction)
      else void this.#connection.window.showWarningMessage(answer.message)
    }
  }

  #wait(page: string, correction: MadeCorrection): void {
    this.#waiting.set(page, [...(this.#waiting.get(page) ?? []), correction])
  }
}
