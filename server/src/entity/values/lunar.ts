/** The Chinese calendar and the solar terms. */
import { LunarMonth, SolarTerm } from 'tyme4ts'
import { type Day, dayOf } from './calendar.ts'

/**
 * The day of a date of the Chinese calendar. `year` is the Gregorian year in which its New Year lies, `month` 1 to 12, `day` 1 to 30.
 * A 30th that its month does not have is its 29th: so 大年三十 is the last day of the year. `undefined` where there is no such month.
 */
export function lunarDay(
  year: number,
  month: number,
  day: number,
  isLeap = false,
): Day | undefined {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 30) return undefined
  try {
    const found = LunarMonth.fromYm(year, isLeap ? -month : month)
    const days = Math.min(day, found.getDayCount())
    const first = found.getFirstJulianDay().getSolarDay()
    return dayOf(first.getYear(), first.getMonth(), first.getDay()) + days - 1
  } catch {
    // The library throws on a leap month that the year does not have.
    return undefined
  }
}

/** The day of the solar term of that Chinese name (清明) in a Gregorian year. */
export function solarTermDay(year: number, name: string): Day | undefined {
  // Its years begin with the winter solstice, which lies in the year before.
  for (const from of [year, year + 1]) {
    const day = SolarTerm.fromName(from, name).getJulianDay().getSolarDay()
    if (day.getYear() === year) return dayOf(year, day.getMonth(), day.getDay())
  }
  return undefined
}
