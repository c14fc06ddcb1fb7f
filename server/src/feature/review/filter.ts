/** What a review stops at, as far as it can be said of one mention. */

import type { Mention } from '../../annotation/record/mention.ts'
import type { ReviewFilter, ReviewGap } from '../../protocol.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, own } from '../../values/json.ts'

/** The parameter `filter` of a command; what is no filter leaves everything in. Total. */
export function readFilter(value: Json | undefined): ReviewFilter {
  if (!isObject(value)) return {}
  const [types, gaps] = [own(value, 'types'), own(value, 'gaps')].map(textsIn)
  const [minimum, maximum, article] = ['minimumConfidence', 'maximumConfidence', 'article'].map(
    (key) => numberIn(own(value, key)),
  )
  return {
    ...defined({ types, minimumConfidence: minimum, maximumConfidence: maximum, article }),
    ...(own(value, 'unsure') === true ? { unsure: true } : {}),
    ...(own(value, 'rejected') === true ? { rejected: true } : {}),
    ...(gaps === undefined ? {} : { gaps: gapKinds.filter((kind) => gaps.includes(kind)) }),
  }
}

/** Whether a mention is within a filter, its status aside. Both confidences are included. */
export function passes(
  { type, confidence, article }: Pick<Mention, 'type' | 'confidence' | 'article'>,
  filter: ReviewFilter,
): boolean {
  const { types, minimumConfidence = 0, maximumConfidence = 1 } = filter
  return (
    (types === undefined || types.length === 0 || types.includes(type)) &&
    confidence >= minimumConfidence &&
    confidence <= maximumConfidence &&
    (filter.article === undefined || filter.article === article)
  )
}

/** Two filters that let the same through, written in the same order, have the same key. */
export function filterKey(filter: ReviewFilter): string {
  return JSON.stringify(filter)
}

const gapKinds: readonly ReviewGap[] = ['quote', 'title', 'number']

function textsIn(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined
}

function numberIn(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}
