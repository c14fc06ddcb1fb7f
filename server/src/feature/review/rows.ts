/** What is open on one page, and its rows with the sentences in which it stands. */

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

/** Something open, without the words around it: of thousands they are looked for only where they are shown. */
export interface OpenThing {
  readonly kind: ReviewRow['kind']
  readonly span: Span
  /** Of a suggestion, what was rejected or a person is unsure of. */
  readonly mention?: Mention
  readonly row: () => OpenRow
}

/** Suggestions and gaps, unsure marks, doubts and unsure joins by place. */
export function openThings(place: PageOfCorpus, filter: ReviewFilter): readonly OpenThing[] {
  const { document } = place
  const ofMention = (kind: 'suggestion' | 'unsure' | 'rejected') => (mention: Mention) => ({
    kind,
    span: mentionSpan(mention),
    mention,
    row: () => rowOf(place, kind, mention),
  })
  const unsure = unsureMentions(document, filter).map(ofMention('unsure'))
  if (filter.unsure === true) return unsure
  const stops = stopsOf(document, filter).map((stop): OpenThing => {
    if (stop.kind !== 'gap') return ofMention('suggestion')(stop.mention)
    const { span, text, article } = stop.gap
    const row = () => ({
      kind: 'gap' as const,
      ...around(place, text, span),
      ...articleOf(place, article),
    })
    return { kind: 'gap', span, row }
  })
  const doubts = doubtsOf(document).map(({ record, span }): OpenThing => {
    const words = wordsOf(record) || sliceSpan(document.text, span).slice(0, 20)
    const row = () => ({
      kind: 'doubt' as const,
      ...around(place, words, span),
      ...statementOf(record),
    })
    return { kind: 'doubt', span, row }
  })
  const rejected = rejectedMentions(document, filter).map(ofMention('rejected'))
  return [...stops, ...unsure, ...doubts, ...joinsOf(place), ...rejected].sort((a, b) =>
    byPosition(a.span, b.span),
  )
}

export function openRows(place: PageOfCorpus, filter: ReviewFilter): readonly OpenRow[] {
  return openThings(place, filter).map(({ row }) => row())
}

function joinsOf({ document }: PageOfCorpus): readonly OpenThing[] {
  return document.page.unsureJoins.map(({ from, to }): OpenThing => {
    const span = hull([from.span, to.span]) ?? from.span
    const row = (): OpenRow => {
      const text = `${tail(sliceSpan(document.text, from.span))}→${head(sliceSpan(document.text, to.span))}`
      return {
        kind: 'join',
        text,
        span,
        sentence: text,
        highlight: { start: 0, end: text.length },
      }
    }
    return { kind: 'join', span, row }
  })
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
