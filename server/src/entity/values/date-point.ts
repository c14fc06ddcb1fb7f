/** The value of a date that is one point or one period: 今年6月底, 去年春节, 腊月廿三, 上半年. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import {
  type Day,
  dateText,
  dayOf,
  interval,
  lastOfMonth,
  monthText,
  partsOf,
  two,
  yearText,
} from './calendar.ts'
import { festivalAt } from './festivals.ts'
import { lunarDay } from './lunar.ts'
import { readNumber } from './numerals.ts'
import { Reader } from './reader.ts'
import { type Ground, nearestYear, yearBefore } from './years.ts'

const patterns = expressions('date-values', {
  lunar: '',
  solar: '',
  stemYear: '',
  republic: '',
  year: '',
  shortYear: '',
  thisYear: '',
  lastYear: '',
  yearBeforeLast: '',
  nextYear: '',
  yearAfterNext: '',
  sameYear: '',
  followingYear: '',
  month: '',
  leapMonth: '',
  lunarMonth: '',
  thisMonth: '',
  lastMonth: '',
  nextMonth: '',
  monthStart: '',
  monthMiddle: '',
  monthEnd: '',
  edge: '',
  day: '',
  dayOnly: '',
  lunarDay: '',
  lunarDayAlone: '',
  newYearsEve: '',
  bigYear: '',
  half: '',
  quarter: '',
  firstQuarters: '',
  firstMonths: '',
  season: '',
  yearEnd: '',
  yearStart: '',
  yearEdge: '',
  twoMonths: '',
  samePeriod: '',
  schoolSummer: '',
  schoolWinter: '',
  after: '',
})

/** A year that the text says or means. */
interface Year {
  readonly year: number
  /** It is a year of the Chinese calendar: a month behind it is lunar. */
  readonly isLunar: boolean
}

/**
 * The EDTF value of `text` (widths folded, no white space, no quotes): `2021-06`, `2021-01/2021-06`, `2020-24` (winter of 2020);
 * `undefined` where the text and its ground do not say it.
 */
export function pointValue(text: string, ground: Ground, lexicon: Lexicon): string | undefined {
  const all = patterns(lexicon)
  const reader = new Reader(text)
  const isLunar = reader.take(all.lunar) !== undefined
  reader.take(all.solar)
  const said = yearOf(reader, all, ground, lexicon)
  const year = said === undefined ? undefined : { ...said, isLunar: said.isLunar || isLunar }
  const value = within(reader, all, { ground, lexicon, year, isLunar })
  if (value === undefined) return undefined
  reader.take(all.after)
  return reader.isAtEnd ? value : undefined
}

type Patterns = ReturnType<typeof patterns>

function yearOf(reader: Reader, all: Patterns, ground: Ground, lexicon: Lexicon): Year | undefined {
  const stem = reader.take(all.stemYear)
  if (stem !== undefined) return stemYear(stem, ground, lexicon)
  const republic = reader.take(all.republic)?.['year']
  if (republic !== undefined) return solarYear(1911 + (readNumber(republic) ?? 1))
  const full = reader.take(all.year)?.['year']
  if (full !== undefined) return solarYear(readNumber(full))
  const issueYear = ground.issue === undefined ? undefined : partsOf(ground.issue).year
  const short = reader.take(all.shortYear)?.['year']
  if (short !== undefined) return solarYear(century(readNumber(short), issueYear))
  const before = yearBefore(ground)
  const relative: readonly (readonly [RegExp, number | undefined, number])[] = [
    [all.thisYear, issueYear, 0],
    [all.lastYear, issueYear, -1],
    [all.yearBeforeLast, issueYear, -2],
    [all.nextYear, issueYear, 1],
    [all.yearAfterNext, issueYear, 2],
    [all.sameYear, before ?? issueYear, 0],
    [all.followingYear, before, 1],
  ]
  for (const [pattern, from, more] of relative) {
    if (reader.take(pattern) !== undefined) {
      return solarYear(from === undefined ? undefined : from + more)
    }
  }
  return undefined
}

/** `NaN` where it is not known which year is meant: nothing behind it has a value then. */
function solarYear(year: number | undefined): Year {
  return { year: year ?? Number.NaN, isLunar: false }
}

