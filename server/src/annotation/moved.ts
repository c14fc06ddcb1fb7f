/** Annotations while a page is edited: spans move by arithmetic, and are whole again when their text is back. */

import { lfView } from '../text/code-points.ts'
import { applyEdit, type Edit, moveSpan } from '../text/edit.ts'
import { hull, type Span, sliceSpan } from '../text/span.ts'
import type { Annotations, PlacedRecord } from './placed.ts'
import { type AnchoredRecord, isAnchored } from './record.ts'

/**
 * The annotations after `edits`, each of which counts in the text that the one before it left; `text`
 * is the text before them. Text typed at an edge stays outside. A record whose text changed is
 * `changed`, one whose text is gone an `orphan`; both are as before when the text is.
 */
export function moveAnnotations(
  annotations: Annotations,
  text: string,
  edits: readonly Edit[],
): Annotations {
  let records = annotations.records
  let now = text
  for (const edit of edits) {
    now = applyEdit(now, edit)
    const after = now
    records = records.map((placed) => movePlaced(placed, edit, after))
  }
  return { ...annotations, records }
}

function movePlaced(placed: PlacedRecord, edit: Edit, text: string): PlacedRecord {
  const { record } = placed
  if (!isAnchored(record)) return placed
  if (record.anchor === 'orphan') return revived(placed, record, edit, text)
  const range = hull(placed.spans)
  if (range === undefined) return placed
  // Behind the record nothing happens to it; before it, it moves as a whole.
  if (edit.span.start > range.end)
    return record.marked === undefined ? placed : restored(placed, record, text)
  const spans = placed.spans.map((span) => moveSpan(span, edit))
  if (edit.span.end < range.start && record.marked === undefined) return { ...placed, spans }
  return restored({ ...placed, spans }, record, text)
}

/** What a person marked, in pieces. */
function wanted(record: AnchoredRecord): readonly string[] {
  return record.marked ?? record.quote
}

/** Whole, changed or lost, by what stands in the spans now. */
function restored(placed: PlacedRecord, record: AnchoredRecord, text: string): PlacedRecord {
  const marked = wanted(record)
  const found = wholeAt(placed.spans, marked, text) ?? placed.spans
  const quote = found.map((span) => lfView(sliceSpan(text, span)))
  if (quote.every((each, i) => each === marked[i])) {
    return { record: whole(record), spans: found }
  }
  if (quote.join('').trim() === '') {
    const { marked: _old, ...rest } = record
    const lost: AnchoredRecord = { ...rest, quote: marked, anchor: 'orphan' }
    return { record: lost, spans: [], lost: hull(found) ?? { start: 0, end: 0 } }
  }
  return { record: { ...record, quote, anchor: 'changed', marked }, spans: found }
}

function whole(record: AnchoredRecord): AnchoredRecord {
  if (record.marked === undefined && record.anchor !== 'orphan') return record
  const { anchor: _anchor, marked, ...rest } = record
  return { ...rest, quote: marked ?? rest.quote }
}

/**
 * Each piece whose text is damaged: its marked text, where it stands within its own length of it. Of
 * several the nearest one. `undefined` where a piece is not to be found or the order would be lost.
 */
function wholeAt(
  spans: readonly Span[],
  marked: readonly string[],
  text: string,
): readonly Span[] | undefined {
  const found: Span[] = []
  for (const [i, span] of spans.entries()) {
    const quote = inTextOf(text, marked[i] ?? '')
    if (quote === '') return undefined
    const within = { start: span.start - quote.length, end: span.end + quote.length }
    const piece = sliceSpan(text, span) === quote ? span : nearest(text, quote, span.start, within)
    if (piece === undefined || piece.start < (found.at(-1)?.end ?? 0)) return undefined
    found.push(piece)
  }
  return found
}

/** A quote as the text writes its line breaks. */
function inTextOf(text: string, quote: string): string {
  return quote.includes('\n') && text.includes('\r\n') ? quote.replaceAll('\n', '\r\n') : quote
}

function nearest(text: string, quote: string, to: number, within: Span): Span | undefined {
  const start = Math.max(0, within.start)
  const slice = text.slice(start, within.end)
  let best: Span | undefined
  for (let at = slice.indexOf(quote); at >= 0; at = slice.indexOf(quote, at + 1)) {
    const span = { start: start + at, end: start + at + quote.length }
    if (best === undefined || Math.abs(span.start - to) < Math.abs(best.start - to)) best = span
  }
  return best
}

/** An orphan of this session is looked for where it was lost and in what was put in there. */
function revived(
  placed: PlacedRecord,
  record: AnchoredRecord,
  edit: Edit,
  text: string,
): PlacedRecord {
  if (placed.lost === undefined) return placed
  const grown = edit.text.length - (edit.span.end - edit.span.start)
  const before = placed.lost
  const isBefore = edit.span.end < before.start
  const touches = !isBefore && edit.span.start <= before.end
  const lost = isBefore
    ? { start: before.start + grown, end: before.end + grown }
    : touches
      ? {
          start: Math.min(before.start, edit.span.start),
          end: Math.max(before.end + grown, edit.span.start + edit.text.length),
        }
      : before
  const length = wanted(record).join('').length
  const spans = piecesWithin(record, text, { start: lost.start - length, end: lost.end + length })
  return spans === undefined ? { ...placed, lost } : { record: whole(record), spans }
}

/**
 * The pieces one behind the other, all of them. Where the first one stands several times, its context
 * has to tell which is meant.
 */
function piecesWithin(
  record: AnchoredRecord,
  text: string,
  within: Span,
): readonly Span[] | undefined {
  const first = inTextOf(text, wanted(record)[0] ?? '')
  if (first === '') return undefined
  const starts: number[] = []
  const from = Math.max(0, within.start)
  for (let at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
    if (at + first.length > within.end) break
    starts.push(at)
  }
  const [best, next] = starts
    .map((start) => ({ start, score: sameContext(record, text, start, start + first.length) }))
    .sort((a, b) => b.score - a.score)
  if (best === undefined || best.score === next?.score) return undefined
  return piecesFrom(wanted(record), text, { start: best.start, end: within.end })
}

function piecesFrom(
  marked: readonly string[],
  text: string,
  within: Span,
): readonly Span[] | undefined {
  const spans: Span[] = []
  let from = within.start
  for (const piece of marked) {
    const quote = inTextOf(text, piece)
    const at = quote === '' ? -1 : text.indexOf(quote, from)
    if (at < 0 || at + quote.length > within.end) return undefined
    spans.push({ start: at, end: at + quote.length })
    from = at + quote.length
  }
  return spans
}

/** Characters next to a place that are those of the record's context. */
function sameContext(record: AnchoredRecord, text: string, start: number, end: number): number {
  const before = lfView(text.slice(Math.max(0, start - 2 * record.prefix.length), start))
  const after = lfView(text.slice(end, end + 2 * record.suffix.length))
  let left = 0
  while (left < record.prefix.length && before.at(-1 - left) === record.prefix.at(-1 - left)) left++
  let right = 0
  while (right < record.suffix.length && after[right] === record.suffix[right]) right++
  return left + right
}
