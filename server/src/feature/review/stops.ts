/** The places of a page at which a review stops. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { ReviewFilter } from '../../protocol.ts'
import { byPosition, type Span } from '../../text/span.ts'
import { filterKey, passes } from './filter.ts'
import { type Gap, gapsOf } from './gaps.ts'

export type Stop =
  | { readonly kind: 'suggestion' | 'unsure'; readonly span: Span; readonly mention: Mention }
  | { readonly kind: 'gap'; readonly span: Span; readonly gap: Gap }

/** By place: the suggestions within the filter and its gaps, or, where it says so, the unsure marks. */
export function stopsOf(document: Document, filter: ReviewFilter): readonly Stop[] {
  const known = remembered.get(document) ?? new Map<string, readonly Stop[]>()
  remembered.set(document, known)
  const key = filterKey(filter)
  const stops = known.get(key) ?? find(document, filter)
  known.set(key, stops)
  return stops
}

/** Mentions that a person has flagged, within the filter. */
export function unsureMentions({ decided }: Document, filter: ReviewFilter): readonly Mention[] {
  return decided.filter(
    (each) =>
      each.record?.unsure === true &&
      each.status !== 'rejected' &&
      // How sure the recogniser was says nothing of what a person doubts.
      passes({ ...each, confidence: 1 }, { ...filter, minimumConfidence: 0, maximumConfidence: 1 }),
  )
}

/** Suggestions that a person has rejected, within the filter; none where it does not ask for them. */
export function rejectedMentions({ decided }: Document, filter: ReviewFilter): readonly Mention[] {
  if (filter.rejected !== true) return []
  return decided.filter((each) => each.status === 'rejected' && passes(each, filter))
}

/** Documents are immutable. */
const remembered = new WeakMap<Document, Map<string, readonly Stop[]>>()

function find(document: Document, filter: ReviewFilter): readonly Stop[] {
  if (filter.unsure === true) {
    return unsureMentions(document, filter).map((mention) => stopAt('unsure', mention))
  }
  const suggestions = document.mentions
    .filter((mention) => mention.status === 'suggested' && passes(mention, filter))
    .map((mention) => stopAt('suggestion', mention))
  const gaps = gapsOf(document, filter.gaps ?? [])
    .filter(({ article }) => filter.article === undefined || filter.article === article)
    .map((gap): Stop => ({ kind: 'gap', span: gap.span, gap }))
  return [...suggestions, ...gaps].sort((a, b) => byPosition(a.span, b.span))
}

function stopAt(kind: 'suggestion' | 'unsure', mention: Mention): Stop {
  return { kind, span: mentionSpan(mention), mention }
}
