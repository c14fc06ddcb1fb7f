/** Search over an index: what a query finds, page by page, with its context. */
import { pageMatcher } from '../../corpus/config/globs.ts'
import type {
  IndexedMention,
  IndexedPage,
  IndexReader,
  Mentioned,
} from '../../index/database/reader.ts'
import { joinedName } from '../../recognition/decided/decisions.ts'
import { codePointMap } from '../../text/code-points.ts'
import { fold } from '../../text/fold.ts'
import { lineIndex } from '../../text/lines.ts'
import { literalsOf } from './literals.ts'
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
  const mentioned = mentionedIn(reader, query)
  const passes = mentionTest(query, mentioned)
  const isWanted = pageTest(query)
  const texts = query.terms.flatMap((term) =>
    term.kind === 'text' ? [term.text] : literalsOf(term.source, term.flags),
  )
  const { isDone } = query
  for (const page of reader.pages({ texts, mentioned, isDone })) {
    if (!includes(page.uri) || !isWanted(page)) continue
    const content = reader.content(page.id)
    const mentions = () => reader.mentions(page.id)
    const found = ofMentions ? [] : textHits(content, query.terms, query.near)
    const hits = ofMentions
      ? mentionHits(
          content,
          mentions().filter((mention) => passes(mention, content.text)),
          query,
        )
      : found.length === 0
        ? []
        : withMentions(found, mentions())
    if (hits.length === 0) continue
    yield { page, records: recordsOf(reader, page, { text: content.text, hits, context }) }
  }
}

/** What has to be mentioned: of each list one. */
function mentionedIn(reader: IndexReader, { owners, entities }: SearchQuery): readonly Mentioned[] {
  return [
    ...owners.map((owner) => ({ entities: reader.entitiesOwned(holder(owner)), text: undefined })),
    ...entities.map((name) => ({ entities: reader.entitiesNamed(holder(name)), text: name })),
  ]
}

function holder(wanted: string): (name: string) => boolean {
  const folded = fold(wanted).text
  return (name) => fold(name).text.includes(folded)
}

/** Takes a mention, and the text of its page. */
function mentionTest(
  { types, statuses }: SearchQuery,
  mentioned: readonly Mentioned[],
): (mention: IndexedMention, text: string) => boolean {
  const wantedTypes = new Set(types.map((type) => type.toLowerCase()))
  const wantedStatuses = new Set(statuses)
  const lists = mentioned.map(({ entities, text }) => {
    return { entities: new Set(entities), holds: text === undefined ? () => false : holder(text) }
  })
  return ({ type, status, entity, start, end }, text) =>
    (wantedTypes.size === 0 || wantedTypes.has(type.toLowerCase())) &&
    (wantedStatuses.size === 0 ? status !== 'rejected' : wantedStatuses.has(status)) &&
    lists.every(({ entities, holds }) =>
      entity === undefined
        ? status !== 'rejected' && holds(joinedName(text.slice(start, end)))
        : entities.has(entity),
    )
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
      entity: mention === undefined ? null : entityName(reader, text, mention),
      article: article === undefined ? null : (headlines.get(article) ?? null),
      newspaper: newspaper ?? null,
      date: date ?? null,
    }
  })
}

function entityName(
  reader: IndexReader,
  text: string,
  { start, end, entity, status }: IndexedMention,
): string | null {
  if (entity !== undefined) return reader.entityName(entity) ?? null
  return status === 'rejected' ? null : joinedName(text.slice(start, end))
}

function lastCharacters(text: string, count: number): string {
  const characters = [...text.slice(Math.max(0, text.length - 2 * count))]
  return characters.slice(Math.max(0, characters.length - count)).join('')
}
