/** Initiatives of a corpus as records for other programs. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
import { oncePer } from '../../values/once-per.ts'
import { placesOf } from '../looking/places.ts'
import { type PlaceRecord, placing } from './mention-list.ts'

/** Offsets and the order of the keys as in `MentionRecord`. */
export interface InitiativeRecord {
  readonly id: string
  readonly name: string
  /** Other forms of the name, longest first. */
  readonly aliases: readonly string[]
  readonly mentions: readonly PlaceRecord[]
}

/** By name; mentions in order of page and position. */
export function initiativeList(corpus: Corpus): readonly InitiativeRecord[] {
  const placingOf = oncePer(placing)
  return corpus.index.entities({ types: ['Initiative'] }).map(({ id, name, aliases }) => ({
    id,
    name,
    aliases,
    mentions: placesOf(corpus, { id }).map(({ document, mention }) =>
      placingOf(document)(mentionSpan(mention)),
    ),
  }))
}
