/**
 * Corrections for clients that leave the edit to the server: it asks the client to make it, and keeps what
 * the source said when the client has saved the page.
 */
import type { Connection } from 'vscode-languageserver/node'
import { normalUri } from '../disk/uri.ts'
import { t } from '../feature/wording/messages.ts'
import type { CommandAnswer } from '../protocol.ts'
import { isObject, type Json, type JsonObject, own } from '../values/json.ts'
import { toRange } from './command-params.ts'

export interface PendingCorrections {
  /** Makes the edit that an action answered, and waits with the record until the page is saved. */
  make(answer: Json): Promise<CommandAnswer>
  /** The page was saved: what waits for that is recorded. A refusal is shown. */
  saved(uri: string): Promise<void>
}

/** `record` runs `recordCorrection`. */
export function createPendingCorrections(
  connection: Connection,
  record: (values: JsonObject) => Promise<CommandAnswer>,
): PendingCorrections {
  /** By normal uri of the page, in the order of the edits. */
  const waiting = new Map<string, readonly JsonObject[]>()
  return {
    async make(answer) {
      const plan = planOf(answer)
      if (plan === undefined) return { kind: 'answer', answer }
      const { uri, range, text, values } = plan
      const edit = { changes: { [uri]: [{ range, newText: text }] } }
      const done = await connection.workspace.applyEdit(edit)
      if (!done.applied) return { kind: 'refused', message: t('The page could not be edited.') }
      const page = normalUri(uri)
      waiting.set(page, [...(waiting.get(page) ?? []), values])
      return { kind: 'answer', answer }
    },
    async saved(uri) {
      const page = normalUri(uri)
      const values = waiting.get(page) ?? []
      waiting.delete(page)
      for (const each of values) {
        const result = await record(each)
        if (result.kind !== 'refused') continue
        // Saved in part only, as while a person types on: the next time.
        if (result.reason === 'unsaved') waiting.set(page, [...(waiting.get(page) ?? []), each])
        else void connection.window.showWarningMessage(result.message)
      }
    },
  }
}

function planOf(answer: Json) {
  if (!isObject(answer)) return undefined
  const [edit, values] = [own(answer, 'edit'), own(answer, 'record')]
  if (!isObject(edit) || !isObject(values)) return undefined
  const [uri, range, text] = [own(edit, 'uri'), toRange(own(edit, 'range')), own(edit, 'text')]
  if (typeof uri !== 'string' || typeof text !== 'string' || range === undefined) return undefined
  return { uri, range, text, values }
}
