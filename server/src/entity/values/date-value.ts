/** What a date means, in EDTF (ISO 8601-2), by the date of its issue and the dates before it in its article. */

import { fold } from '../../recognition/reading/fold.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import {
  boundsOf,
  type Day,
  dateText,
  dayOf,
  interval,
  lastOfMonth,
  monthText,
  partsOf,
  weekdayOf,
  yearText,
} from './calendar.ts'
import { pointValue } from './date-point.ts'
import { readNumber } from './numerals.ts'
import { Reader } from './reader.ts'
import type { Ground } from './years.ts'

const patterns = expressions('date-values', {
  today: '',
  yesterday: '',
  dayBeforeYesterday: '',
  tomorrow: '',
  dayAfterTomorrow: '',
  sameDay: '',
  followingDay: '',
  week: '',
  distance: '',
  decade: '',
  plan: '',
  split: '',
  figures: '',
  winterSpring: '',
  ownYear: '',
  unit: '',
  marks: 'g',
  scannedOne: 'g',
  scannedTwo: 'g',
  scannedZero: 'g',
  fromNow: '',
  to: '',
  after: '',
})

type Patterns = ReturnType<typeof patterns>

/**
 * The EDTF value of a date as it stands on the page: `今年6月` → `2021-06`, `上半年` → `2021-01/2021-06`, `“十三五”期间` → `2016/2020`.
 * `undefined` where the text and its ground do not say it: 近日, 每年, 今年 without the date of the issue.
 */
export function dateValue(text: string, ground: Ground, lexicon: Lexicon): string | undefined {
  return valueOfText(plain(text, patterns(lexicon)), ground, lexicon)
}

/** Widths folded, without white space and quotes, letters that scanners take for digits as digits. */
function plain(text: string, all: Patterns): string {
  return fold(text)
    .replace(all.marks, '')
    .replace(all.scannedZero, '0')
    .replace(all.scannedOne, '1')
    .replace(all.scannedTwo, '2')
}

function valueOfText(text: string, ground: Ground, lexicon: Lexicon): string | undefined {
  const all = patterns(lexicon)
  const { issue } = ground
  if (issue !== undefined && all.winterSpring.test(text)) {
    const { year, month } = partsOf(issue)
    const first = month < 7 ? year - 1 : year
    return interval(monthText(first, 11), monthText(first + 1, 5))
  }
  return (
    relativeDay(text, ground, all) ??
    week(text, ground, all) ??
    distance(text, ground, all) ??
    longPeriod(text, ground, all) ??
    inFigures(text, all) ??
    pointValue(text, ground, lexicon) ??
    range(text, ground, lexicon)
  )
}

function relativeDay(
  text: string,
  { issue, written = issue, before }: Ground,
  all: Patterns,
): string | undefined {
  const reader = new Reader(text)
  const end = (value: string | undefined): string | undefined => {
    reader.take(all.after)
    return reader.isAtEnd ? value : undefined
  }
  const told = before === undefined ? undefined : boundsOf(before)?.[0]
  const isDay = /^\d{4}-\d\d-\d\d$/u.test(before ?? '')
  for (const [pattern, from, more] of [
    [all.today, written, 0],
    [all.yesterday, written, -1],
    [all.dayBeforeYesterday, written, -2],
    [all.tomorrow, written, 1],
    [all.dayAfterTomorrow, written, 2],
    [all.sameDay, isDay ? told : undefined, 0],
    [all.followingDay, isDay ? told : undefined, 1],
  ] as const) {
    if (reader.take(pattern) !== undefined)
      return end(from === undefined ? undefined : dateText(from + more))
  }
  return undefined
}

/** 上周, 本周五, 星期五 */
function week(text: string, { issue }: Ground, all: Patterns): string | undefined {
  const reader = new Reader(text)
  const found = reader.take(all.week)
  if (found === undefined || issue === undefined) return undefined
  reader.take(all.after)
  if (!reader.isAtEnd) return undefined
  const { which, day } = found
  const monday = issue - weekdayOf(issue) + 1 + (which === '上' ? -7 : which === '下' ? 7 : 0)
  if (day === undefined) {
    return which === undefined ? undefined : interval(dateText(monday), dateText(monday + 6))
  }
  if (day === '末') return interval(dateText(monday + 5), dateText(monday + 6))
  // Sunday has names of its own, the other days are counted.
  return dateText(monday + (readNumber(day) ?? 7) - 1)
}

/** 两年前: back from the issue; 三天后: on from the date before in the article, else from the issue. */
function distance(text: string, { issue, before }: Ground, all: Patterns): string | undefined {
  const reader = new Reader(text)
  const found = reader.take(all.distance)
  if (found === undefined || !reader.isAtEnd) return undefined
  const { count: counted = '', unit = '', way } = found
  const isBack = way === '前'
  const from = isBack
    ? issue
    : ((before === undefined ? undefined : boundsOf(before)?.[0]) ?? issue)
  if (from === undefined) return undefined
  const sign = isBack ? -1 : 1
  if (counted === '半') {
    return unit === '年'
      ? monthsOn(from, 6 * sign)
      : unit === '月'
        ? dateText(from + 15 * sign)
        : undefined
  }
  const count = readNumber(counted)
  if (count === undefined) return undefined
  if (unit === '年') return yearText(partsOf(from).year + sign * count)
  if (unit === '月') return monthsOn(from, sign * count)
  return dateText(from + sign * count * (unit === '天' || unit === '日' ? 1 : 7))
}

