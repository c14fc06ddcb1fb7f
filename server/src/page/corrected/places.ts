/** Which parts of a page a place means. */

import { byPosition, hull, type Span } from '../../text/span.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { Part } from '../lines/parts.ts'

export interface Places {
  /** The parts that a place covers by half or more, else the one that it covers most of. */
  meant(place: Span): readonly Part[]
  /** The parts in which a place begins and ends. */
  first(place: Span): Part | undefined
  last(place: Span): Part | undefined
  /** The part before another one in the source. */
  before(part: Part): Part | undefined
}

/** `parts` in source order. */
export function placesOf(parts: readonly Part[]): Places {
  const touched = (place: Span): readonly Part[] => partsTouched(parts, place)
  return {
    meant(place) {
      const found = touched(place)
      const covered = found.filter((part) => coverage(part, place) * 2 >= sizeOf(part.span))
      if (covered.length > 0) return covered
      const most = found.reduce((size, part) => Math.max(size, coverage(part, place)), 0)
      return found.filter((part) => coverage(part, place) === most).slice(0, 1)
    },
    first: (place) => touched(place)[0],
    last: (place) => touched(place).at(-1),
    before: (part) => parts[indexBehind(parts, part.span.start) - 1],
  }
}

/** Spans in source order; those that overlap are merged. */
export function apartSpans(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort(byPosition)) {
    const last = out.at(-1)
    if (last === undefined || span.start >= last.end) out.push(span)
    else out[out.length - 1] = hull([last, span]) ?? last
  }
  return out
}

/** An empty place touches the part around or right before it. */
function partsTouched(parts: readonly Part[], { start, end }: Span): readonly Part[] {
  const first = indexBehind(parts, start)
  let behind = first
  while ((parts[behind]?.span.start ?? Infinity) < Math.max(end, start + 1)) behind++
  if (behind > first || start < end) return parts.slice(first, behind)
  return parts.slice(Math.max(0, first - 1), first).filter((part) => part.span.end === start)
}

/** Index of the first part that ends behind an offset. */
function indexBehind(parts: readonly Part[], offset: number): number {
  return firstIndex(parts.length, (middle) => (parts[middle]?.span.end ?? Infinity) > offset)
}

function coverage({ span }: Part, place: Span): number {
  return Math.max(0, Math.min(span.end, place.end) - Math.max(span.start, place.start))
}

function sizeOf({ start, end }: Span): number {
  return end - start
}
