/** Annotations on a corrected text: who corrects it sees them, so that nothing of them is in doubt. */

import { confirmed } from '../../../annotation/anchor/sidecar.ts'
import type { PlacedRecord } from '../../../annotation/record/placed-record.ts'
import { type AnchoredRecord, isAnchored } from '../../../annotation/record/record.ts'
import { describeSpans } from '../../../annotation/record/selectors.ts'
import type { Document } from '../../../corpus/snapshot/model.ts'
import { containsSpan, type Span } from '../../../text/span.ts'
import { type Before, beforeChange, quoteOf, type TextChange } from './before.ts'

/**
 * The records that the change brought into doubt, with the corrected text in their places. One whose
 * edge was inside what was replaced, and one that was in doubt before, stays in doubt.
 */
export function seenRecords(document: Document, change: TextChange): readonly AnchoredRecord[] {
  const before = beforeChange(change)
  return document.annotations.records.flatMap((placed): readonly AnchoredRecord[] => {
    const { record } = placed
    if (!isAnchored(record) || record.kind === 'correction') return []
    if (record.anchor !== 'changed' && record.anchor !== 'orphan') return []
    const spans = spansNow(placed, record.marked ?? record.quote, document.text, before)
    if (spans === undefined) return []
    return [confirmed(record, describeSpans(document.view, spans).at, document.view)]
  })
}

/** Where the pieces that were marked are now; `undefined` where that cannot be said. */
function spansNow(
  { spans, lost }: PlacedRecord,
  marked: readonly string[],
  text: string,
  before: Before,
): readonly Span[] | undefined {
  const found: Span[] = []
  for (const [i, quote] of marked.entries()) {
    const span = spans[i]
    if (span !== undefined && quoteOf(text, span) === quote) found.push(span)
    else {
      // What was replaced as a whole has no spans; a lost mention in pieces is put back by hand.
      const near = span ?? (marked.length === 1 ? lost : undefined)
      const was = near && before.find(quote, near.start)
      if (was === undefined || !containsSpan(was, before.changed)) return undefined
      found.push(before.now(was))
    }
  }
  const isOrdered = found.every(({ start }, i) => start >= (found[i - 1]?.end ?? 0))
  const isThere = found.every((span) => quoteOf(text, span).trim() !== '')
  return isOrdered && isThere ? found : undefined
}
