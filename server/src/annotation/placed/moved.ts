/** Annotations while a page is edited: spans move by arithmetic, and are whole again when their text is back. */
import {
  type Changes,
  noChanges,
  replacedIn,
  spanThrough,
  withEdit,
  withEdits,
} from '../../text/changes.ts'
import { lfView } from '../../text/code-points.ts'
import type { Edit } from '../../text/edit.ts'
import { hull, overlaps, type Span, sliceSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { type Claim, granted } from '../anchor/claims.ts'
import type { PlacedRecord, Was } from '../record/placed-record.ts'
import { type AnchoredRecord, type AnnotationRecord, isAnchored } from '../record/record.ts'
import { cutAndPasted, foundAgain, wholeAround } from './found-again.ts'
import { afterEdit, afterEdits, forgotten, type Past, recordsThen, sinceMoment } from './past.ts'
import { type Annotations, inItsPlace } from './placed.ts'

/** Annotations of the text of now in `past`. */
export interface Dated {
  readonly annotations: Annotations
  readonly past: Past
}

/**
 * The annotations after `edits`, each of which counts in the text that the one before it left, and which
 * made `text` in the end. Text typed at an edge stays outside. A record whose text changed is `changed`, one whose text is gone an
 * `orphan`; both are as before when the text is.
 */
export function moveAnnotations(dated: Dated, edits: readonly Edit[], text: string): Dated {
  const { annotations, past } = dated
  if (edits.length > 1) {
    const moved = movedAtOnce(dated, edits, text)
    if (moved !== undefined) return moved
  }
  let records = annotations.records
  let now = past
  for (const edit of edits) {
    const before = now
    const isDoubted = records.some(({ record }) => isDoubtful(record))
    const then = isDoubted ? { records } : {}
    const after = afterEdit({ ...before, isUsed: true }, edit, { isExact: true, ...then })
    records = asThen(movedBy(records, { edit, before, after }), after)
    const isUsed = before.isUsed || isDoubted || records.some(({ was }) => was?.in === before.now)
    now = isUsed ? after : forgotten(after, before.now)
  }
  return { annotations: { ...annotations, records }, past: now }
}

/**
 * The record as it was before edits touched it, where all of its characters are there again; what
 * others changed of it meanwhile aside.
 */
export function asItWas({ was, since }: PlacedRecord, past: Past): PlacedRecord | undefined {
  const changes = was === undefined ? undefined : sinceMoment(past, was.in)?.changes
  if (was === undefined || changes === undefined) return undefined
  if (was.spans.some((span) => replacedIn(changes, span).length > 0)) return undefined
  const spans = was.spans.map((span) => spanThrough(changes, span))
  return { record: was.record, spans, ...defined({ since }) }
}

/**
 * Where the text is again what it was while something was in doubt, so is the doubt: what is asked about is neither
 * guessed nor forgotten on the way there and back. Whatever somebody decided meanwhile stays.
 */
export function asThen(records: readonly PlacedRecord[], past: Past): readonly PlacedRecord[] {
  const then = recordsThen(past)
  if (then === undefined) return records
  const known = new Map(then.map((each) => [each.record.id, each]))
  return records.map((each) => {
    const before = known.get(each.record.id)
    if (before === undefined || before.since !== each.since) return each
    const isInDoubt = isDoubtful(each.record) || isDoubtful(before.record)
    return isInDoubt ? inItsPlace(each.record, before) : each
  })
}

/**
 * By arithmetic alone: the record of the text of now in `past` after `changes`, which made `text`. It
 * remembers how it was.
 */
export function movedThrough(
  placed: PlacedRecord,
  changes: Changes,
  past: Pick<Past, 'now' | 'step'>,
  text: string,
): PlacedRecord {
  const { record, lost } = placed
  const [first] = changes
  if (!isAnchored(record) || first === undefined) return placed
  if (placed.spans.length === 0) {
    return lost === undefined ? placed : { ...placed, lost: spanThrough(changes, lost) }
  }
  if ((hull(placed.spans)?.end ?? 0) <= first.old.start) return placed
  const spans = placed.spans.map((span) => spanThrough(changes, span))
  const isWhole = placed.spans.every((span) => replacedIn(changes, span).length === 0)
  if (isWhole) return { ...placed, spans }
  const was: Was = placed.was ?? {
    in: past.now,
    record,
    spans: placed.spans,
    until: past.step,
  }
  return compared({ ...placed, was }, record, spans, text)
}

/** Where the edits touch no record and none is in doubt, the way to the last text does not matter: its length would. */
function movedAtOnce(
  { annotations, past }: Dated,
  edits: readonly Edit[],
  text: string,
): Dated | undefined {
  const changes = withEdits(noChanges, edits, { old: past.now.text, now: text })
  const isUntouched = ({ record, was, lost, spans }: PlacedRecord): boolean =>
    was === undefined &&
    lost === undefined &&
    !isDoubtful(record) &&
    spans.every((span) => replacedIn(changes, span).length === 0)
  if (!annotations.records.every(isUntouched)) return undefined
  const records = annotations.records.map((each) => movedThrough(each, changes, past, text))
  return { annotations: { ...annotations, records }, past: afterEdits(past, edits, text) }
}

interface Step {
  readonly edit: Edit
  readonly before: Past
  readonly after: Past
}

function movedBy(records: readonly PlacedRecord[], step: Step): readonly PlacedRecord[] {
  const { edit, before, after } = step
  const changes = withEdit(noChanges, edit, { old: before.now.text, now: after.now.text })
  const looked = new Map<number, Looked>()
  const back: number[] = []
  const moved = records.map((old, index): PlacedRecord => {
    const whole = asItWas(old, after)
    if (whole !== undefined) {
      back.push(index)
      return whole
    }
    const placed = movedThrough(old, changes, before, after.now.text)
    const found = isDoubtful(placed.record) ? lookedFor(placed, step) : undefined
    if (found !== undefined) looked.set(index, found)
    return placed
  })
  const claims = [...looked].map(([index, { claim }]): Claim => ({ index, ...claim }))
  for (const { index } of granted(moved, claims)) {
    const found = looked.get(index)
    if (found !== undefined) moved[index] = found.placed
  }
  return withoutClashes(moved, records, back)
}

interface Looked {
  readonly claim: Omit<Claim, 'index'>
  /** Where the claim is granted. */
  readonly placed: PlacedRecord
}

/** Looks where the text of a record in doubt came back with the edit. */
function lookedFor(placed: PlacedRecord, { edit, after }: Step): Looked | undefined {
  const { was, since } = placed
  const inserted = { start: edit.span.start, end: edit.span.start + edit.text.length }
  const text = after.now.text
  const known = was === undefined ? undefined : sinceMoment(after, was.in)
  if (was !== undefined && known?.isExact === true) {
    const texts = { old: was.in.text, now: text }
    const again = foundAgain(was.spans, known.changes, texts)
    const { doubt, spans = [] } = again ?? {}
    const found = { record: withDoubt(was.record, doubt), spans, ...defined({ since }), was }
    if (again !== undefined)
      return wholeOf(found, text, inserted) ?? { claim: again, placed: found }
    const pasted = cutAndPasted(was.spans, known.changes, texts, inserted)
    if (pasted !== undefined) {
      const moved = { record: was.record, spans: pasted.spans, ...defined({ since }) }
      return { claim: pasted, placed: moved }
    }
  }
  return wholeOf(placed, text, inserted)
}

/** A changed record with what was marked. */
function wholeOf(placed: PlacedRecord, text: string, inserted: Span): Looked | undefined {
  const { record, spans } = placed
  if (!isAnchored(record) || record.marked === undefined) return undefined
  const claim = wholeAround(record.marked, spans, text, inserted)
  if (claim === undefined) return undefined
  const whole = withDoubt(unchanged(record), claim.doubt)
  return { claim, placed: { ...placed, record: whole, spans: claim.spans } }
}

/** Whole, changed or lost, by what stands in the spans now. */
function compared(
  placed: PlacedRecord,
  record: AnchoredRecord,
  spans: readonly Span[],
  text: string,
): PlacedRecord {
  const marked = record.marked ?? record.quote
  const quote = spans.map((span) => lfView(sliceSpan(text, span)))
  if (quote.every((each, i) => each === marked[i])) {
    return { ...placed, record: unchanged(record), spans }
  }
  if (quote.join('').trim() === '') {
    const { marked: _old, ...rest } = record
    const lost = hull(spans) ?? { start: 0, end: 0 }
    return { ...placed, record: { ...rest, quote: marked, anchor: 'orphan' }, spans: [], lost }
  }
  return { ...placed, record: { ...record, quote, anchor: 'changed', marked }, spans }
}

function unchanged(record: AnchoredRecord): AnchoredRecord {
  if (record.marked === undefined) return record
  const { anchor: _doubt, marked, ...rest } = record
  return { ...rest, quote: marked }
}

export function withDoubt(record: AnnotationRecord, doubt: 'moved' | undefined): AnnotationRecord {
  if (doubt === undefined || !isAnchored(record) || record.anchor !== undefined) return record
  return { ...record, anchor: doubt }
}

export function isDoubtful(record: AnnotationRecord): boolean {
  return isAnchored(record) && record.anchor !== undefined
}

/**
 * Where another mention was put on the characters of one while they were gone, it is in doubt which
 * of the two belongs there. `back` are the indices of those that are as they were in `records`.
 */
function withoutClashes(
  moved: readonly PlacedRecord[],
  records: readonly PlacedRecord[],
  back: readonly number[],
): readonly PlacedRecord[] {
  if (back.length === 0) return moved
  const isBack = new Set(back)
  const others = moved.filter((each, i) => !isBack.has(i) && isLater(each))
  if (others.length === 0) return moved
  return moved.map((each, i) => {
    const was = isBack.has(i) ? records[i]?.was : undefined
    if (was === undefined || !takesText(each.record)) return each
    const isTaken = others.some(
      ({ since = 0, spans }) =>
        since > was.until && spans.some((a) => each.spans.some((b) => overlaps(a, b))),
    )
    return isTaken ? { ...each, record: withDoubt(each.record, 'moved'), was } : each
  })
}

function isLater({ record, since }: PlacedRecord): boolean {
  return since !== undefined && takesText(record) && !isDoubtful(record)
}

/** Only mentions have their text for themselves; what was rejected stands anywhere. */
export function takesText(record: AnnotationRecord): boolean {
  return record.kind === 'span' && record.status !== 'rejected'
}
