/** Annotations while a page is edited: spans move by arithmetic, and are whole again when their text is back. */
import { lfView } from '../../text/code-points.ts'
import { applyEdit, type Edit, moveSpan } from '../../text/edit.ts'
import { hull, type Span, sliceSpan } from '../../text/span.ts'
import { type Claim, granted } from '../anchor/claims.ts'
import type { PlacedRecord } from '../record/placed-record.ts'
import { type AnchoredRecord, isAnchored } from '../record/record.ts'
import { lostWithin, wholeAround } from './found-again.ts'
import type { Annotations } from './placed.ts'

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
    const next = applyEdit(now, edit)
    records = movedBy(records, edit, { before: { text: now }, after: next })
    now = next
  }
  return { ...annotations, records }
}

interface Texts {
  readonly before: { readonly text: string }
  readonly after: string
}

function movedBy(
  records: readonly PlacedRecord[],
  edit: Edit,
  { before, after }: Texts,
): readonly PlacedRecord[] {
  const isBack = onceEach((then: Texts['before']) => then.text === after)
  const claims: Claim[] = []
  const moved: PlacedRecord[] = []
  const holders: PlacedRecord[] = []
  for (const [index, old] of records.entries()) {
    const { placed, found } = movePlaced(old, edit, after)
    const isOld = placed.record === old.record || !isDoubtful(placed)
    const was = old.was ?? { in: before, record: old.record, spans: old.spans }
    moved.push(isOld ? placed : { ...placed, was })
    // The text is what it was: no need to look for anything, and what was found meanwhile goes.
    const isWhole = old.was !== undefined && isBack(old.was.in)
    if (isWhole) claims.push({ index, spans: was.spans, score: Number.POSITIVE_INFINITY })
    else {
      const whole = found?.()
      if (whole !== undefined) claims.push({ index, ...whole })
    }
    holders.push(isWhole ? { ...placed, spans: [] } : placed)
  }
  for (const { index, spans, score, doubt } of granted(holders, claims)) {
    const placed = moved[index]
    if (placed === undefined || !isAnchored(placed.record)) continue
    const was = records[index]?.was
    if (was !== undefined && score === Number.POSITIVE_INFINITY) {
      moved[index] = { record: was.record, spans: was.spans }
    } else {
      const found = whole(doubt === undefined ? placed : { ...placed, doubt }, placed.record, spans)
      moved[index] =
        placed.was !== undefined && isDoubtful(found) ? { ...found, was: placed.was } : found
    }
  }
  return moved
}

function isDoubtful({ record }: PlacedRecord): boolean {
  return 'anchor' in record && record.anchor !== undefined
}

/** Comparing two long texts is done once for all records. */
function onceEach<T extends object>(ask: (value: T) => boolean): (value: T) => boolean {
  const known = new Map<T, boolean>()
  return (value) => {
    const answer = known.get(value) ?? ask(value)
    known.set(value, answer)
    return answer
  }
}

interface Moved {
  /** By arithmetic alone. */
  readonly placed: PlacedRecord
  /** Looks where all that was marked stands, beside or around that. */
  readonly found?: () => Omit<Claim, 'index'> | undefined
}

function movePlaced(placed: PlacedRecord, edit: Edit, text: string): Moved {
  const { record } = placed
  if (!isAnchored(record)) return { placed }
  if (record.anchor === 'orphan') return movedOrphan(placed, record, edit, text)
  const range = hull(placed.spans)
  if (range === undefined) return { placed }
  // Behind the record nothing happens to it; before it, it moves as a whole. A damaged one may have
  // its text again from either side.
  const near = record.marked === undefined ? 0 : record.marked.join('').length
  if (edit.span.start > range.end + near) return { placed }
  const spans = placed.spans.map((span) => moveSpan(span, edit))
  if (edit.span.end + near < range.start) return { placed: { ...placed, spans } }
  return compared({ ...placed, spans }, record, edit, text)
}

/** What a person marked, in pieces. */
function wanted(record: AnchoredRecord): readonly string[] {
  return record.marked ?? record.quote
}

/** Whole, changed or lost, by what stands in the spans now. */
function compared(placed: PlacedRecord, record: AnchoredRecord, edit: Edit, text: string): Moved {
  const marked = wanted(record)
  const { spans } = placed
  const quote = spans.map((span) => lfView(sliceSpan(text, span)))
  if (quote.every((each, i) => each === marked[i])) return { placed: whole(placed, record, spans) }
  const doubt = placed.doubt ?? (record.anchor === 'moved' ? record.anchor : undefined)
  const before = doubt === undefined ? {} : { doubt }
  const memory = placed.was === undefined ? {} : { was: placed.was }
  const inserted = insertedBy(edit)
  if (quote.join('').trim() === '') {
    const { marked: _old, ...rest } = record
    const lost: AnchoredRecord = { ...rest, quote: marked, anchor: 'orphan' }
    const at = hull(spans) ?? { start: 0, end: 0 }
    return {
      placed: { record: lost, spans: [], lost: at, ...before, ...memory },
      found: () => lostWithin(record, marked, text, at, inserted),
    }
  }
  return {
    placed: {
      record: { ...record, quote, anchor: 'changed', marked },
      spans,
      ...before,
      ...memory,
    },
    found: () => wholeAround(record, marked, text, spans, inserted),
  }
}

/** Nothing is in doubt any more but what was before its text changed. */
function whole(
  { doubt }: PlacedRecord,
  record: AnchoredRecord,
  spans: readonly Span[],
): PlacedRecord {
  if (record.marked === undefined && record.anchor !== 'orphan') return { record, spans }
  const { anchor: _anchor, marked, ...rest } = record
  const before = doubt === undefined ? {} : { anchor: doubt }
  return { record: { ...rest, ...before, quote: marked ?? rest.quote }, spans }
}

/** An orphan of this session is looked for where it was lost and in what is put in there. */
function movedOrphan(
  placed: PlacedRecord,
  record: AnchoredRecord,
  edit: Edit,
  text: string,
): Moved {
  const before = placed.lost
  if (before === undefined) return { placed }
  const grown = edit.text.length - (edit.span.end - edit.span.start)
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
  return {
    placed: { ...placed, lost },
    found: () => lostWithin(record, wanted(record), text, lost, insertedBy(edit)),
  }
}

/** Where the text that an edit put in stands afterwards. */
function insertedBy({ span, text }: Edit): Span {
  return { start: span.start, end: span.start + text.length }
}
