/** Dates: calendar dates and periods that can be resolved once the date is known. */
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

/** 今年6月2日, 去年10月, 两年前, 年底; not 每年, 近年来, 3个月. */
export const dates: Recogniser = {
  name: 'date',
  recognise: (unit, lexicon) => matchRules(unit.text, rules(lexicon)),
}

// No flag d: a group in these expressions is a back reference, not the mention.
const patterns = expressions('dates', {
  date: 'g',
  dayOfMonth: 'g',
  monthRange: 'g',
  lunarDate: 'g',
  bareDay: 'g',
  figures: 'g',
  lunarYear: 'g',
  weekday: 'g',
  half: 'g',
  distance: 'g',
  relative: 'g',
  relativeDay: 'g',
  decade: 'g',
})

const rules = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const all = patterns(lexicon)
  return [
    rule('date', all.date, 0.95),
    rule('date', all.dayOfMonth, 0.9),
    rule('date', all.monthRange, 0.9),
    rule('lunar date', all.lunarDate, 0.85),
    rule('day', all.bareDay, 0.7),
    rule('date in figures', all.figures, 0.9),
    rule('lunar date', all.lunarYear, 0.95),
    rule('weekday', all.weekday, 0.8),
    rule('half of the year', all.half, 0.8),
    rule('distance', all.distance, 0.85),
    rule('relative date', all.relative, 0.8),
    rule('relative day', all.relativeDay, 0.8),
    rule('decade', all.decade, 0.9),
  ]
})

function rule(reason: string, pattern: RegExp, confidence: number): Rule {
  return { pattern, type: 'Date', confidence, reason }
}