/** 98年 in a paper of 2001 is 1998; 02年 is 2002. */
function century(year: number | undefined, issueYear = 2025): number | undefined {
  if (year === undefined) return undefined
  const near = Math.floor(issueYear / 100) * 100 + year
  return near > issueYear + 20 ? near - 100 : near
}

type Groups = Readonly<Record<string, string | undefined>>

/** Of the years with this stem and branch, one in sixty, the one nearest to the issue. */
function stemYear({ stem = '', branch = '' }: Groups, ground: Ground, lexicon: Lexicon): Year {
  const orderIn = (list: string, word: string): number => [...wordList(lexicon, list)].indexOf(word)
  const [s, b] = [orderIn('heavenly-stems', stem), orderIn('earthly-branches', branch)]
  const place = Array.from({ length: 60 }, (_, i) => i).find((i) => i % 10 === s && i % 12 === b)
  if (place === undefined || ground.issue === undefined) return { year: Number.NaN, isLunar: true }
  const { year } = partsOf(ground.issue)
  const back = (((year - 4 - place) % 60) + 60) % 60
  return { year: back > 30 ? year - back + 60 : year - back, isLunar: true }
}

interface Known {
  readonly ground: Ground
  readonly lexicon: Lexicon
  readonly year: Year | undefined
  readonly isLunar: boolean
}

/** What stands behind the year, or all where there is none. */
function within(reader: Reader, all: Patterns, known: Known): string | undefined {
  const { ground, year } = known
  if (year !== undefined && Number.isNaN(year.year)) return undefined
  if (year !== undefined && (reader.isAtEnd || all.after.test(reader.rest))) {
    return yearText(year.year)
  }
  if (year !== undefined && reader.take(all.samePeriod) !== undefined) {
    return samePeriod(year.year, ground)
  }
  return (
    lunarDate(reader, all, known) ??
    festival(reader, known) ??
    partOfYear(reader, all, known) ??
    monthAndDay(reader, all, known)
  )
}

/** 去年同期 in an article that spoke of 1 to 10 March: the same days of the year before. */
function samePeriod(year: number, { before, issue }: Ground): string | undefined {
  if (before === undefined || issue === undefined) return yearText(year)
  const own = Number(before.slice(0, 4))
  const shift = (part: string): string =>
    yearText(Number(part.slice(0, 4)) - own + year) + part.slice(4)
  return /^\d{4}/u.test(before) ? before.split('/').map(shift).join('/') : undefined
}

const lunarMonths: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

/** 腊月廿三, 正月十五, 除夕, and 六月十二 where the calendar is said. */
function lunarDate(reader: Reader, all: Patterns, known: Known): string | undefined {
  const { ground, year, isLunar } = known
  if (reader.take(all.newYearsEve) !== undefined) {
    return lunarValue(known, (lunarYear) => lunarDay(lunarYear, 12, 30), 12)
  }
  reader.take(all.bigYear)
  const leap = reader.take(all.leapMonth)?.['month']
  const named = leap ?? reader.take(all.lunarMonth)?.['month']
  const counted =
    named ?? (isLunar || year?.isLunar === true ? reader.take(all.month)?.['month'] : undefined)
  const month =
    counted === undefined ? undefined : (lunarMonths[counted] ?? readNumber(counted) ?? Number.NaN)
  // 十月 is no tenth day.
  const isDay = month !== undefined || all.lunarDayAlone.test(reader.rest)
  const day = isDay ? reader.take(all.lunarDay)?.['day'] : undefined
  if (day === undefined) {
    if (month === undefined || counted === undefined) return undefined
    return lunarMonthAlone(ground, month, year)
  }
  const dayNumber = readNumber(day.replace('初', ''))
  if (dayNumber === undefined) return undefined
  // 初四 alone is of the first month, the holidays.
  return lunarValue(
    known,
    (y) => lunarDay(y, month ?? 1, dayNumber, leap !== undefined),
    month ?? 1,
  )
}

/** 正月 without a day: the Gregorian month that most of it is in. */
function lunarMonthAlone(
  ground: Ground,
  month: number,
  year: Year | undefined,
): string | undefined {
  const value = lunarValue({ ground, year }, (lunarYear) => lunarDay(lunarYear, month, 15), month)
  return value?.slice(0, 7)
}

