/** Where two sides marked what overlaps, and mentions are flat: both stay, and a person is asked which belongs there. */
import type { SpanRecord } from '../record/record.ts'
import type { Sidecar } from './sidecar.ts'

interface Piece {
  readonly start: number
  readonly end: number
  readonly record: SpanRecord
}

/**
 * What was merged, with `moved` said of the later one of two mentions that overlap and did not `before`. Offsets of both count
 * in one text, in code points; records that count in another are left as they are. Gives the same object where nothing
 * clashes, and the same whichever side merges.
 */
export function withClashesAsked(merged: Sidecar, before: Sidecar | undefined): Sidecar {
  const known = new Set(before === undefined ? [] : standing(before).map(keyOf))
  const asked = new Set<SpanRecord>()
  let open: readonly Piece[] = []
  for (const piece of standing(merged).sort((a, b) => a.start - b.start)) {
    open = open.filter(({ end }) => end > piece.start)
    for (const other of open) {
      if (other.record === piece.record || (known.has(keyOf(other)) && known.has(keyOf(piece))))
        continue
      asked.add(later(other.record, piece.record))
    }
    open = [...open, piece]
  }
  if (asked.size === 0) return merged
  const records = merged.records.map((record) =>
    record.kind === 'span' && asked.has(record) ? { ...record, anchor: 'moved' as const } : record,
  )
  return { ...merged, records }
}

/** The pieces of mentions that have their text for themselves. */
function standing({ records }: Sidecar): Piece[] {
  return records.flatMap((record) =>
    record.kind !== 'span' ||
    record.status === 'rejected' ||
    record.anchor !== undefined ||
    record.of !== undefined
      ? []
      : record.at.map(([start, end]) => ({ start, end, record })),
  )
}

function keyOf({ record, start, end }: Piece): string {
  return `${record.id} ${start} ${end}`
}

function later(a: SpanRecord, b: SpanRecord): SpanRecord {
  const [one, other] = [a, b].map(({ when = '', id }) => `${when} ${id}`)
  return (one ?? '') > (other ?? '') ? a : b
}
