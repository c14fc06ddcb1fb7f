/** Document highlights: the other mentions of the entity under the cursor on its page. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { byPosition, type Span } from '../../text/span.ts'
import { entityAt, placesOf } from '../looking/places.ts'

/** Every span of every mention, so that a name around a caption does not light the caption up. */
export function highlights(place: PageOfCorpus, offset: number): readonly Span[] {
  const at = entityAt(place, offset)
  if (at === undefined) return []
  return placesOf(place.corpus, at.entity, place.document.path)
    .flatMap(({ mention }) => mention.spans)
    .toSorted(byPosition)
}
