/** What was read of a page as records of a sidecar: the way back from `source-page.ts`. */

import type {
  AnnotationRecord,
  RelationRecord,
  SpanRecord,
} from '../../annotation/record/record.ts'
import { describeSpans, type TextView } from '../../annotation/record/selectors.ts'
import { defined } from '../../values/defined.ts'
import type { ExchangeStatement, ReadPage } from '../format/model.ts'

/**
 * Mentions, relations and the other records; `view` is the page, whose LF view is `page.text`. Ids are those
 * that were read: who imports gives new ones where they are not ours.
 */
export function recordsOfPage(page: ReadPage, view: TextView): readonly AnnotationRecord[] {
  const toSource = sourceOffsets(view)
  const spans = page.mentions.map((mention): SpanRecord => {
    const { entity, reading } = mention
    const places = mention.spans.map(({ start, end }) => ({
      start: toSource(start),
      end: toSource(end),
    }))
    return {
      kind: 'span',
      ...statementOf(mention),
      ...describeSpans(view, places),
      ...defined({ entity, reading }),
    }
  })
  const relations = page.relations.map((relation): RelationRecord => {
    const { from, to } = relation
    return { kind: 'relation', ...statementOf(relation), from, to }
  })
  return [...spans, ...relations, ...(page.records ?? [])]
}

/** Offset in the LF view to offset in the page. */
function sourceOffsets({ text, lf, map, lfMap }: TextView): (offset: number) => number {
  return text === lf ? (offset) => offset : (offset) => map.toOffset(lfMap.toCodePoint(offset))
}

type Parts = Pick<
  SpanRecord,
  | 'id'
  | 'type'
  | 'status'
  | 'confidence'
  | 'source'
  | 'attributes'
  | 'note'
  | 'unsure'
  | 'who'
  | 'when'
>

function statementOf(statement: ExchangeStatement): Parts {
  const { id, type, status, confidence, source, attributes, note, unsure, who, when, extra } =
    statement
  return {
    ...extra,
    id,
    type,
    status,
    ...defined({ confidence, source, attributes, note, unsure, who, when }),
  }
}
