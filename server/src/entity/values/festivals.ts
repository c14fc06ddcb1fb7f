/** Days that have a name: 五一, 春节, 清明. */
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expanded } from '../../values/patterns.ts'
import { type Day, dateText, dayOf, interval, weekdayOf } from './calendar.ts'
import { lunarDay, solarTermDay } from './lunar.ts'

/** A named day that stands at the beginning of a text. */
export interface Festival {
  /** Length of its name, in UTF-16 units. */
  readonly length: number
  /** Its first day in a Gregorian year. */
  readonly day: (year: number) => Day | undefined
  /** Its EDTF value in a Gregorian year. */
  readonly value: (year: number) => string | undefined
}

/** The festival whose name `text` begins with, the longest name first; `undefined` where there is none. */
export function festivalAt(text: string, lexicon: Lexicon): Festival | undefined {
  let longest: Festival | undefined
  for (const { pattern, day, days } of festivals(lexicon)) {
    const name = pattern.exec(text)?.[0] ?? ''
    if (name.length <= (longest?.length ?? 0)) continue
    const firstDay = (year: number): Day | undefined => day(year, name)
    const value = (year: number): string | undefined => {
      const first = firstDay(year)
      return first === undefined ? undefined : interval(dateText(first), dateText(first + days - 1))
    }
    longest = { length: name.length, day: firstDay, value }
  }
  return longest
}

interface Row {
  readonly pattern: RegExp
  /** Its first day in a Gregorian year; `name` is as it stands in the text. */
  readonly day: (year: number, name: string) => Day | undefined
  readonly days: number
}

const festivals = oncePer((lexicon: Lexicon): readonly Row[] =>
  [...expanded(lexicon, 'festivals')].flatMap(([key, source]) => {
    const [, kind, month, day] = /^([sctwn])(\d\d)(\d\d)$/u.exec(key) ?? []
    if (kind === undefined) return []
    const pattern = new RegExp(`^(?:${source})`, 'u')
    return [{ pattern, day: dayIn(kind, Number(month), Number(day)), days: kind === 'w' ? 7 : 1 }]
  }),
)

function dayIn(kind: string, month: number, day: number): Row['day'] {
  // A day at the end of a lunar year lies in the Gregorian year behind it.
  if (kind === 'c') return (year) => lunarDay(month > 11 ? year - 1 : year, month, day)
  if (kind === 'n') return (year) => sunday(year, month, day)
  return kind === 't' ? solarTermDay : (year) => dayOf(year, month, day)
}

/** The second Sunday in May. */
function sunday(year: number, month: number, count: number): Day {
  const first = dayOf(year, month, 1)
  return first + 7 - weekdayOf(first) + 7 * (count - 1)
}
