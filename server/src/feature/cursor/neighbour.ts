/** The next or previous mention from a cursor, on the page or of one entity over its corpus. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { mentionsInOrder } from '../looking/mention-at.ts'
import {
  entityAt,
  type MentionPlace,
  type PlacedSpan,
  placedSpan,
  placesOf,
} from '../looking/places.ts'

export interface NeighbourOptions {
  readonly direction: 'next' | 'previous'
  readonly scope: 'page' | 'entity'
}

/** Wraps round at the end; `undefined` where there is no mention to go to. */
export function neighbour(
  place: PageOfCorpus,
  offset: number,
  { direction, scope }: NeighbourOptions,
): PlacedSpan | undefined {
  const places =
    scope === 'page'
      ? mentionsInOrder(place.document).map((mention) => ({ document: place.document, mention }))
      : entityPlaces(place, offset)
  const spans = places.map(placedSpan)
  if (direction === 'next') {
    const here = { path: place.document.path, start: offset }
    return spans.find((other) => compare(startOf(other), here) > 0) ?? spans[0]
  }
  // From inside a mention the one before it is meant, not its own beginning; from inside of two, that of the outer one.
  const own = spans.findLast((other) => holds(place, other, offset, spans))
  const here = { path: place.document.path, start: own?.span.start ?? offset }
  return spans.findLast((other) => compare(startOf(other), here) < 0) ?? spans.at(-1)
}

interface Start {
  readonly path: string
  readonly start: number
}

function startOf({ document, span }: PlacedSpan): Start {
  return { path: document.path, start: span.start }
}

function compare(a: Start, b: Start): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.start - b.start
}

function entityPlaces(place: PageOfCorpus, offset: number): readonly MentionPlace[] {
  const at = entityAt(place, offset)
  return at === undefined ? [] : placesOf(place.corpus, at.entity)
}

/** One that ends at the offset holds it, unless another one begins there: `⟦甲县⟧$0⟦乙县⟧`. */
function holds(
  { document }: PageOfCorpus,
  { document: other, span }: PlacedSpan,
  offset: number,
  all: readonly PlacedSpan[],
): boolean {
  if (document.path !== other.path) return false
  if (span.start <= offset && offset < span.end) return true
  return (
    span.end === offset &&
    all.every((each) => each.document.path !== document.path || each.span.start !== offset)
  )
}
