/** Days of the Gregorian calendar as numbers, and EDTF (ISO 8601-2) of what is known of a date. */

/** Days since 1970-01-01. */
export type Day = number

const dayLength = 86_400_000

export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / dayLength
}

/** Of `2021-11-22`; `undefined` where the text is no such day. */
export function dayOfText(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? []
  if (year === undefined) return undefined
  const found = dayOf(Number(year), Number(month), Number(day))
  return dateText(found) === text ? found : undefined
}

export interface Ymd {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

export function partsOf(day: Day): Ymd {
  const date = new Date(day * dayLength)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `2021-11-22`. */
export function dateText(day: Day): string {
  const { year, month, day: ofMonth } = partsOf(day)
  return `${yearText(year)}-${two(month)}-${two(ofMonth)}`
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0')
}

/** `2021-11`; months below 1 and above 12 are of the years beside. */
export function monthText(year: number, month: number): string {
  const { year: own, month: within } = partsOf(dayOf(year, month, 1))
  return `${yearText(own)}-${two(within)}`
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function lastOfMonth(year: number, month: number): Day {
  return dayOf(year, month + 1, 0)
}

/** An EDTF interval; a single value where both ends are the same. */
export function interval(from: string, to: string): string {
  return from === to ? from : `${from}/${to}`
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** First and last day of an EDTF date or interval of whole years, months, days, seasons or decades. */
export function boundsOf(value: string): readonly [Day, Day] | undefined {
  const [from = '', to = from] = value.split('/')
  const first = bounds(from)?.[0]
  const last = bounds(to)?.[1]
  return first === undefined || last === undefined ? undefined : [first, last]
}

function bounds(text: string): readonly [Day, Day] | undefined {
  const [, year, month, day] = /^(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?$/u.exec(text) ?? []
  if (year === undefined) return undefined
  if (year.endsWith('X')) {
    const decade = Number(year.replace('X', '0'))
    return [dayOf(decade, 1, 1), dayOf(decade + 9, 12, 31)]
  }
  const y = Number(year)
  if (month === undefined) return [dayOf(y, 1, 1), dayOf(y, 12, 31)]
  const m = Number(month)
  // 21 to 24 are the seasons from spring on.
  if (m > 20) {
    const begin = (m - 21) * 3 + 3
    return [dayOf(y, begin, 1), lastOfMonth(y, begin + 2)]
  }
  if (day === undefined) return [dayOf(y, m, 1), lastOfMonth(y, m)]
  return [dayOf(y, m, Number(day)), dayOf(y, m, Number(day))]
}
