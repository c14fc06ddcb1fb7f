/** Figures: a number with its measure word and its words of approximation. */
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Recogniser } from '../reading/recogniser.ts'

/** 600多家, 近2万人, 9.2亿元, 99.26%, 7个多月, 两名; not 第二届, 一家, 三级. */
export const figures: Recogniser = {
  name: 'figure',
  recognise: (unit, lexicon) => matchRules(unit.text, rules(lexicon)),
}

const patterns = expressions('figures', {
  scaled: 'g',
  half: 'g',
  points: 'g',
  counted: 'g',
  share: 'g',
  written: 'g',
  nearly: 'g',
  sum: 'g',
  openSum: 'g',
})

const rules = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const all = patterns(lexicon)
  return [
    rule(all.scaled, 0.92),
    rule(all.half, 0.85),
    rule(all.points, 0.7),
    rule(all.counted, 0.9),
    rule(all.share, 0.95),
    rule(all.written, 0.75),
    rule(all.nearly, 0.85),
    rule(all.sum, 0.8),
    rule(all.openSum, 0.6),
  ]
})

function rule(pattern: RegExp, confidence: number): Rule {
  return { pattern, type: 'Figure', confidence, reason: 'number and measure word' }
}