function monthsOn(day: Day, more: number): string {
  const { year, month } = partsOf(day)
  return monthText(year, month + more)
}

/** Decades, five-year plans, seasons of two years. */
function longPeriod(text: string, { issue }: Ground, all: Patterns): string | undefined {
  const plan = all.plan.exec(text)?.groups?.['plan']
  if (plan !== undefined) return fiveYears(readNumber(plan))
  const decade = all.decade.exec(text)
  if (decade !== null && decade[0] === text) return decadeValue(decade.groups ?? {}, issue)
  const split = all.split.exec(text)
  if (split === null) return undefined
  const { first = '', second = '' } = split.groups ?? {}
  // 2001/2002年榨季: what follows says what kind of year it is.
  const last = second.length === 2 ? first.slice(0, 2) + second : second
  return Number(last) === Number(first) + 1 ? interval(first, last) : undefined
}

/** The first plan was from 1953 on, the third from 1966 on, and then every five years. */
function fiveYears(number: number | undefined): string | undefined {
  if (number === undefined) return undefined
  const first = number < 3 ? 1948 + 5 * number : 1951 + 5 * number
  return interval(yearText(first), yearText(first + 4))
}

function decadeValue(
  { century, decade = '' }: Readonly<Record<string, string | undefined>>,
  issue: Day | undefined,
): string | undefined {
  const tens = readNumber(decade)
  if (tens === undefined) return undefined
  const year = issue === undefined ? undefined : partsOf(issue).year
  const own = Math.floor((year ?? 2000) / 100)
  const hundreds =
    century === undefined || century === '上'
      ? own - (century === '上' || own * 100 + tens > (year ?? 2000) ? 1 : 0)
      : century === '本'
        ? own
        : (readNumber(century) ?? Number.NaN) - 1
  return Number.isNaN(hundreds) ? undefined : `${hundreds}${tens / 10}X`
}

/** 2021-11-22, 2021.11.22, 2021/11 */
function inFigures(text: string, all: Patterns): string | undefined {
  const found = all.figures.exec(text)
  if (found === null || found[0].length !== text.length) return undefined
  const { year, month, day } = found.groups ?? {}
  const [m, d] = [Number(month), Number(day ?? 1)]
  if (m < 1 || m > 12 || d < 1 || d > partsOf(lastOfMonth(Number(year), m)).day) return undefined
  return day === undefined ? monthText(Number(year), m) : dateText(dayOf(Number(year), m, d))
}

/** 4月20日至22日, 2002年到2004年, 1至10月: what the end does not say is as at the beginning. */
function range(text: string, ground: Ground, lexicon: Lexicon): string | undefined {
  const all = patterns(lexicon)
  const sign = all.to.exec(text)
  if (sign === null) return undefined
  const to = text.slice(sign.index + sign[0].length)
  const from = text.slice(0, sign.index)
  const first =
    all.fromNow.exec(from)?.[0] === from && ground.issue !== undefined
      ? dateText(ground.issue)
      : (valueOfText(from, ground, lexicon) ?? firstOf(from, to, ground, lexicon))
  if (first === undefined) return undefined
  const last = lastOf(to, first, ground, lexicon)
  if (last === undefined) return undefined
  const [begin, end] = [first.split('/')[0] ?? first, last.split('/').at(-1) ?? last]
  const [a, b] = [boundsOf(begin), boundsOf(end)]
  return a === undefined || b === undefined || b[1] < a[0] ? undefined : interval(begin, end)
}

/** `1` of 1至10月, `2004` of 2004至2005年, `7月` has a value of its own: the unit that the end names. */
function firstOf(from: string, to: string, ground: Ground, lexicon: Lexicon): string | undefined {
  const unit = patterns(lexicon).unit.exec(to)?.[0]
  return unit === undefined ? undefined : pointValue(from + unit, ground, lexicon)
}

/** The end of a range, in the year and month of its beginning where it names none. */
function lastOf(to: string, first: string, ground: Ground, lexicon: Lexicon): string | undefined {
  const begin = boundsOf(first)?.[0]
  const isNamed = patterns(lexicon).ownYear.test(to)
  if (begin === undefined || isNamed) return valueOfText(to, ground, lexicon)
  // 11月至3月 goes over the end of the year.
  for (const more of [0, 1]) {
    const own = pointValue(`${partsOf(begin).year + more}年${to}`, ground, lexicon)
    const end = own === undefined ? undefined : boundsOf(own)
    if (own !== undefined && end !== undefined && end[1] >= begin) return own
  }
  return valueOfText(to, { issue: begin, before: first }, lexicon)
}
