/** Annotations of a page that a person has to look at: lost, moved or changed with the text, or in conflict. */
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { hull, type Span } from '../../text/span.ts'

export interface DoubtfulRecord {
  readonly record: AnnotationRecord
  /** Where it stands; of one that is lost where it was, or could be. */
  readonly span: Span
}

/** By place. */
export function doubtsOf({ annotations, text }: Document): readonly DoubtfulRecord[] {
  const doubtful = annotations.records.filter(({ record }) => isDoubtful(record))
  if (doubtful.length === 0) return []
  const byId = new Map(annotations.records.map((each) => [each.record.id, each]))
  return doubtful
    .map((each) => ({ record: each.record, span: spanOf(each, byId, text) }))
    .sort((a, b) => a.span.start - b.span.start)
}

export function isDoubtful(record: AnnotationRecord): boolean {
  return record.conflict !== undefined || (isAnchored(record) && record.anchor !== undefined)
}

function spanOf(
  { record, spans, lost, places }: PlacedRecord,
  byId: ReadonlyMap<string, PlacedRecord>,
  text: string,
): Span {
  const from = record.kind === 'relation' ? byId.get(record.from) : undefined
  const start = isAnchored(record) ? Math.min(record.at[0]?.[0] ?? 0, text.length) : 0
  return (
    hull(spans) ??
    lost ??
    hull(places?.[0] ?? []) ??
    hull(from?.spans ?? []) ?? { start, end: start }
  )
}
