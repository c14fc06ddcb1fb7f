/** A correction of the text as a record, made one with those that it corrects again. */
import type { CorrectionRecord } from '../../../annotation/record/record.ts'
import { describeSpans } from '../../../annotation/record/selectors.ts'
import type { Document } from '../../../corpus/snapshot/model.ts'
import { byPosition, hull, overlaps, type Span } from '../../../text/span.ts'
import { type Before, beforeChange, quoteOf, type TextChange } from './before.ts'

export interface Corrected {
  /** `undefined` where the page says again what the source said. */
  readonly place: Pick<CorrectionRecord, 'at' | 'quote' | 'prefix' | 'suffix' | 'was'> | undefined
  /** In the page as it is. */
  readonly span: Span
  /** Earlier ones that this one takes in, in the order of the page. */
  readonly earlier: readonly CorrectionRecord[]
}

/** The source said X, a correction made it Y, this one makes it Z: then `was` is X. */
export function corrected(document: Document, change: TextChange): Corrected {
  const before = beforeChange(change)
  const earlier = earlierOn(document, change, before)
  const whole = hull([before.changed, ...earlier.map(({ span }) => span)]) ?? before.changed
  /** What the source has there, with `\n` for each line break. */
  let source = ''
  let at = whole.start
  for (const { record, span } of earlier) {
    source += quoteOf(before.text, { start: at, end: span.start }) + record.was
    at = span.end
  }
  source += quoteOf(before.text, { start: at, end: whole.end })
  const span = before.now(whole)
  const records = earlier.map(({ record }) => record)
  if (quoteOf(document.text, span) === source) return { place: undefined, span, earlier: records }
  const wide = withNeighbour(document.text, span)
  const was =
    quoteOf(document.text, { start: wide.start, end: span.start }) +
    source +
    quoteOf(document.text, { start: span.end, end: wide.end })
  return { place: { ...describeSpans(document.view, [wide]), was }, span: wide, earlier: records }
}

interface Earlier {
  readonly record: CorrectionRecord
  /** Before the change. */
  readonly span: Span
}

/** Corrections of what was replaced; of two that overlap the first. */
function earlierOn(
  { annotations }: Document,
  { span }: TextChange,
  before: Before,
): readonly Earlier[] {
  const found = annotations.records.flatMap(({ record, spans, lost }): readonly Earlier[] => {
    if (record.kind !== 'correction') return []
    const near = hull(spans) ?? lost
    if (near === undefined || near.end < span.start || near.start > span.end) return []
    // Beside what was replaced, and untouched by it.
    if (record.anchor === undefined && !overlaps(near, span)) return []
    const was = before.find((record.marked ?? record.quote).join('\n'), near.start)
    return was === undefined ? [] : [{ record, span: was }]
  })
  found.sort((a, b) => byPosition(a.span, b.span))
  return found.filter(({ span: each }, i) => {
    const last = found[i - 1]
    return last === undefined || !overlaps(last.span, each)
  })
}

/** A text that was taken out has no place of its own: it is known by the character beside it. */
function withNeighbour(text: string, span: Span): Span {
  if (span.start < span.end) return span
  const [before = ''] = /[^\r\n]$/u.exec(text.slice(Math.max(0, span.start - 2), span.start)) ?? []
  if (before !== '') return { start: span.start - before.length, end: span.end }
  const [behind = ''] = /^(?:\r\n|.)/su.exec(text.slice(span.end, span.end + 2)) ?? []
  return { start: span.start, end: span.end + behind.length }
}
