/** Of a mention's card: its relations, both ways, with links to the other ends. */
import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import { articleNameAt } from '../../wording/article-name.ts'
import { t } from '../../wording/messages.ts'
import { type RelationOfMention, relationsOfMention } from '../relations.ts'
import type { CardStyle } from './style.ts'

/** Relations listed; the others are summed up. */
const most = 8

/** A line for each: what it is, the other end, the article of that if it is another one. */
export function relationLines(
  place: PageOfCorpus,
  mention: Mention,
  style: CardStyle,
): readonly string[] {
  const relations = relationsOfMention(place, mention)
  const lines = relations.slice(0, most).map((each) => lineOf(place, mention, each, style))
  if (relations.length > most) lines.push(t('{0} more relations', relations.length - most))
  return lines
}

function lineOf(
  { document }: PageOfCorpus,
  mention: Mention,
  { record, end, other, label, values }: RelationOfMention,
  { show, link }: CardStyle,
): string {
  const relation = show([label, ...values].join(' · '))
  const words = link(other.text, document, mentionSpan(other))
  const article = articleNameAt(document.page, other.article)
  return [
    end === 'from' ? t('{0}: {1}', relation, words) : t('{0} of {1}', relation, words),
    ...(article === undefined || other.article === mention.article ? [] : [show(article)]),
    ...(record.unsure === true ? [t('unsure')] : []),
    ...(record.note === undefined ? [] : [t('Note: {0}', show(record.note))]),
  ].join(' · ')
}
