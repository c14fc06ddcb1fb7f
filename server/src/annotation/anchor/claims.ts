/** Who gets which place, when annotations that were lost or damaged find their text again. */
import { overlaps, type Span } from '../../text/span.ts'
import type { PlacedRecord } from '../record/placed-record.ts'
import type { AnchoredRecord } from '../record/record.ts'

/** A place where all that was marked stands. */
export interface Claim {
  /** Of the record in the list. */
  readonly index: number
  readonly spans: readonly Span[]
  /** How well it fits; of two that claim one text, the greater has it, and of equal ones neither. */
  readonly score: number
  /** Set where it could be another passage that says the same. */
  readonly doubt?: 'moved'
}

export type Holder = Pick<PlacedRecord, 'record' | 'spans' | 'of'>

/**
 * The claims that are right: no mention takes text in which another one stands, unless they were
 * marked over each other. `records` are without the claims.
 */
export function granted(records: readonly Holder[], claims: readonly Claim[]): readonly Claim[] {
  if (claims.length === 0) return []
  const taken = spanIndex(records.map(({ spans }) => spans))
  const claimed = spanIndex(claims.map(({ spans }) => spans))
  return claims.filter((claim, i) => {
    const mine = rivalOf(records[claim.index])
    if (mine === undefined) return true
    const isFree = !taken(claim.spans).some((index) => {
      const other = index === claim.index ? undefined : rivalOf(records[index])
      return other !== undefined && !wereTogether(mine, other)
    })
    const isBest = !claimed(claim.spans).some((n) => {
      const [rival, other] = [claims[n], rivalOf(records[claims[n]?.index ?? -1])]
      if (n === i || rival === undefined || other === undefined) return false
      return rival.score >= claim.score && !wereTogether(mine, other)
    })
    return isFree && isBest
  })
}

/** Only mentions have their text for themselves; what was rejected stands anywhere. */
function rivalOf(holder: Holder | undefined): Rival | undefined {
  if (holder === undefined || holder.record.kind !== 'span') return undefined
  return holder.record.status === 'rejected' ? undefined : { at: holder.record.at, of: holder.of }
}

interface Rival {
  readonly at: AnchoredRecord['at']
  readonly of: string | undefined
}

/** Whether they were marked over each other; where they count in two texts, nobody knows. */
function wereTogether(a: Rival, b: Rival): boolean {
  if (a.of !== b.of) return false
  return a.at.some(([start, end]) =>
    b.at.some((range) => overlaps({ start, end }, { start: range[0], end: range[1] })),
  )
}

/** UTF-16 units that are looked up together. */
const bucket = 64

/** Asks for the indices of lists with a span that overlaps one of the spans. */
function spanIndex(
  lists: readonly (readonly Span[])[],
): (spans: readonly Span[]) => readonly number[] {
  const buckets = new Map<number, { readonly index: number; readonly span: Span }[]>()
  for (const [index, spans] of lists.entries()) {
    for (const span of spans) {
      for (const key of keysOf(span)) {
        const known = buckets.get(key)
        if (known === undefined) buckets.set(key, [{ index, span }])
        else known.push({ index, span })
      }
    }
  }
  return (spans) => {
    const found = new Set<number>()
    for (const span of spans) {
      for (const key of keysOf(span)) {
        for (const each of buckets.get(key) ?? []) {
          if (overlaps(each.span, span)) found.add(each.index)
        }
      }
    }
    return [...found]
  }
}

function* keysOf({ start, end }: Span): Iterable<number> {
  for (let key = Math.floor(start / bucket); key <= Math.floor(end / bucket); key++) yield key
}
