/** Requests about relations: both ways from a mention, and where their other ends are. */

import { mentionSpan } from '../annotation/record/mention.ts'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { relatedSpans, relationsOfEntity } from '../feature/cursor/relations.ts'
import { mentionAt } from '../feature/looking/mention-at.ts'
import { articleNameAt } from '../feature/wording/article-name.ts'
import { pageName } from '../feature/wording/page-name.ts'
import type { RelatedItem, Relations, Requests } from '../protocol.ts'
import { spanToRange } from '../text/lines.ts'
import { defined } from '../values/defined.ts'
import { placeToLocation, positionToOffset } from './convert.ts'
import { answerer } from './own-requests.ts'
import type { RequestContext } from './page-requests.ts'

export function answerRelationRequests(context: RequestContext): void {
  const on = answerer(context)
  on('biaozhu/relations', relations)
  on('biaozhu/related', ({ uri, position }, state) => {
    const place = findPage(state, uri)
    if (place === undefined) return []
    const { document } = place
    const spans = relatedSpans(place, positionToOffset(document, position))
    return spans.map((span) => spanToRange(document.lines, span))
  })
}

function relations(
  { uri, position }: Parameters<Requests['biaozhu/relations']>[0],
  state: Snapshot,
): Relations | null {
  const place = findPage(state, uri)
  if (place === undefined) return null
  const { document } = place
  const mention = mentionAt(document, positionToOffset(document, position))?.mention
  if (mention === undefined) return null
  const found = relationsOfEntity(place, mention)
  return {
    location: placeToLocation({ document, span: mentionSpan(mention) }),
    text: mention.text,
    type: mention.type,
    items: found.map(({ record, end, other, label, values, document: page }): RelatedItem => {
      const { id, type: relation, note } = record
      const article = articleNameAt(page.page, other.article)
      return {
        id,
        relation,
        label,
        direction: end === 'from' ? 'out' : 'in',
        location: placeToLocation({ document: page, span: mentionSpan(other) }),
        text: other.text,
        type: other.type,
        values,
        ...defined({ article }),
        ...(page === document ? {} : { page: pageName(place.corpus, page) }),
        ...defined({ note }),
      }
    }),
  }
}
