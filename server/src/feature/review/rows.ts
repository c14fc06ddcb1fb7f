/** What is open on one page, with the sentences in which it stands. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { AnnotationRecord } from '../../annotation/record/record.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { ReviewFilter, ReviewRow } from '../../protocol.ts'
import { byPosition, hull, type Span, sliceSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { sentenceOf } from '../lists/entity-mentions.ts'
import { articleNameAt } from '../wording/article-name.ts'
import { wordsOf } from '../wording/record-words.ts'
import { doubtsOf } from './doubts.ts'
import { rejectedMentions, stopsOf, unsureMentions } from './stops.ts'

export interface OpenRow extends Omit<ReviewRow, 'location' | 'highlight'> {
  readonly span: Span
  /** In the sentence. */
  readonly highlight: Span
}

/** Suggestions and gaps, unsure marks, doubts and unsure joins by place. */
export function openRows(place: PageOfCorpus, filter: ReviewFilter): readonly OpenRow[] {
  const { document } = place
  const unsure = unsureMentions(document, filter).map((mention) => rowOf(place, 'unsure', mention))
  if (filter.unsure === true) return unsure
  const stops = stopsOf(document, filter).map((stop): OpenRow => {
    if (stop.kind !== 'gap') return rowOf(place, 'suggestion', stop.mention)
    const { span, text, article } = stop.gap
    return { kind: 'gap', ...around(place, text, span), ...articleOf(place, article) }
  })
  const doubts = doubtsOf(document).map(({ record, span }): OpenRow => {
    const words = wordsOf(record) || sliceSpan(document.text, span).slice(0, 20)
    return { kind: 'doubt', ...around(place, words, span), ...statementOf(record) }
  })
  const joins = document.page.unsureJoins.map(({ from, to }): OpenRow => {
    const whole = hull([from.span, to.span]) ?? from.span
    const text = `${tail(sliceSpan(document.text, from.span))}→${head(sliceSpan(document.text, to.span))}`
    const [span, highlight] = [whole, { start: 0, end: text.length }]
    return { kind: 'join', text, span, sentence: text, highlight }
  })
  const rejected = rejectedMentions(document, filter).map((each) => rowOf(place, 'rejected', each))
  return [...stops, ...unsure, ...doubts, ...joins, ...rejected].sort((a, b) =>
    byPosition(a.span, b.span),
  )
}

function rowOf(
  place: PageOfCorpus,
  kind: 'suggestion' | 'unsure' | 'rejected',
  mention: Mention,
): OpenRow {
  const { text, type, confidence, record, article } = mention
  return {
    kind,
    span: mentionSpan(mention),
    text,
    type,
    ...(record === undefined ? { confidence } : statementOf(record)),
    ...articleOf(place, article),
    ...sentenceOf(place.document, mention),
  }
}

function around({ document }: PageOfCorpus, text: string, span: Span) {
  return { span, text, ...sentenceOf(document, { text, spans: [span] }) }
}

function articleOf(
  { document }: PageOfCorpus,
  index: number | undefined,
): Pick<OpenRow, 'article'> {
  const article = articleNameAt(document.page, index)
  return article === undefined ? {} : { article }
}

function statementOf(record: AnnotationRecord): Pick<OpenRow, 'id' | 'note' | 'type'> {
  const { id, note } = record
  return {
    id,
    ...defined({ note }),
    ...('type' in record ? { type: record.type } : {}),
  }
}

/** As much of a passage as is needed to know it. */
const shown = 12

function tail(text: string): string {
  return Array.from(text.replace(/\s+/g, '')).slice(-shown).join('')
}

function head(text: string): string {
  return Array.from(text.slice(0, shown * 4).replace(/\s+/g, ''))
    .slice(0, shown)
    .join('')
}
