/** The relations of a mention, followed both ways. */

import type { Mention } from '../../annotation/record/mention.ts'
import type { RelationRecord } from '../../annotation/record/record.ts'
import type { AttributeDefinition, Schema } from '../../annotation/schema/schema.ts'
import type { Document, PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { byPosition, type Span } from '../../text/span.ts'
import { oncePer } from '../../values/once-per.ts'
import { mentionAt } from '../looking/mention-at.ts'
import { placesOf } from '../looking/places.ts'
import { labelOf } from '../wording/messages.ts'

export interface RelationOfMention {
  readonly record: RelationRecord
  /** The end at which the mention stands. */
  readonly end: 'from' | 'to'
  readonly other: Mention
  /** Of the relation, in the interface language. */
  readonly label: string
  /** Of its attributes: `主办`, `人数 12`. */
  readonly values: readonly string[]
}

/**
 * In the order of the schema, then of the page; relations of which the other end has no place on the
 * page are left out, and so are rejected ones.
 */
export function relationsOfMention(
  { corpus, document }: PageOfCorpus,
  { record: mention }: Mention,
): readonly RelationOfMention[] {
  if (mention === undefined) return []
  const { byEnd, byId } = indexOf(document)
  const names = (corpus.schema.relations ?? []).map(({ name }) => name)
  const rank = ({ record: { type } }: RelationOfMention): number =>
    names.includes(type) ? names.indexOf(type) : names.length
  return (byEnd.get(mention.id) ?? [])
    .flatMap((record): readonly RelationOfMention[] => {
      const end = record.from === mention.id ? 'from' : 'to'
      const other = byId.get(end === 'from' ? record.to : record.from)
      return other === undefined
        ? []
        : [{ record, end, other, ...wordsOfRelation(record, corpus.schema) }]
    })
    .sort((a, b) => rank(a) - rank(b) || order(a.other, b.other))
}

/** Of one of the mentions of an entity. */
export interface RelationOfEntity extends RelationOfMention {
  /** The page of both ends. */
  readonly document: Document
}

/** Of the mention first, then of the other mentions of its entity in order of page and place. */
export function relationsOfEntity(
  { corpus, document }: PageOfCorpus,
  mention: Mention,
): readonly RelationOfEntity[] {
  const entity = corpus.index.entityOf(document.path, mention)
  const others = entity === undefined ? [] : placesOf(corpus, entity)
  const places = [{ document, mention }, ...others.filter((each) => each.mention !== mention)]
  return places.flatMap((place) =>
    relationsOfMention({ corpus, document: place.document }, place.mention).map((each) => ({
      ...each,
      document: place.document,
    })),
  )
}

/** Spans of the mentions that are related to the one at a UTF-16 offset. */
export function relatedSpans(place: PageOfCorpus, offset: number): readonly Span[] {
  const at = mentionAt(place.document, offset)
  if (at === undefined) return []
  const others = new Set(relationsOfMention(place, at.mention).map(({ other }) => other))
  return [...others].flatMap(({ spans }) => spans).sort(byPosition)
}

/** What people call a relation and what its attributes say. */
export function wordsOfRelation(
  { type, attributes = {} }: Pick<RelationRecord, 'type' | 'attributes'>,
  schema: Schema,
): Pick<RelationOfMention, 'label' | 'values'> {
  const definition = schema.relations?.find(({ name }) => name === type)
  return {
    label: definition === undefined ? type : labelOf(definition),
    values: attributeValues(attributes, definition?.attributes ?? []),
  }
}

/** A flag by its name, a choice by that of the choice, others with name and value. */
export function attributeValues(
  attributes: NonNullable<RelationRecord['attributes']>,
  definitions: readonly AttributeDefinition[],
): readonly string[] {
  return Object.entries(attributes).map(([name, value]) => {
    const definition = definitions.find((each) => each.name === name)
    const label = definition === undefined ? name : labelOf(definition)
    const choice = definition?.choices?.find((each) => each.name === value)
    if (choice !== undefined) return labelOf(choice)
    return value === true ? label : `${label} ${value}`
  })
}

interface Index {
  /** Relations by the ids of their ends. */
  readonly byEnd: ReadonlyMap<string, readonly RelationRecord[]>
  readonly byId: ReadonlyMap<string, Mention>
}

/** Documents are immutable, so that an index holds as long as they live. */
const indexOf = oncePer(({ annotations, decided }: Document): Index => {
  const byEnd = new Map<string, RelationRecord[]>()
  for (const { record } of annotations.records) {
    if (record.kind !== 'relation' || record.status === 'rejected') continue
    for (const id of new Set([record.from, record.to])) {
      const list = byEnd.get(id)
      if (list === undefined) byEnd.set(id, [record])
      else list.push(record)
    }
  }
  const byId = new Map(
    decided.flatMap((mention): readonly [string, Mention][] =>
      mention.record === undefined || mention.status === 'rejected'
        ? []
        : [[mention.record.id, mention]],
    ),
  )
  return { byEnd, byId }
})

function order(a: Mention, b: Mention): number {
  const none = { start: 0, end: 0 }
  return byPosition(a.spans[0] ?? none, b.spans[0] ?? none)
}
