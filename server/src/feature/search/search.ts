/** Search over an index: what a query finds, page by page. */
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedPage } from '../../index/database/reader.ts'
import { mentionedIn, mentionTest, pageTest, placeTest } from './conditions.ts'
import { matchesIn } from './expressions.ts'
import { literalsOf } from './literals.ts'
import { type FindMatches, mentionHits, type PageHit, textHits, withMentions } from './page-hits.ts'
import { isOfMentions, type SearchQuery } from './query.ts'
import { type RecordsOfPage, recordsOf } from './records.ts'
import type { SearchSource } from './source.ts'

export interface SearchScope {
  /** Characters on each side. */
  readonly context: number
  /** Which pages may be looked at, by uri. */
  includes(uri: string): boolean
}

/** By path of the page and position; pages without hits are left out. What is not taken is not looked for. Throws `TooSlow`. */
export function* search(
  source: SearchSource,
  query: SearchQuery,
  { context, includes }: SearchScope,
): Generator<RecordsOfPage, void> {
  const finder = new Finder(source, query)
  for (const page of finder.pages()) {
    if (!includes(page.uri)) continue
    const content = source.content(page.id)
    const hits = finder.hitsOn(page, content)
    if (hits.length === 0) continue
    yield { page, records: recordsOf(source, page, { content, hits, context }) }
  }
}

/** One query, page by page. */
export class Finder {
  readonly #source: SearchSource
  readonly #query: SearchQuery
  readonly #mentioned: ReturnType<typeof mentionedIn>
  readonly #passes: ReturnType<typeof mentionTest>
  readonly #isThere: ReturnType<typeof placeTest>

  constructor(source: SearchSource, query: SearchQuery) {
    this.#source = source
    this.#query = query
    this.#mentioned = mentionedIn(source, query)
    this.#passes = mentionTest(query, this.#mentioned)
    this.#isThere = placeTest(query)
  }

  /** On which something may be found, by path. */
  *pages(): Generator<IndexedPage, void> {
    const { terms, isDone } = this.#query
    const texts = terms.flatMap((term) =>
      term.kind === 'text' ? [term.text] : literalsOf(term.source, term.flags),
    )
    const isWanted = pageTest(this.#query)
    for (const page of this.#source.pages({ texts, mentioned: this.#mentioned, isDone })) {
      if (isWanted(page)) yield page
    }
  }

  /** All that the query is about, whatever stands there, by path. */
  *allPages(): Generator<IndexedPage, void> {
    const isWanted = pageTest(this.#query)
    const { isDone } = this.#query
    for (const page of this.#source.pages({ texts: [], mentioned: [], isDone })) {
      if (isWanted(page)) yield page
    }
  }

  /** By position. Throws what `matches` throws. */
  hitsOn(
    { id }: IndexedPage,
    content: PageContent,
    matches: FindMatches = matchesIn,
  ): readonly PageHit[] {
    const found = this.#anywhere(id, content, matches)
    const isThere = this.#isThere
    if (found.length === 0 || isThere === undefined) return found
    const headlines = this.#source.headlines(id)
    return found.filter((hit) => isThere(hit, headlines))
  }

  #anywhere(id: number, content: PageContent, matches: FindMatches): readonly PageHit[] {
    const query = this.#query
    if (!isOfMentions(query)) {
      const found = textHits(content, query, matches)
      return found.length === 0 ? [] : withMentions(found, this.#source.mentions(id))
    }
    const mentions = this.#source.mentions(id)
    const passing = mentions.filter((mention) => this.#passes(mention, content))
    return mentionHits(content, passing, query, matches)
  }
}