/** `dayIn` gives the day by the year in which the New Year of its lunar year lies. */
function lunarValue(
  { ground, year }: Pick<Known, 'ground' | 'year'>,
  dayIn: (lunarYear: number) => Day | undefined,
  month: number,
): string | undefined {
  // 去年腊月 and 去年除夕 are mostly in the first months of the Gregorian year, at the end of the lunar year before it.
  const shift = month > 11 ? 1 : 0
  const inYear = (gregorian: number): Day | undefined => dayIn(gregorian - shift)
  if (year?.isLunar === true) return textOf(dayIn(year.year))
  if (year !== undefined) return textOf(inYear(year.year))
  if (ground.issue === undefined) return undefined
  const nearest = nearestYear(ground.issue, inYear)
  return nearest === undefined ? undefined : textOf(inYear(nearest))
}

function textOf(day: Day | undefined): string | undefined {
  return day === undefined ? undefined : dateText(day)
}

function festival(reader: Reader, { ground, lexicon, year }: Known): string | undefined {
  const found = festivalAt(reader.rest, lexicon)
  if (found === undefined) return undefined
  const own =
    year?.year ?? (ground.issue === undefined ? undefined : nearestYear(ground.issue, found.day))
  if (own === undefined) return undefined
  reader.skip(found.length)
  return found.value(own)
}

const seasons = '春夏秋冬'

/** Halves, quarters, seasons, the first months; of this year where the text says none. */
function partOfYear(reader: Reader, all: Patterns, { ground, year }: Known): string | undefined {
  const own = year?.year ?? (ground.issue === undefined ? undefined : partsOf(ground.issue).year)
  if (own === undefined) return undefined
  const months = (from: number, to: number): string =>
    interval(monthText(own, from), monthText(own, to))
  const half = reader.take(all.half)?.['which']
  if (half !== undefined) return half === '上' ? months(1, 6) : months(7, 12)
  const firstQuarters = reader.take(all.firstQuarters)?.['count']
  if (firstQuarters !== undefined) return months(1, 3 * (readNumber(firstQuarters) ?? Number.NaN))
  const quarter = reader.take(all.quarter)
  if (quarter?.['first'] !== undefined) {
    const [from, to] = [quarter['first'], quarter['second'] ?? quarter['first']].map(readNumber)
    return months(3 * (from ?? Number.NaN) - 2, 3 * (to ?? Number.NaN))
  }
  const firstMonths = reader.take(all.firstMonths)?.['count']
  if (firstMonths !== undefined) return months(1, readNumber(firstMonths) ?? Number.NaN)
  if (reader.take(all.schoolSummer) !== undefined) return months(7, 8)
  if (reader.take(all.schoolWinter) !== undefined) return months(1, 2)
  if (reader.take(all.yearEnd) !== undefined) {
    // 年底 alone in January is the one that was.
    const isBehind =
      year === undefined && ground.issue !== undefined && partsOf(ground.issue).month < 3
    return monthText(isBehind ? own - 1 : own, 12)
  }
  if (reader.take(all.yearStart) !== undefined) return monthText(own, 1)
  if (reader.take(all.yearEdge) !== undefined) return yearText(own)
  const season = reader.take(all.season)?.['season']
  if (season === undefined) return undefined
  return `${yearText(seasonYear(own, season, year === undefined))}-${two(21 + seasons.indexOf(season))}`

  function seasonYear(of: number, name: string, isThisYear: boolean): number {
    // 冬天 without its year, said in spring: the winter behind.
    const isPast = name === '冬' && isThisYear && ground.issue !== undefined
    return isPast && partsOf(ground.issue).month < 6 ? of - 1 : of
  }
}

