/** Which year a date without one means, by the issue in which it stands. */
import { type Day, partsOf } from './calendar.ts'

/** What a date stands in. */
export interface Ground {
  /** The day of the issue; without it only dates with their year have a value. */
  readonly issue: Day | undefined
  /** The day on which the article was written, where its dateline says it: what 今天 is. */
  readonly written?: Day | undefined
  /** The value of the date before it in the article, in EDTF. */
  readonly before: string | undefined
}

/**
 * The year of a day that comes once a year: that of the issue. At the beginning of a year what lies far ahead is of the year before
 * (a November in January), and what is long behind while the next is close is the next one (元旦 in December). A `feast` is looked
 * forward to from farther than a month. `dayIn` gives the day of a year, `undefined` where that year has none.
 */
export function nearestYear(
  issue: Day,
  dayIn: (year: number) => Day | undefined,
  kind: 'feast' | 'month' = 'feast',
): number | undefined {
  const { year, month } = partsOf(issue)
  const day = dayIn(year)
  if (day === undefined) return dayIn(year - 1) === undefined ? undefined : year - 1
  if (month < 3 && day - issue > 100) return year - 1
  const next = dayIn(year + 1)
  const isNext = kind === 'feast' && next !== undefined && next - issue < 100 && issue - day > 240
  return isNext || issue - day > 320 ? year + 1 : year
}

/** The year of the date before in the article. */
export function yearBefore({ before }: Ground): number | undefined {
  const year = /^\d{4}/u.exec(before ?? '')?.[0]
  return year === undefined ? undefined : Number(year)
}
