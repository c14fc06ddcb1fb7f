/** What a page of a corpus gives to the formats: its text with LF newlines, its mentions and records. */

import type { Mention } from '../../annotation/record/mention.ts'
import type {
  AnnotationRecord,
  RelationRecord,
  SpanRecord,
} from '../../annotation/record/record.ts'
import { headerOf, type TextView } from '../../annotation/record/selectors.ts'
import type { Page, PageData } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import type {
  ExchangeArticle,
  ExchangeMention,
  ExchangePage,
  ExchangeRelation,
} from '../format/model.ts'
import { tidySpans } from './parts.ts'
import { codePoints, lfText } from './text-positions.ts'

export interface SourcePage {
  readonly path: string
  readonly view: TextView
  readonly page: Page
  readonly data: PageData
  /** Those to be written, spans in the page's text. */
  readonly mentions: readonly Mention[]
  /** All records of its sidecar. */
  readonly records: readonly AnnotationRecord[]
  /** Id of the entity to which a mention is linked. */
  linked(mention: Mention): string | undefined
}

/** Total. Mentions with no character in the text are records only. */
export function sourcePage(source: SourcePage): ExchangePage {
  const { path, view, page, data, records } = source
  const { text, toLf } = lfText(view.text)
  const { toPosition } = codePoints(text)
  const toSpan = ({ start, end }: Span): Span => ({ start: toLf(start), end: toLf(end) })
  const ids = new Set<string>()
  const idOf = (mention: Mention, spans: readonly Span[]): string => {
    const at = spans.map(({ start, end }) => `${toPosition(start)}-${toPosition(end)}`).join(',')
    const id = mention.record?.id ?? `${mention.type}:${at}`
    const unique = ids.has(id) ? `${id}~${ids.size}` : id
    ids.add(unique)
    return unique
  }
  const mentions = source.mentions.flatMap((mention): ExchangeMention[] => {
    const spans = tidySpans(mention.spans.map(toSpan))
    if (spans.length === 0) return []
    const linked = source.linked(mention)
    return [
      {
        ...(mention.record === undefined ? suggestionOf(mention) : partsOf(mention.record)),
        id: idOf(mention, spans),
        type: mention.type,
        status: mention.status,
        spans,
        ...defined({ linked }),
      },
    ]
  })
  const relations = records.flatMap((record): ExchangeRelation[] =>
    record.kind === 'relation' && ids.has(record.from) && ids.has(record.to)
      ? [
          {
            ...partsOf(record),
            id: record.id,
            type: record.type,
            status: record.status,
            from: record.from,
            to: record.to,
          },
        ]
      : [],
  )
  const used = new Set([...ids, ...relations.map(({ id }) => id)])
  const { newline, sha256 } = headerOf(view, path)
  return {
    path,
    kind: 'source',
    text,
    mentions,
    relations,
    articles: page.articles.map(
      (article): ExchangeArticle => ({
        titleLines: article.titleLines,
        ...defined({ headline: article.headline }),
        byline: article.byline.map(({ name }) => name),
        spans: article.blocks.map(({ span }) => toSpan(span)),
      }),
    ),
    data,
    records: records.filter(({ kind, id }) => isOther(kind) || !used.has(id)),
    newline,
    sha256,
  }
}

function isOther(kind: AnnotationRecord['kind']): boolean {
  return kind === 'page' || kind === 'correction'
}

type Statement = Partial<Omit<SpanRecord, 'kind'>> | Partial<Omit<RelationRecord, 'kind'>>

/** A suggestion has no other parts. */
function suggestionOf({ source, confidence }: Mention): Partial<ExchangeMention> {
  return { source, confidence }
}

/** Keys of a record that are made anew, or stand in the mention under another name. */
const ownKeys: ReadonlySet<string> = new Set([
  ...['kind', 'id', 'at', 'quote', 'prefix', 'suffix', 'type', 'status', 'from', 'to'],
])
const partKeys: ReadonlySet<string> = new Set([
  ...['confidence', 'source', 'attributes', 'note', 'unsure', 'entity', 'reading', 'who', 'when'],
])

/** The parts of a record; all keys that are none of them are `extra`. */
function partsOf(record: Statement): Partial<ExchangeMention> {
  const entries = Object.entries(record).filter(
    ([key, value]) => !ownKeys.has(key) && value !== undefined,
  )
  const parts = entries.filter(([key]) => partKeys.has(key))
  const extra = entries.filter(([key]) => !partKeys.has(key))
  return {
    ...Object.fromEntries(parts),
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
  }
}
