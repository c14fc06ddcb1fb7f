/** The tagger that what was learned from a person's pages makes of the shipped one. */
import type { Lexicon } from '../../values/lexicon.ts'
import { createTagger, type Tagger } from '../spans/tagger.ts'
import { type ModelParts, taggerModelOf } from '../spans/tagger-model.ts'
import { adaptedParts, type PersonalModel } from './difference.ts'

/** The tagger that goes into the marks. `undefined` as for `adaptedParts`. */
export function personalTagger(
  shipped: ModelParts,
  { difference }: PersonalModel,
  lexicon: Lexicon,
  remembered?: number,
): Tagger | undefined {
  const parts = adaptedParts(shipped, difference)
  return parts && createTagger(taggerModelOf(parts), lexicon, remembered, 'personal')
}
