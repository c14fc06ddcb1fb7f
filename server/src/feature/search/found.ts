/** Everything that a query finds in a snapshot, page by page, so that others can go first between two. */
import type { Corpus, Document, Snapshot } from '../../corpus/snapshot/model.ts'
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedPage } from '../../index/database/reader.ts'
import { Collocates, type Tokens } from './collocates.ts'
import type { Matches } from './expressions.ts'
import { type MemorySource, memorySource } from './memory-source.ts'
import type { FindMatches, PageHit } from './page-hits.ts'
import type { SearchQuery } from './query.ts'
import { Finder } from './search.ts'

export interface Found {
  /** By corpus, page and position. */
  readonly hits: readonly FoundHit[]
  /** Number of pages on which they are. */
  readonly pages: number
  /** False where there are more hits than anybody reads. */
  readonly isWhole: boolean
  /** Number of pages whose suggestions are not known yet. */
  readonly waiting: number
}

export interface FoundHit {
  readonly corpus: Corpus
  readonly source: MemorySource
  readonly document: Document
  readonly page: IndexedPage
  readonly hit: PageHit
}

export interface Means {
  /** Called between two pages: lets others go first, and rejects where the answer is not wanted any more. */
  pause(): Promise<void>
  /** Of an expression in each of the texts, as `matchesIn` has them. Rejects with `TooSlow`. */
  matches(texts: readonly string[], source: string, flags: string): Promise<readonly Matches[]>
}

/** Hits that are kept at most. */
export const mostHits = 10_000

/** Rejects with `TooSlow`, and as `pause` does. */
export async function findAll(
  { corpora }: Snapshot,
  query: SearchQuery,
  means: Means,
): Promise<Found> {
  const hits: FoundHit[] = []
  let pages = 0
  let isWhole = true
  for (const corpus of corpora) {
    const source = memorySource(corpus)
    const finder = new Finder(source, query)
    for (const page of finder.pages()) {
      await means.pause()
      const document = source.document(page.id)
      if (document === undefined || !source.mayHold(page.id, query)) continue
      const content = source.content(page.id)
      const matches = await expressionsIn(content, query, means)
      const found = finder.hitsOn(page, content, matches)
      if (found.length > 0) pages++
      for (const hit of found) hits.push({ corpus, source, document, page, hit })
      if (hits.length <= mostHits) continue
      hits.length = mostHits
      isWhole = false
      break
    }
  }
  const documents = corpora.flatMap((corpus) => corpus.documents)
  const waiting = documents.filter((each) => each.state === 'ready' && !each.isAnalysed).length
  return { hits, pages, isWhole, waiting }
}

/** What stands beside it on the pages of all corpora. Rejects as `findAll` does. */
export async function collocatesOf(
  { corpora }: Snapshot,
  query: SearchQuery,
  {
    tokens,
    window,
    means,
  }: { readonly tokens: Tokens; readonly window: number; readonly means: Means },
): Promise<Collocates> {
  const collocates = new Collocates(tokens, window)
  for (const corpus of corpora) {
    const source = memorySource(corpus)
    const finder = new Finder(source, query)
    for (const page of finder.allPages()) {
      await means.pause()
      const content = source.content(page.id)
      const matches = await expressionsIn(content, query, means)
      const isHere = source.mayHold(page.id, query)
      collocates.add(content, isHere ? finder.hitsOn(page, content, matches) : [])
    }
  }
  return collocates
}

/** What the query's expressions match on the page, found beforehand. */
async function expressionsIn(
  { units }: PageContent,
  { terms }: SearchQuery,
  means: Means,
): Promise<FindMatches> {
  const known = new Map<string, readonly Matches[]>()
  const texts = units.map(({ text }) => text)
  for (const term of terms) {
    if (term.kind === 'text') continue
    const { source, flags } = term
    known.set(`${flags}/${source}`, await means.matches(texts, source, flags))
  }
  return (_texts, source, flags) => known.get(`${flags}/${source}`) ?? []
}
