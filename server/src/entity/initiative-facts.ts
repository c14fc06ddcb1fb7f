/** Facts of an initiative: what people say by relations, else what the texts say. */
import type { Mention } from '../annotation/record/mention.ts'
import { groupBy } from '../values/group-by.ts'
import { emptyLexicon, type Lexicon } from '../values/lexicon.ts'
import { type FactKey, factKeys } from './facts/candidates.ts'
import { type FoundFact, foundFacts } from './facts/found-facts.ts'
import { type PartKey, partKeys, type SaidPart, saidParts } from './facts/said-parts.ts'
import { type InitiativeKind, initiativeKind } from './initiative.ts'
import type { Fact, LinkedEntity } from './model.ts'
import type { LinkedPage } from './on-page.ts'
import { type Related, relatedFacts, relatedOnPage } from './related-facts.ts'

export interface InitiativeFacts {
  readonly kind: InitiativeKind
  /** Who runs it. */
  readonly owner: Fact | undefined
  readonly place: Fact | undefined
  /** When it began, or was held. */
  readonly since: Fact | undefined
  /** For whom it is. */
  readonly targets: readonly Fact[]
  readonly figures: readonly Fact[]
  /** Everything that people and texts say, page by page in order of their dates. */
  readonly all: readonly SaidFact[]
}

/** A fact, and who says it. */
export interface SaidFact extends Fact {
  readonly key: FactKey | PartKey
  /** Of an actor, as relations name it: `coorganiser`. */
  readonly part?: string
  /** Of an edition. */
  readonly number?: number
  /** `accepted` where a person said it. */
  readonly status: 'accepted' | 'suggested'
}

/** What one page says of an initiative. */
export interface PageFacts {
  readonly page: string
  /** Of its issue. */
  readonly date: string | undefined
  /** What people say by relations. */
  readonly related: readonly Related[]
  /** What its text says, the surest of each key first. */
  readonly found: readonly PageFact[]
  /** Who takes a part in it, its edition, and of what it is a part, as its text says outright. */
  readonly parts: readonly PagePart[]
}

export interface PagePart extends Fact, Pick<SaidPart, 'key' | 'part' | 'number'> {}

export interface PageFact extends Fact {
  readonly key: FactKey
  /** 0 to 1. */
  readonly confidence: number
}

/** `pages` are those of the entity's mentions, by path. */
export function initiativeFacts(
  { name, mentions }: Pick<LinkedEntity, 'name' | 'mentions'>,
  pages: (path: string) => LinkedPage | undefined,
): InitiativeFacts {
  const byPage = groupBy(mentions, ({ page }) => page)
  const facts = [...byPage].flatMap(([path, placed]) => {
    const page = pages(path)
    const here = placed.map(({ mention }) => mention)
    return page === undefined ? [] : [factsOnPage(page, here)]
  })
  const lexicon = pages(mentions[0]?.page ?? '')?.lexicon ?? emptyLexicon
  return factsOfPages(name, facts, lexicon)
}

/** `mentions` are those of one initiative. */
export function factsOnPage(page: LinkedPage, mentions: readonly Mention[]): PageFacts {
  const found = foundFacts(page)
  // One thing may stand in several groups of the page: in articles of which neither says whose it is.
  const facts = new Set(mentions.flatMap((mention) => found.get(mention) ?? []))
  const said = saidParts(page)
  const parts = new Set(mentions.flatMap((mention) => said.get(mention) ?? []))
  return {
    page: page.path,
    date: page.date,
    related: relatedOnPage(page, mentions),
    found: [...facts].map((fact) => pageFact(page.path, fact)),
    parts: [...parts].map((part) => ({ ...part, page: page.path, text: part.mention.text })),
  }
}

function pageFact(page: string, { key, mention, confidence }: FoundFact): PageFact {
  return { key, page, mention, text: mention.text, confidence }
}

/** Of the initiative with this name: what a person says, else what the earliest page says. */
export function factsOfPages(
  name: string,
  pages: readonly PageFacts[],
  lexicon: Lexicon,
): InitiativeFacts {
  const inTime = pages.toSorted(byDate)
  const said = relatedFacts(inTime.flatMap(({ related }) => related))
  const found = (key: FactKey): readonly Fact[] => {
    const own = inTime.map((page) => page.found.filter((fact) => fact.key === key))
    return own.find((facts) => facts.length > 0) ?? []
  }
  const all = (key: 'targets' | 'figures'): readonly Fact[] =>
    said[key].length > 0 ? said[key] : found(key)
  return {
    kind: initiativeKind(name, lexicon),
    owner: said.owner ?? found('owner')[0],
    place: said.place ?? found('place')[0],
    since: said.since ?? found('since')[0],
    targets: all('targets'),
    figures: all('figures'),
    all: inTime.flatMap(saidFacts),
  }
}

/** Pages without a date come last. */
function byDate(a: PageFacts, b: PageFacts): number {
  const [first, second] = [a, b].map(({ date }) => date ?? '\uffff')
  return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1
}

/** By key; what a person said stands for what the text says of the same words. */
function saidFacts({ related, found, parts }: PageFacts): readonly SaidFact[] {
  const said = related.flatMap(({ type, part, fact }): readonly SaidFact[] => {
    const key = type === 'actor' && besideOwner.has(part) ? 'actors' : keys.get(type)
    const own = type === 'actor' && part !== '' ? { part } : {}
    return key === undefined ? [] : [{ ...fact, key, ...own, status: 'accepted' }]
  })
  const isSaid = ({ key, mention }: Pick<SaidFact, 'key' | 'mention'>): boolean =>
    said.some((fact) => fact.key === key && fact.mention === mention)
  const suggested = found
    .filter((fact) => !isSaid(fact))
    .map(({ key, page, mention, text }): SaidFact => {
      return { key, page, mention, text, status: 'suggested' }
    })
  const outright = parts
    .filter((part) => !isSaid(part))
    .map((part): SaidFact => ({ ...part, status: 'suggested' }))
  const order = ({ key }: SaidFact): number => saidKeys.indexOf(key)
  return [...said, ...suggested, ...outright].sort((a, b) => order(a) - order(b))
}

/** In the order in which they are listed. */
export const saidKeys: readonly SaidFact['key'][] = [...factKeys, ...partKeys]

/** Parts of those who do not run an initiative. */
const besideOwner: ReadonlySet<string> = new Set(['coorganiser', 'partner', 'guidance'])

/** The kinds of facts by the relation that says them. */
const keys: ReadonlyMap<string, SaidFact['key']> = new Map<string, SaidFact['key']>([
  ['actor', 'owner'],
  ['place', 'place'],
  ['date', 'since'],
  ['target', 'targets'],
  ['figure', 'figures'],
  ['partOf', 'partOf'],
])
