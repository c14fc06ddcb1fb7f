/** Mentions of pages as records for other programs, with positions that they understand. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import { fileName } from '../../corpus/snapshot/page-data.ts'
import { codePointMap, lfView } from '../../text/code-points.ts'
import { byPosition, type Span, sliceSpan } from '../../text/span.ts'

/** Offsets are code points over the text with LF newlines and without byte order mark. */
export interface PlaceRecord {
  /** File name without folders. */
  readonly page: string
  readonly start: number
  readonly end: number
  /** What stands there, line breaks included. */
  readonly text: string
}

/** The order of the keys is part of the output. */
export interface MentionRecord {
  readonly page: string
  readonly start: number
  readonly end: number
  readonly type: string
  readonly text: string
  readonly status: string
  /** Id of the entity; a rejected mention has none. */
  readonly entity: string | null
  /** Headline of the article, as `articleList` has it; none for a photo's caption. */
  readonly article: string | null
}

/** Pages in their order, mentions by position. */
export function mentionList(
  corpus: Corpus,
  documents: readonly Document[],
): readonly MentionRecord[] {
  return documents.flatMap((document) =>
    mentionsOfPage(document, (mention) => corpus.index.entityOf(document.path, mention)?.id),
  )
}

/** Of one page, by position; `entityOf` gives the id of a mention's entity. */
export function mentionsOfPage(
  document: Document,
  entityOf: (mention: Mention) => string | undefined,
): readonly MentionRecord[] {
  const place = placing(document)
  return [...document.mentions]
    .sort((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
    .map((mention) => record(document, mention, place(mentionSpan(mention)), entityOf(mention)))
}

/** Turns spans of a document into records; a name of several fragments reaches from first to last. */
export function placing({ path, text }: Document): (span: Span) => PlaceRecord {
  const { toCodePoint } = codePointMap(text)
  const page = fileName(path)
  return (span) => ({
    page,
    start: toCodePoint(span.start),
    end: toCodePoint(span.end),
    text: lfView(sliceSpan(text, span)),
  })
}

function record(
  document: Document,
  mention: Mention,
  { page, start, end, text }: PlaceRecord,
  entity: string | undefined,
): MentionRecord {
  const { type, status } = mention
  const article =
    mention.article === undefined ? undefined : document.page.articles[mention.article]
  const headline = article?.kind === 'article' ? article.headline : undefined
  return {
    page,
    start,
    end,
    type,
    text,
    status,
    entity: entity ?? null,
    article: headline ?? null,
  }
}
