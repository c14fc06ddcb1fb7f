/** Definition: the place where the entity under the cursor is named most fully. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { entityAt, fullestPlace, type PlacedSpan, placedSpan } from '../looking/places.ts'

export interface Definition {
  readonly origin: Span
  readonly target: PlacedSpan
}

export function definition(place: PageOfCorpus, offset: number): Definition | undefined {
  const at = entityAt(place, offset)
  const target = at && fullestPlace(place.corpus, at.entity)
  if (at === undefined || target === undefined) return undefined
  return { origin: at.span, target: placedSpan(target) }
}
