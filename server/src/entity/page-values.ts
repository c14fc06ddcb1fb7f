/** What the dates of a page mean, each by the issue and by the dates before it in its article. */
import { type Mention, mentionSpan } from '../annotation/record/mention.ts'
import type { Page } from '../page/model.ts'
import { sourceToLogical } from '../text/offset-map.ts'
import { byPosition } from '../text/span.ts'
import type { Lexicon } from '../values/lexicon.ts'
import { expressions } from '../values/patterns.ts'
import { type Day, dayOfText } from './values/calendar.ts'
import { dateValue } from './values/date-value.ts'

export interface DatedPage {
  readonly page: Page
  readonly mentions: readonly Mention[]
  readonly lexicon: Lexicon
  /** `2021-11-22`; less than a day, or nothing, is no day to count from. */
  readonly issueDate: string | undefined
}

const patterns = expressions('date-values', { dateline: '' })

/** Values in EDTF of the dates of one article, or of those outside all articles; dates that nothing settles are left out. */
export function dateValues(
  { page, mentions, lexicon, issueDate }: DatedPage,
  article: number | undefined,
): ReadonlyMap<Mention, string> {
  const values = new Map<Mention, string>()
  const issue = dayOfText(issueDate ?? '')
  const dates = mentions
    .filter(
      (each) => each.article === article && each.type === 'Date' && each.status !== 'rejected',
    )
    .sort((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
  let before: string | undefined
  let written: Day | undefined
  for (const mention of dates) {
    const value = dateValue(mention.text, { issue, written, before }, lexicon)
    if (value === undefined) continue
    values.set(mention, value)
    before = value
    if (written === undefined && isDateline(page, mention, lexicon)) written = dayOfText(value)
  }
  return values
}

/** 本报6月15日讯, 新华社杭州6月15日电: the day on which the article was written. */
function isDateline(page: Page, mention: Mention, lexicon: Lexicon): boolean {
  const logical =
    mention.article === undefined ? undefined : page.articles[mention.article]?.logical
  if (logical === undefined) return false
  const start = sourceToLogical(logical.map, mentionSpan(mention).start)
  if (start === undefined) return false
  const end = start + mention.text.length
  return patterns(lexicon).dateline.test(logical.text.slice(end, end + 4))
}
