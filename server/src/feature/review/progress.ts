/** How much of a page is reviewed, and which pages of all have something open. */
import type { Document, PageOfCorpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { ReviewFilter, ReviewPage, ReviewState } from '../../protocol.ts'
import { pageName } from '../wording/page-name.ts'
import { doubtsOf } from './doubts.ts'
import { filterKey, passes } from './filter.ts'
import { rejectedMentions, stopsOf, unsureMentions } from './stops.ts'

/**
 * `done` are mentions that a person accepted or rejected and that came from a suggestion: what they
 * marked themselves was never open.
 */
export function reviewState(document: Document, filter: ReviewFilter): ReviewState {
  const known = remembered.get(document) ?? new Map<string, ReviewState>()
  remembered.set(document, known)
  const key = filterKey(filter)
  const state = known.get(key) ?? count(document, filter)
  known.set(key, state)
  return state
}

/** The page of a review, `undefined` where nothing of it is open. */
export function reviewPage(place: PageOfCorpus, filter: ReviewFilter): ReviewPage | undefined {
  const { corpus, document } = place
  const state = reviewState(document, filter)
  const { open, unsure, doubts, joins, rejected = 0 } = state
  if (open + unsure + doubts + joins + rejected === 0) return undefined
  return { uri: document.uri, label: pageName(corpus, document), ...state }
}

/** All pages in the order in which a review meets them. */
export function pagesToReview({ corpora }: Snapshot): readonly PageOfCorpus[] {
  return corpora.flatMap((corpus) => corpus.documents.map((document) => ({ corpus, document })))
}

const remembered = new WeakMap<Document, Map<string, ReviewState>>()

function count(document: Document, filter: ReviewFilter): ReviewState {
  const isUnsureOnly = filter.unsure === true
  const open = isUnsureOnly ? 0 : stopsOf(document, filter).length
  const done = isUnsureOnly
    ? 0
    : document.decided.filter(
        (mention) =>
          mention.status !== 'suggested' &&
          mention.record?.source !== undefined &&
          passes(mention, filter),
      ).length
  return {
    done,
    total: done + open,
    open,
    unsure: unsureMentions(document, filter).length,
    doubts: isUnsureOnly ? 0 : doubtsOf(document).length,
    joins: isUnsureOnly ? 0 : document.page.unsureJoins.length,
    ...(filter.rejected === true && !isUnsureOnly
      ? { rejected: rejectedMentions(document, filter).length }
      : {}),
  }
}
