/**
 * The page as logical text: its articles and loose blocks in order, breaks joined, for formats in which a name must
 * be in one piece. The map back goes into the side file, and import uses it.
 */

import type { LogicalText, Page } from '../../page/model.ts'
import { logicalToSource, type OffsetMap, type Piece } from '../../text/offset-map.ts'
import { type Span, sameSpan } from '../../text/span.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { tidySpans } from './parts.ts'

/** What import needs to bring annotations of a logical text to their places in the source. */
export interface LogicalMap {
  /** The whole logical text. */
  readonly text: string
  /** To the source with LF newlines, UTF-16. */
  readonly map: OffsetMap
  /** Source spans of mentions, by id, that the map would not give back as they are. */
  readonly exact: ReadonlyMap<string, readonly Span[]>
  /** Mentions of which no character is in the logical text, spans in the source; relations with such an end. */
  readonly outside: readonly ExchangeMention[]
  readonly outsideRelations: readonly ExchangeRelation[]
}

export interface LogicalPage {
  readonly page: ExchangePage
  readonly map: LogicalMap
}

/** `source` is the page of `sourcePage`, `page` its structure; `toLf` takes offsets of the latter to the former. */
export function logicalPage(
  source: ExchangePage,
  page: Page,
  toLf: (offset: number) => number,
): LogicalPage {
  const { text, map, articles } = joinedTexts(page, toLf)
  const place = sourceToLogicalSpans(map)
  const mentions: ExchangeMention[] = []
  const outside: ExchangeMention[] = []
  const exact = new Map<string, readonly Span[]>()
  for (const mention of source.mentions) {
    const spans = tidySpans(mention.spans.flatMap(place))
    if (spans.length === 0) {
      outside.push(mention)
      continue
    }
    mentions.push({ ...mention, spans })
    if (!sameSpans(sourceSpans(source.text, map, spans), mention.spans)) {
      exact.set(mention.id, mention.spans)
    }
  }
  const ids = new Set(mentions.map(({ id }) => id))
  const isInside = ({ from, to }: ExchangeRelation): boolean => ids.has(from) && ids.has(to)
  return {
    page: {
      ...source,
      kind: 'logical',
      text,
      mentions,
      relations: source.relations.filter(isInside),
      articles: source.articles.map((article, i) => {
        const span = articles.get(i)
        return { ...article, spans: span === undefined ? [] : [span] }
      }),
    },
    map: {
      text,
      map,
      exact,
      outside,
      outsideRelations: source.relations.filter((relation) => !isInside(relation)),
    },
  }
}

/** The source spans of logical ones, a name cut by a break in one piece as recognisers have it. */
export function sourceSpans(
  source: string,
  map: OffsetMap,
  spans: readonly Span[],
): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.flatMap((each) => logicalToSource(map, each))) {
    const last = joined.at(-1)
    const gap =
      last === undefined || span.start < last.end ? 'x' : source.slice(last.end, span.start)
    if (last !== undefined && /^\s*$/.test(gap)) {
      joined[joined.length - 1] = { start: last.start, end: span.end }
    } else joined.push(span)
  }
  return joined
}

/** The texts of articles and loose blocks, by where they begin in the source, a blank line between two. */
function joinedTexts(
  page: Page,
  toLf: (offset: number) => number,
): { text: string; map: OffsetMap; articles: ReadonlyMap<number, Span> } {
  const units: readonly { logical: LogicalText; start: number; article?: number }[] = [
    ...page.articles.map(({ logical, span }, article) => ({ logical, start: span.start, article })),
    ...page.loose.map(({ logical, block }) => ({ logical, start: block.span.start })),
  ]
  const parts: string[] = []
  const pieces: Piece[] = []
  const articles = new Map<number, Span>()
  let length = 0
  for (const { logical, article } of [...units].sort((a, b) => a.start - b.start)) {
    if (logical.text === '') continue
    if (length > 0) {
      parts.push('\n\n')
      length += 2
    }
    for (const piece of logical.map.pieces) {
      pieces.push({ ...piece, logical: piece.logical + length, source: toLf(piece.source) })
    }
    parts.push(logical.text)
    if (article !== undefined)
      articles.set(article, { start: length, end: length + logical.text.length })
    length += logical.text.length
  }
  return { text: parts.join(''), map: { pieces }, articles }
}

/**
 * Logical spans of one source span, in source order. Pieces that follow each other in the logical text are
 * one, with the blank that joins two lines of a title.
 */
function sourceToLogicalSpans({ pieces }: OffsetMap): (span: Span) => readonly Span[] {
  const bySource = pieces
    .map((piece, index) => ({ ...piece, index }))
    .sort((a, b) => a.source - b.source)
  return ({ start, end }) => {
    const low = firstIndex(bySource.length, (middle) => {
      const piece = bySource[middle]
      return piece === undefined || piece.source + piece.length > start
    })
    const spans: Span[] = []
    let before = -2
    for (let i = low; i < bySource.length; i++) {
      const piece = bySource[i]
      if (piece === undefined || piece.source >= end) break
      const shift = piece.logical - piece.source
      const from = Math.max(start, piece.source) + shift
      const to = Math.min(end, piece.source + piece.length) + shift
      const last = spans.at(-1)
      if (last !== undefined && piece.index === before + 1) {
        spans[spans.length - 1] = { start: last.start, end: to }
      } else spans.push({ start: from, end: to })
      before = piece.index
    }
    return spans
  }
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, i) => {
      const other = b[i]
      return other !== undefined && sameSpan(span, other)
    })
  )
}
