/** Facts of an initiative: what people say by relations, else what the texts say. */
import type { Mention } from '../annotation/record/mention.ts'
import { groupBy } from '../values/group-by.ts'
import { emptyLexicon, type Lexicon } from '../values/lexicon.ts'
import type { FactKey } from './facts/candidates.ts'
import { type FoundFact, foundFacts } from './facts/found-facts.ts'
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
}

/** What one page says of an initiative. */
export interface PageFacts {
  /** What people say by relations. */
  readonly related: readonly Related[]
  /** What its text says, the surest of each key first. */
  readonly found: readonly PageFact[]
}

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
  return {
    related: relatedOnPage(page, mentions),
    found: [...facts].map((fact) => pageFact(page.path, fact)),
  }
}

function pageFact(page: string, { key, mention, confidence }: FoundFact): PageFact {
  return { key, page, mention, text: mention.text, confidence }
}

/** Of the initiative with this name; `pages` in their order: the first that says something is believed. */
export function factsOfPages(
  name: string,
  pages: readonly PageFacts[],
  lexicon: Lexicon,
): InitiativeFacts {
  const said = relatedFacts(pages.flatMap(({ related }) => related))
  const found = (key: FactKey): readonly Fact[] => {
    const own = pages.map((page) => page.found.filter((fact) => fact.key === key))
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
  }
}
