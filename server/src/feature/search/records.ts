/** What search has found, as plain data with its context. */
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedMention, IndexedPage } from '../../index/database/reader.ts'
import { joinedName } from '../../recognition/decided/decisions.ts'
import { codePointMap } from '../../text/code-points.ts'
import { lineIndex } from '../../text/lines.ts'
import type { PageHit, TextHit } from './page-hits.ts'
import type { SearchSource } from './source.ts'

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
  /** Who runs it, of an initiative. */
  readonly owner: string | null
  /** Headline of the article. */
  readonly article: string | null
  readonly newspaper: string | null
  readonly date: string | null
}

export interface RecordsOfPage {
  readonly page: IndexedPage
  readonly records: readonly SearchRecord[]
}

export function recordsOf(
  source: SearchSource,
  { id, path, newspaper, date }: IndexedPage,
  {
    content: { text },
    hits,
    context,
  }: {
    readonly content: PageContent
    readonly hits: readonly PageHit[]
    readonly context: number
  },
): readonly SearchRecord[] {
  const { toCodePoint } = codePointMap(text)
  const lines = lineIndex(text)
  const headlines = source.headlines(id)
  return hits.map((hit) => {
    const { mention, article } = hit
    const { line } = lines.position(hit.source.start)
    const start = toCodePoint(hit.source.start)
    return {
      page: path,
      line: line + 1,
      column: start - toCodePoint(lines.lineStart(line)) + 1,
      start,
      end: toCodePoint(hit.source.end),
      ...contextOf(hit, context),
      type: mention?.type ?? null,
      status: mention?.status ?? null,
      entity: (mention && nameOfMention(source, text, mention)) ?? null,
      owner: (mention?.entity === undefined ? undefined : source.ownerOf(mention.entity)) ?? null,
      article: article === undefined ? null : (headlines.get(article) ?? null),
      newspaper: newspaper ?? null,
      date: date ?? null,
    }
  })
}

/** What was found, with `count` characters on each side. */
export function contextOf(
  { text, logical: { start, end } }: Pick<TextHit, 'text' | 'logical'>,
  count: number,
): { readonly left: string; readonly text: string; readonly right: string } {
  const right = [...text.slice(end, end + 2 * count)].slice(0, count).join('')
  return { left: lastCharacters(text.slice(0, start), count), text: text.slice(start, end), right }
}

/** Of its entity; of one that has none what stands there in the text of its page. */
export function nameOfMention(
  source: SearchSource,
  text: string,
  { start, end, entity, status }: IndexedMention,
): string | undefined {
  if (entity !== undefined) return source.entityName(entity)
  return status === 'rejected' ? undefined : joinedName(text.slice(start, end))
}

function lastCharacters(text: string, count: number): string {
  const characters = [...text.slice(Math.max(0, text.length - 2 * count))]
  return characters.slice(Math.max(0, characters.length - count)).join('')
}
