/** Results of actions, as most of them look. */

import type { SpanRecord } from '../../annotation/record/record.ts'
import type { Identified } from '../../protocol.ts'
import { hull, type Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import type { Edits } from './action.ts'
import type { Placed } from './placing.ts'

/** One page has changed, and the person sees the mention at `spans`. */
export function changed(
  label: string,
  { edit, message }: Placed,
  spans: readonly Span[],
): Edits<never> {
  const span = hull(spans)
  return {
    kind: 'edits',
    label,
    edits: [edit],
    ...(span === undefined ? {} : { select: { uri: edit.uri, span } }),
    ...defined({ message }),
  }
}

/** The same, and the client learns the id of the record. */
export function done(
  label: string,
  change: Placed,
  spans: readonly Span[],
  { id }: Pick<SpanRecord, 'id'>,
): Edits<Identified> {
  return { ...changed(label, change, spans), answer: { id } }
}

/** What `done` says of the answer, for docs/commands.md. */
export const idAnswer = '`{ "id": … }` of the annotation.'