function monthAndDay(reader: Reader, all: Patterns, known: Known): string | undefined {
  const pair = twoMonths(reader, all, known)
  if (pair !== undefined) return pair
  const month = monthOf(reader, all, known)
  if (month === undefined) return bareDay(reader, all, known)
  const { year, month: number } = month
  const day = reader.take(all.day)?.['day'] ?? reader.take(all.dayOnly)?.['day']
  if (day !== undefined) return dayText(year, number, readNumber(day))
  const third = (from: number, to: number): string =>
    interval(`${monthText(year, number)}-${two(from)}`, `${monthText(year, number)}-${two(to)}`)
  if (reader.take(all.monthStart) !== undefined) return third(1, 10)
  if (reader.take(all.monthMiddle) !== undefined) return third(11, 20)
  if (reader.take(all.monthEnd) !== undefined) {
    return third(21, partsOf(lastOfMonth(year, number)).day)
  }
  reader.take(all.edge)
  return monthText(year, number)
}

/** 五六月 */
function twoMonths(reader: Reader, all: Patterns, { ground, year }: Known): string | undefined {
  const own = year?.year ?? (ground.issue === undefined ? undefined : partsOf(ground.issue).year)
  const found = own === undefined ? undefined : reader.take(all.twoMonths)
  if (own === undefined || found === undefined) return undefined
  const [first = Number.NaN, second = Number.NaN] = [found['first'], found['second']].map((mark) =>
    readNumber(mark ?? ''),
  )
  return interval(monthText(own, first), monthText(own, second))
}

interface Month {
  readonly year: number
  /** 0 is the December before, 13 the January after. */
  readonly month: number
}

function monthOf(reader: Reader, all: Patterns, { ground, year }: Known): Month | undefined {
  const { issue } = ground
  const issued = issue === undefined ? undefined : partsOf(issue)
  const months = reader.take(all.month)?.['month']
  if (months !== undefined) {
    const month = months === '元' ? 1 : readNumber(months)
    if (month === undefined || month < 1 || month > 12) return undefined
    if (year !== undefined) return { year: year.year, month }
    if (issue === undefined) return undefined
    const near = nearestYear(issue, (of) => dayOf(of, month, dayAhead(reader, all) ?? 15), 'month')
    return near === undefined ? undefined : { year: near, month }
  }
  if (year !== undefined && all.edge.test(reader.rest)) return undefined
  for (const [pattern, more] of [
    [all.thisMonth, 0],
    [all.lastMonth, -1],
    [all.nextMonth, 1],
  ] as const) {
    if (reader.take(pattern) !== undefined) {
      return issued && { year: issued.year, month: issued.month + more }
    }
  }
  // 月底: of the month of the issue, in its first week the one before.
  if (year !== undefined || issued === undefined || !all.edge.test(reader.rest)) return undefined
  return { year: issued.year, month: issued.month - (issued.day < 8 ? 1 : 0) }
}

/** The day that stands behind a month, which is not taken yet. */
function dayAhead(reader: Reader, all: Patterns): number | undefined {
  const day = all.day.exec(reader.rest)?.groups?.['day']
  return day === undefined ? undefined : readNumber(day)
}

/** 27日: of the month of the date before in the article where that is near, else of the issue's or the one beside it. */
function bareDay(reader: Reader, all: Patterns, { ground, year }: Known): string | undefined {
  const day = reader.take(all.day)?.['day']
  const number = day === undefined ? undefined : readNumber(day)
  if (number === undefined || year !== undefined || ground.issue === undefined) return undefined
  const { year: issueYear, month } = partsOf(ground.issue)
  const before = /^(\d{4})-(\d\d)(?!\d)/u.exec(ground.before ?? '')
  if (before !== null && Number(before[2]) < 13) {
    return dayText(Number(before[1]), Number(before[2]), number)
  }
  const candidates = [0, -1, 1].map((more) => dayText(issueYear, month + more, number))
  const near = candidates.map((text) => (text === undefined ? undefined : dayNumber(text)))
  const { issue } = ground
  const cost = (at: Day | undefined): number =>
    at === undefined ? Number.POSITIVE_INFINITY : at > issue ? (at - issue) * 2 : issue - at
  const best = near.indexOf([...near].sort((a, b) => cost(a) - cost(b))[0])
  return candidates[best]
}

function dayNumber(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return dayOf(year, month, day)
}

/** `undefined` where the month has no such day. */
function dayText(year: number, month: number, day: number | undefined): string | undefined {
  if (day === undefined || day < 1) return undefined
  const found = dayOf(year, month, day)
  return partsOf(found).day === day ? dateText(found) : undefined
}
