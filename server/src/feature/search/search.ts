/** Search over an index: what a query finds, page by page, with its context. */
import { pageMatcher } from '../../corpus/config/globs.ts'
import type { IndexedMention, IndexedPage, IndexReader } from '../../index/database/reader.ts'
import { codePointMap } from '../../text/code-points.ts'
import { fold } from '../../text/fold.ts'
import { lineIndex } from '../../text/lines.ts'
import { mentionHits, type PageHit, textHits, withMentions } from './page-hits.ts'
import { type DateRange, isOfMentions, type SearchQuery } from './query.ts'

/** The order of the keys is part of the output. `start` and `end` as in `MentionRecord`. */
export interface SearchRecord {
  /** Path of the page in the index. */
  readonly page: string
  /** One-based; of the column in characters. */
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
  readonly left: string
  readonly text: string
  readonly right: string
  /** Of the mention that was found, or in which the text stands. */
  readonly type: string | null
  readonly status: string | null
  /** Its name over all pages. */
  readonly entity: string | null
  /** Headline of the article. */
  readonly article: string | null
  readonly newspaper: string | null
  readonly date: string | null
}

export interface SearchScope {
  /** Characters on each side. */
  readonly context: number
  /** Which pages may be looked at, by uri. */
  includes(uri: string): boolean
}

export interface PageOfHits {
  readonly page: IndexedPage
  readonly records: readonly SearchRecord[]
}

/** By path of the page and position; pages without hits are left out. What is not taken is not looked for. Throws `TooSlow`. */
export function* search(
  reader: IndexReader,
  query: SearchQuery,
  { context, includes }: SearchScope,
): Generator<PageOfHits, void> {
  const ofMentions = isOfMentions(query)
  const entities = entitiesOf(reader, query)
  const passes = mentionTest(query, entities)
  const isWanted = pageTest(query)
  const texts = query.terms.flatMap((term) => (term.kind === 'text' ? [term.text] : []))
  const { isDone } = query
  for (const page of reader.pages({ texts, entities, isDone })) {
    if (!includes(page.uri) || !isWanted(page)) continue
    const content = reader.content(page.id)
    const mentions = () => reader.mentions(page.id)
    const found = ofMentions ? [] : textHits(content, query.terms, query.near)
    const hits = ofMentions
      ? mentionHits(content, mentions().filter(passes), query)
      : found.length === 0
        ? []
        : withMentions(found, mentions())
    if (hits.length === 0) continue
    yield { page, records: recordsOf(reader, page, { text: content.text, hits, context }) }
  }
}

/** `undefined` where the query names none. */
function entitiesOf(
  reader: IndexReader,
  { owners, entities }: SearchQuery,
): readonly number[] | undefined {
  const lists = [
    ...owners.map((owner) => reader.entitiesOwned(holder(owner))),
    ...entities.map((name) => reader.entitiesNamed(holder(name))),
  ]
  const [first, ...others] = lists.map((list) => new Set(list))
  if (first === undefined) return undefined
  return [...first].filter((entity) => others.every((other) => other.has(entity)))
}

function holder(wanted: string): (name: string) => boolean {
  const folded = fold(wanted).text
  return (name) => fold(name).text.includes(folded)
}

function mentionTest(
  { types, statuses }: SearchQuery,
  entities: readonly number[] | undefined,
): (mention: IndexedMention) => boolean {
  const wantedTypes = new Set(types.map((type) => type.toLowerCase()))
  const wantedStatuses = new Set(statuses)
  const wanted = entities === undefined ? undefined : new Set(entities)
  return ({ type, status, entity }) =>
    (wantedTypes.size === 0 || wantedTypes.has(type.toLowerCase())) &&
    (wantedStatuses.size === 0 ? status !== 'rejected' : wantedStatuses.has(status)) &&
    (wanted === undefined || (entity !== undefined && wanted.has(entity)))
}

function pageTest({ pages, date }: SearchQuery): (page: IndexedPage) => boolean {
  // A name alone is looked for in all folders.
  const globs = pages.flatMap((glob) => (glob.includes('/') ? [glob] : [glob, `**/${glob}`]))
  const fits = globs.length === 0 ? () => true : pageMatcher(globs)
  return (page) => fits(page.path) && (date === undefined || isIn(date, page.date))
}

/** A page of which only the year is known is in a range that holds a part of that year. */
function isIn({ from, to }: DateRange, date: string | undefined): boolean {
  if (date === undefined) return false
  const isBehind = from === undefined || date.slice(0, from.length) >= from.slice(0, date.length)
  const isBefore = to === undefined || date.slice(0, to.length) <= to.slice(0, date.length)
  return isBehind && isBefore
}

function recordsOf(
  reader: IndexReader,
  { id, path, newspaper, date }: IndexedPage,
  {
    text,
    hits,
    context,
  }: { readonly text: string; readonly hits: readonly PageHit[]; readonly context: number },
): readonly SearchRecord[] {
  const { toCodePoint } = codePointMap(text)
  const lines = lineIndex(text)
  const headlines = reader.headlines(id)
  return hits.map(({ source, text: around, logical, mention, article }) => {
    const { line } = lines.position(source.start)
    const start = toCodePoint(source.start)
    return {
      page: path,
      line: line + 1,
      column: start - toCodePoint(lines.lineStart(line)) + 1,
      start,
      end: toCodePoint(source.end),
      left: lastCharacters(around.slice(0, logical.start), context),
      text: around.slice(logical.start, logical.end),
      right: [...around.slice(logical.end, logical.end + 2 * context)].slice(0, context).join(''),
      type: mention?.type ?? null,
      status: mention?.status ?? null,
      entity: mention?.entity === undefined ? null : (reader.entityName(mention.entity) ?? null),
      article: article === undefined ? null : (headlines.get(article) ?? null),
      newspaper: newspaper ?? null,
      date: date ?? null,
    }
  })
}

function lastCharacters(text: string, count: number): string {
  const characters = [...text.slice(Math.max(0, text.length - 2 * count))]
  return characters.slice(Math.max(0, characters.length - count)).join('')
}
