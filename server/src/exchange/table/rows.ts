/** Rows of a table of annotations: a mention or a relation each, its parts in named columns. */

import type { Span } from '../../text/span.ts'
import { containsOffset, sliceSpan } from '../../text/span.ts'
import { printJson } from '../../values/json.ts'
import { firstIndex } from '../../values/sorted.ts'
import { cellOf } from '../file/cells.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { codePoints } from '../our-page/text-positions.ts'

/**
 * `place` is `start..end` in code points, several with `;`: it looks like no date. `from` and `to` are ids. The
 * columns from `linked` on are there to be read by people, and not read back.
 */
export const columns = [
  ...(['kind', 'page', 'id', 'type', 'text', 'place', 'from', 'to', 'status'] as const),
  ...(['confidence', 'source', 'attributes', 'note', 'unsure', 'entity', 'reading'] as const),
  ...(['who', 'when', 'extra', 'linked', 'article', 'newspaper', 'date', 'number'] as const),
] as const

export type Column = (typeof columns)[number]

/** Stands between the pieces of a mention in the column `text`. */
export const pieceMark = '…'

/** The cells of a page's mentions and relations, in the order of `columns`. */
export function rowsOf(page: ExchangePage): readonly (readonly string[])[] {
  const { text, mentions, relations, path, data } = page
  const { toPosition } = codePoints(text)
  const articleOf = articleFinder(page)
  const about = {
    page: path,
    newspaper: data.newspaper,
    date: data.date,
    number: data.number?.toString(),
  }
  return [
    ...mentions.map((mention) =>
      rowOf({
        ...about,
        ...statementCells(mention),
        kind: 'mention',
        text: mention.spans.map((span) => sliceSpan(text, span)).join(pieceMark),
        place: mention.spans
          .map(({ start, end }) => `${toPosition(start)}..${toPosition(end)}`)
          .join(';'),
        entity: mention.entity,
        reading: mention.reading,
        linked: mention.linked,
        article: articleOf(mention.spans[0]?.start ?? 0),
      }),
    ),
    ...relations.map((relation) =>
      rowOf({
        ...about,
        ...statementCells(relation),
        kind: 'relation',
        from: relation.from,
        to: relation.to,
      }),
    ),
  ]
}

type Cells = { readonly [column in Column]?: string | undefined }

function rowOf(cells: Cells): readonly string[] {
  return columns.map((column) => cellOf(cells[column]))
}

function statementCells(statement: ExchangeMention | ExchangeRelation): Cells {
  const { id, type, status, confidence, source, attributes, note, unsure, who, when, extra } =
    statement
  return {
    id,
    type,
    status,
    confidence: confidence === undefined ? undefined : String(confidence),
    source,
    attributes: attributes === undefined ? undefined : printJson(attributes),
    note,
    unsure: unsure === undefined ? undefined : 'true',
    who,
    when,
    extra: extra === undefined ? undefined : printJson(extra),
  }
}

/** The title of the article in which an offset is. */
function articleFinder({ articles }: ExchangePage): (offset: number) => string | undefined {
  const blocks = articles
    .flatMap(({ headline, titleLines, spans }) =>
      spans.map((span): { span: Span; title: string } => ({
        span,
        title: headline ?? titleLines.join(' '),
      })),
    )
    .sort((a, b) => a.span.start - b.span.start)
  return (offset) => {
    const low = firstIndex(blocks.length, (middle) => (blocks[middle]?.span.start ?? 0) > offset)
    const block = blocks[low - 1]
    return block !== undefined && containsOffset(block.span, offset) ? block.title : undefined
  }
}
