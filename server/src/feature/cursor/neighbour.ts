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
  const compare = (other: PlacedSpan): number =>
    other.document.path === place.document.path
      ? other.span.start - offset
      : other.document.path < place.document.path
        ? -1
        : 1
  if (direction === 'next') return spans.find((other) => compare(other) > 0) ?? spans[0]
  // From inside a mention the one before it is meant, not its own beginning.
  return (
    spans.findLast((other) => compare(other) < 0 && !holds(place, other, offset)) ?? spans.at(-1)
  )
}

function entityPlaces(place: PageOfCorpus, offset: number): readonly MentionPlace[] {
  const at = entityAt(place, offset)
  return at === undefined ? [] : placesOf(place.corpus, at.entity)
}

function holds({ document }: PageOfCorpus, { document: other, span }: PlacedSpan, offset: number) {
  return document.path === other.path && span.start <= offset && offset <= span.end
}
