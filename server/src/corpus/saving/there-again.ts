/** A record that is taken back behind its text: it is right where the page says again what was marked. */
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import { type AnnotationRecord, isAnchored } from '../../annotation/record/record.ts'
import { describeSpans, type TextView } from '../../annotation/record/selectors.ts'
import { lfView } from '../../text/code-points.ts'
import { hull, type Span } from '../../text/span.ts'

/**
 * A correction makes two steps, of the text and of the annotations on it, and either may be undone first.
 * `placed` is where the record is now. Others than those in doubt because of the text stay as they are.
 */
export function thereAgain(
  record: AnnotationRecord,
  placed: PlacedRecord,
  view: TextView,
): AnnotationRecord {
  if (!isAnchored(record)) return record
  if (record.anchor !== 'changed' && record.anchor !== 'orphan') return record
  const spans = spansOf(record.marked ?? record.quote, placed, view)
  if (spans === undefined) return record
  const { anchor: _doubt, marked: _old, of: _text, ...rest } = record
  return { ...rest, ...describeSpans(view, spans) }
}

/** Where the page says `marked` in the record's place, or in the place of what was lost. */
function spansOf(
  marked: readonly string[],
  { spans, lost }: PlacedRecord,
  { text }: TextView,
): readonly Span[] | undefined {
  const isThere =
    spans.length === marked.length &&
    spans.every(({ start, end }, i) => lfView(text.slice(start, end)) === marked[i])
  if (isThere) return spans
  const [words = '', ...others] = marked
  const around = hull(spans) ?? lost
  if (others.length > 0 || words === '' || around === undefined) return undefined
  const quote = text.includes('\r\n') ? words.replaceAll('\n', '\r\n') : words
  // It begins or ends where the place does, or spans it: text next to it may say the same.
  const from = Math.max(0, around.start - quote.length)
  const start = text.slice(from, around.end + quote.length).indexOf(quote)
  const again = text.slice(from, around.end + quote.length).lastIndexOf(quote)
  if (start < 0 || start !== again) return undefined
  return [{ start: from + start, end: from + start + quote.length }]
}
