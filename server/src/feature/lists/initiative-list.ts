/** Initiatives of a corpus as records for other programs. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
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
  const placings = new Map(corpus.documents.map((document) => [document.path, placing(document)]))
  return corpus.entities
    .filter(({ type }) => type === 'Initiative')
    .map(({ id, name, aliases, mentions }) => ({
      id,
      name,
      aliases,
      mentions: mentions.flatMap(
        ({ page, mention }) => placings.get(page)?.(mentionSpan(mention)) ?? [],
      ),
    }))
}
