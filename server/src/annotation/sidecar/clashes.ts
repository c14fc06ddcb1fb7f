/** Where two sides marked what overlaps, and mentions are flat: both stay, and a person is asked which belongs there. */
import { hull, overlaps, type Span } from '../../text/span.ts'
import { differingPart } from '../../values/differing-part.ts'
import type { AnnotationRecord, SpanRecord } from '../record/record.ts'
import type { Sidecar } from './sidecar.ts'

interface Piece {
  readonly start: number
  readonly end: number
  readonly record: SpanRecord
}

/** Pieces over one place that are compared with each other: where more are, nobody took care that mentions are flat. */
const mostOpen = 16

/**
 * What is known now, with `moved` said of the later one of two mentions that overlap and did not `before`, in whatever text
 * that was. Offsets of both of now count in one text, in code points; records that count in another are left as they are.
 * Gives the same object where nothing clashes, and the same whichever side asks.
 */
export function withClashesAsked(now: Sidecar, before: Sidecar | undefined): Sidecar {
  // One of two that clash is not the very record of before: of ten thousand an action changes one.
  const { from, toNow } = differingPart(before?.records ?? [], now.records)
  const around = hull(piecesOf(now.records.slice(from, toNow)))
  if (around === undefined) return now
  const asked = new Set<SpanRecord>()
  let known: ReadonlyMap<string, SpanRecord> | undefined
  for (const [a, b] of overlapping(piecesOf(now.records, around))) {
    known ??= standingIn(before)
    if (!areOverlapping(known.get(a.id), known.get(b.id))) asked.add(later(a, b))
  }
  if (asked.size === 0) return now
  const records = now.records.map((record) =>
    record.kind === 'span' && asked.has(record) ? { ...record, anchor: 'moved' as const } : record,
  )
  return { ...now, records }
}

function* overlapping(pieces: Piece[]): Generator<readonly [SpanRecord, SpanRecord]> {
  let open: readonly Piece[] = []
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    open = open.filter(({ end }) => end > piece.start).slice(-mostOpen)
    for (const { record } of open) if (record !== piece.record) yield [record, piece.record]
    open = [...open, piece]
  }
}

/** The pieces of mentions that have their text for themselves, of those that stand `around` a place. */
function piecesOf(records: readonly AnnotationRecord[], around?: Span): Piece[] {
  const pieces: Piece[] = []
  for (const record of records) {
    if (!isStanding(record)) continue
    for (const [start, end] of record.at) {
      if (around === undefined || overlaps({ start, end }, around)) {
        pieces.push({ start, end, record })
      }
    }
  }
  return pieces
}

function standingIn(sidecar: Sidecar | undefined): ReadonlyMap<string, SpanRecord> {
  return new Map((sidecar?.records ?? []).filter(isStanding).map((each) => [each.id, each]))
}

function isStanding(record: AnnotationRecord): record is SpanRecord {
  return (
    record.kind === 'span' &&
    record.status !== 'rejected' &&
    record.anchor === undefined &&
    record.of === undefined
  )
}

function areOverlapping(a: SpanRecord | undefined, b: SpanRecord | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.at.some(([start, end]) => b.at.some((other) => start < other[1] && other[0] < end))
}

function later(a: SpanRecord, b: SpanRecord): SpanRecord {
  const [one, other] = [a, b].map(({ when = '', id }) => `${when} ${id}`)
  return (one ?? '') > (other ?? '') ? a : b
}
