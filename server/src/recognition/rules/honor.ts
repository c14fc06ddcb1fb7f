/** Honors: awards, prizes, honorary and skill titles, with their level. */

import { append } from '../../values/append.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

/** 全国劳模, 浙江省模范职工之家, 全国“工人先锋号”, 团体一等奖, 获得A、B等荣誉称号. */
export const honors: Recogniser = {
  name: 'honor',
  recognise(unit, lexicon) {
    const divisions = divisionsOf(unit, lexicon)
    const found = matchRules(unit.text, prizes(lexicon))
    for (const match of unit.text.matchAll(rules(lexicon).titled)) {
      append(found, title(unit, match, divisions, lexicon))
    }
    return [...found, ...conferred(unit, lexicon)]
  },
}

const rules = expressions('honors', {
  grade: 'g',
  starred: 'g',
  rankedPrize: 'g',
  namedPrize: 'g',
  medal: 'g',
  star: 'g',
  heritage: 'g',
  conferredMaker: 'g',
  gradedTitle: 'g',
  titled: 'g',
  common: '',
  maker: '',
  coinedRegion: '',
  ordinaryMaker: '',
  listedMaker: '',
  listedRegion: '',
  list: 'dg',
  listLead: '',
  noTitle: '',
  named: 'dg',
  unquoted: 'dg',
  single: 'dg',
})

/** Prizes and titles that need nothing around them. */
const prizes = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const all = rules(lexicon)
  const patterns = [
    all.grade,
    all.starred,
    all.rankedPrize,
    all.namedPrize,
    all.medal,
    all.star,
    all.heritage,
    all.conferredMaker,
    all.gradedTitle,
  ]
  return patterns.map((pattern) => ({
    pattern,
    type: 'Honor',
    confidence: 0.85,
    reason: 'prize',
  }))
})

/** A title of the list, with its level, its division or a region that no list has. */
function title(
  unit: Unit,
  match: RegExpExecArray,
  divisions: Divisions,
  lexicon: Lexicon,
): Candidate[] {
  const { text } = unit
  const { common, maker, coinedRegion, ordinaryMaker, listedMaker, listedRegion } = rules(lexicon)
  const [whole, level = '', inner = ''] = match
  const start = match.index
  const end = start + whole.length
  const quoted = whole.endsWith('”')
  // 佛山市|五一劳动奖章: the level is the end of a division
  const chain =
    divisions.endingAt(start) ?? (level.length === 1 ? divisions.endingAt(start + 1) : undefined)
  if (level !== '' || chain !== undefined) return [honor(chain?.start ?? start, end, 0.85)]
  const before = text.slice(Math.max(0, start - 3), start)
  // 南粤|工匠: a region that no list has, behind a clause's beginning or a counted noun
  const coined = coinedRegion.exec(before)?.[0]
  const words = wordsOf(unit)
  const tag = words.tokens[words.indexAt(start - 1)]?.tag ?? ''
  const region = /^(?:ns|nz|x|j|nr|nrt|n)$/.test(tag) && words.isBoundary(start - 2)
  if (
    !quoted &&
    maker.test(inner) &&
    coined !== undefined &&
    region &&
    !ordinaryMaker.test(coined)
  ) {
    return [honor(start - 2, end, 0.8)]
  }
  // “工人先锋号” without a level: the quotes hold the whole name. “绍兴工匠” has its place inside.
  if (quoted) {
    const place = divisions.startingAt(start + 1) !== undefined
    return common.test(inner) && !place ? [] : [honor(start + 1, end - 1, 0.85)]
  }
  // 齐鲁大工匠 in a list of titles: a coined region before the title
  if (listedRegion.test(before) && listedMaker.test(inner) && /[、,]/.test(text.charAt(end))) {
    return [honor(start - 2, end, 0.7)]
  }
  return common.test(inner) ? [] : [honor(start, end, 0.85)]
}

/** Titles that the sentence says are conferred: one in quotes, one without, several in a row. */
function conferred({ text }: Unit, lexicon: Lexicon): Candidate[] {
  const { single, named, unquoted, list, listLead, noTitle } = rules(lexicon)
  const found = [...text.matchAll(single)].map((match) => {
    const [start, end] = match.indices?.[1] ?? match.indices?.[2] ?? [0, 0]
    return honor(start, end, 0.92)
  })
  for (const match of [...text.matchAll(named), ...text.matchAll(unquoted)]) {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    found.push(honor(start, end, 0.88))
  }
  for (const match of text.matchAll(list)) {
    let start = match.indices?.[1]?.[0] ?? 0
    for (const item of (match[1] ?? '').split(/(?<=”)(?=“)|[、,]/u)) {
      start = text.indexOf(item, start)
      const lead = listLead.exec(item)?.[0].length ?? 0
      const begin = start + lead
      const end = start + item.length - (item.endsWith('”') ? 1 : 0)
      const name = text.slice(begin, end)
      if (name.length > 1 && name.length <= 20 && !noTitle.test(name)) {
        found.push(honor(begin, end, 0.92))
      }
      start += item.length
    }
  }
  return found
}

function honor(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Honor', confidence, reason: 'honorary title' }
}
