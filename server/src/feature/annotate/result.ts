/** Answers of actions, as most of them look. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import { hull, type Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { t } from '../wording/messages.ts'
import type { ActionResult } from './action.ts'
import type { Placed } from './placing.ts'

export function refused(message: string): ActionResult {
  return { kind: 'refused', message }
}

export function noMention(): ActionResult {
  return refused(t('There is no mention here.'))
}

export function wrong(parameter: string): ActionResult {
  return refused(t('The parameter “{0}” is missing or has a wrong value.', parameter))
}

/** One page has changed; the person sees the mention at `spans`, and the client learns its id. */
export function done(
  label: string,
  { edit, message }: Placed,
  spans: readonly Span[],
  record?: Pick<SpanRecord, 'id'>,
): ActionResult {
  const span = hull(spans)
  return {
    kind: 'edits',
    label,
    edits: [edit],
    ...(span === undefined ? {} : { select: { uri: edit.uri, span } }),
    ...defined({ message }),
    ...(record === undefined ? {} : { answer: { id: record.id } }),
  }
}

/** What `done` says of the answer, for docs/commands.md. */
export const idAnswer = '`{ "id": … }` of the annotation.'
