/** Initiatives of a corpus as records for other programs. */
import { mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import type { InitiativeKind } from '../../entity/initiative.ts'
import type { InitiativeFacts, SaidFact } from '../../entity/initiative-facts.ts'
import type { Entity, Fact, PlacedMention } from '../../entity/model.ts'
import { type FigureValue, figureValue } from '../../entity/values/figure-value.ts'
import { defined } from '../../values/defined.ts'
import { oncePer } from '../../values/once-per.ts'
import { countedThing } from '../looking/counted-thing.ts'
import { dateMeaning } from '../looking/date-meaning.ts'
import { placesOf } from '../looking/places.ts'
import { statusOf } from './entity-list.ts'
import { isInitiative } from './initiatives.ts'
import { type PlaceRecord, placing } from './mention-list.ts'

/** Offsets and the order of the keys as in `MentionRecord`. Facts are words as they stand on the page. */
export interface InitiativeRecord {
  readonly id: string
  readonly name: string
  /** Other forms of the name, longest first. */
  readonly aliases: readonly string[]
  readonly kind: InitiativeKind
  /** As a person confirmed it, else as the earliest page says it; `null` where nobody says it. */
  readonly owner: string | null
  readonly place: string | null
  readonly since: string | null
  readonly targets: readonly string[]
  readonly figures: readonly { readonly value: string; readonly of: string }[]
  /** `accepted` where a person confirmed one of its mentions. */
  readonly status: 'accepted' | 'suggested'
  /** Of the same thing in a knowledge base outside, where a person has said one. */
  readonly uri?: string
  readonly mentions: readonly PlaceRecord[]
  readonly facts: readonly FactRecord[]
}

/** One fact with the words that say it. */
export interface FactRecord extends PlaceRecord {
  readonly key: SaidFact['key']
  /** Of a date in EDTF, of a figure its number with bound and unit, of an edition its number, else the full name; `null` where it is not known. */
  readonly value: string | null
  /** Of the issue of its page. */
  readonly date: string | null
  readonly status: SaidFact['status']
  /** Of one who takes a part, as relations name it: `coorganiser`. */
  readonly part?: string
}

/** By name; mentions in order of page and position, facts in order of the dates of their pages. */
export function initiativeList(corpus: Corpus): readonly InitiativeRecord[] {
  const reader = factReader(corpus)
  return corpus.index.entities({ types: ['Initiative'] }).flatMap((entity) => {
    const facts = corpus.index.factsOf(entity.id)
    return facts === undefined ? [] : [record(corpus, entity, facts, reader)]
  })
}

/** The same of one; `undefined` for an id that is gone, or of something else. */
export function initiativeRecord(corpus: Corpus, id: string): InitiativeRecord | undefined {
  const entity = corpus.index.entity(id)
  const facts = entity && isInitiative(corpus, entity) ? corpus.index.factsOf(id) : undefined
  if (entity === undefined || facts === undefined) return undefined
  return record(corpus, entity, facts, factReader(corpus))
}

type FactReader = ReturnType<typeof factReader>

function record(
  corpus: Corpus,
  { id, name, aliases, uri }: Entity,
  { kind, owner, place, since, targets, figures, all }: InitiativeFacts,
  { placeOf, factOf, thingOf }: FactReader,
): InitiativeRecord {
  const places = placesOf(corpus, { id })
  return {
    id,
    name,
    aliases,
    kind,
    owner: owner?.text ?? null,
    place: place?.text ?? null,
    since: since?.text ?? null,
    targets: unique(targets),
    figures: figures.map((fact) => ({ value: fact.text, of: thingOf(fact) })),
    status: statusOf(places),
    ...defined({ uri }),
    mentions: places.map(({ document, mention }) => placeOf(document)(mentionSpan(mention))),
    facts: all.flatMap((fact) => factOf(fact) ?? []),
  }
}

function unique(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.map(({ text }) => text))]
}

/** What facts say. */
export function factReader(corpus: Corpus) {
  const placeOf = oncePer(placing)
  const valueIn = (document: Document, fact: SaidFact): string | null => {
    const { key, page, mention, text } = fact
    if (fact.number !== undefined) return String(fact.number)
    if (key === 'since') return dateMeaning(corpus, document, mention) ?? null
    if (key === 'figures') return figureText(figureValue(text, document.lexicon))
    return corpus.index.entityOf(page, mention)?.name ?? text
  }
  return {
    placeOf,
    /** As `value` of a `FactRecord`. */
    valueIn(fact: SaidFact): string | null {
      const document = corpus.byPath(fact.page)
      return document === undefined ? null : valueIn(document, fact)
    },
    factOf(fact: SaidFact): FactRecord | undefined {
      const document = corpus.byPath(fact.page)
      if (document === undefined) return undefined
      const { page, start, end, text } = placeOf(document)(mentionSpan(fact.mention))
      const date = corpus.pageData(document).date ?? null
      const value = valueIn(document, fact)
      const { key, status, part } = fact
      return { key, text, value, page, start, end, date, status, ...defined({ part }) }
    },
    thingOf({ page, mention }: PlacedMention): string {
      const document = corpus.byPath(page)
      return document === undefined ? '' : countedThing(document, mention)
    },
  }
}

/** `>100000 元`, `18..45 岁` */
function figureText(value: FigureValue | undefined): string | null {
  if (value === undefined) return null
  const { number, to, unit, bound } = value
  const range = to === undefined ? `${number}` : `${number}..${to}`
  return `${bound === '=' ? '' : bound}${range} ${unit}`.trimEnd()
}
