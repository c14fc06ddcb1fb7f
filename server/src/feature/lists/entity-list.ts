/** Entities of a corpus as records for other programs. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus } from '../../corpus/snapshot/model.ts'
import type { LinkReason } from '../../entity/link-reason.ts'
import type { Entity } from '../../entity/model.ts'
import { defined } from '../../values/defined.ts'
import { oncePer } from '../../values/once-per.ts'
import { type MentionPlace, placesOf } from '../looking/places.ts'
import { entityTypes } from './entities.ts'
import { type PlaceRecord, placing } from './mention-list.ts'

/** The order of the keys is part of the output. */
export interface EntityRecord {
  readonly id: string
  readonly type: string
  readonly name: string
  /** Other forms of the name, longest first. */
  readonly aliases: readonly string[]
  readonly count: number
  /** Of the same thing in a knowledge base outside, where a person has said one. */
  readonly uri?: string
}

/** By type in schema order, then by name. */
export function entityList(corpus: Corpus): readonly EntityRecord[] {
  return corpus.index.entities({ types: entityTypes(corpus) }).map((entity) => record(entity))
}

function record({ id, type, name, aliases, count, uri }: Entity): EntityRecord {
  return { id, type, name, aliases, count, ...defined({ uri }) }
}

/** An entity with the places where it is mentioned, in order of page and position. */
export interface PlacedEntityRecord extends EntityRecord {
  /** `accepted` where a person confirmed one of its mentions. */
  readonly status: 'accepted' | 'suggested'
  readonly mentions: readonly LinkedPlace[]
}

export interface LinkedPlace extends PlaceRecord {
  /** Why it is one of the entity, the nearest reason first; absent where it is the entity's name itself. */
  readonly link?: readonly LinkReason[]
}

/** In the order of `entityList`. */
export function placedEntityList(corpus: Corpus): readonly PlacedEntityRecord[] {
  const placeOf = oncePer(placing)
  return entityList(corpus).map((each) => {
    const places = placesOf(corpus, each)
    return {
      ...each,
      status: statusOf(places),
      mentions: places.map(({ document, mention }) => {
        const link = corpus.index.linkOf(document.path, mention)
        const isName = link.length === 1 && link[0]?.kind === 'sameName'
        return { ...placeOf(document)(mentionSpan(mention)), ...(isName ? {} : { link }) }
      }),
    }
  })
}

/** Of an entity with these mentions. */
export function statusOf(
  places: readonly Pick<MentionPlace, 'mention'>[],
): 'accepted' | 'suggested' {
  return places.some(({ mention }) => mention.status === 'accepted') ? 'accepted' : 'suggested'
}
