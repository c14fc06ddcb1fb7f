/** References: all mentions of the entity under the cursor, over the whole corpus. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { entityAt, fullestPlace, type PlacedSpan, placedSpan, placesOf } from '../looking/places.ts'

/** In order of page and position. The definition is the fullest mention; it can be left out. */
export function references(
  place: PageOfCorpus,
  offset: number,
  options: { readonly includeDefinition: boolean } = { includeDefinition: true },
): readonly PlacedSpan[] {
  const at = entityAt(place, offset)
  if (at === undefined) return []
  const places = placesOf(place.corpus, at.entity)
  if (options.includeDefinition) return places.map(placedSpan)
  const fullest = fullestPlace(place.corpus, at.entity)?.mention
  return places.filter(({ mention }) => mention !== fullest).map(placedSpan)
}
