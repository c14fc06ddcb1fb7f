/** Places: administrative divisions, sites with a head noun such as 商圈, 广场, 影视城, and waters, roads, hills. */

import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Chain, Recogniser } from '../reading/recogniser.ts'

/** 山东省威海市荣成市, 诸暨城区, 象山影视城, 新天地广场, 天津市第二工人文化宫, 国道303线. */
export const places: Recogniser = {
  name: 'place',
  recognise(unit, lexicon) {
    const { text } = unit
    const names = nameContext(unit, lexicon)
    const rules = patterns(lexicon)
    const found = names.divisions.chains.map((chain) => division(names, chain, rules))
    for (const match of text.matchAll(rules.siteHead)) {
      const head = { start: match.index, end: match.index + match[0].length }
      if (!names.words.isBoundary(head.end)) continue
      const { start, division: owner, coined } = nameStart(names, head)
      const length = head.start - start
      // Without a division only a short coined name is believed: 武林商圈, 第二工人文化宫.
      const alone = length <= 5 && (coined || rules.ordinal.test(text.charAt(start)))
      const inRow =
        text.charAt(start - 1) === '、' && names.divisions.endingAt(start - 1) !== undefined
      const whole = length === 0 && rules.wholeName.test(match[0])
      if (!whole && (length < 2 || (owner === undefined && !alone && !inRow))) continue
      const confidence = owner === undefined ? 0.6 : 0.75
      const isGarden = rules.garden.test(match[0])
      if (isGarden && rules.figurative.test(text.slice(start, head.start))) continue
      const number = rules.numbered.exec(text.slice(head.end, head.end + 8))?.[0] ?? ''
      const end = head.end + number.length
      const site = place(start, end, confidence, `site with the head ${match[0]}`)
      const acts = rules.acts.test(text.slice(end, end + 4))
      found.push(acts ? { ...site, type: 'Organization' } : site)
    }
    return [...found, ...natural(names, rules), ...matchRules(text, roads(lexicon))]
  },
}

const patterns = expressions('places', {
  ordinal: '',
  numbered: '',
  garden: '',
  figurative: '',
  wholeName: '',
  siteHead: 'g',
  acts: '',
  urban: '',
  county: '',
  countyTown: '',
  town: '',
  road: '',
  suffix: '',
  shore: '',
  unlistedTown: '',
  wayTo: '',
  numberedRoad: 'g',
})

type Patterns = ReturnType<typeof patterns>

/** A division, with what makes it another place: 诸暨|城区, 松山|湖; 确山|县城 is only 确山. */
function division({ text, words }: NameContext, chain: Chain, rules: Patterns): Candidate {
  const { start, end, confidence } = chain
  const behind = text.slice(end, end + 3)
  const wide = rules.urban.exec(behind)?.[0].length ?? 0
  if (wide > 0) return place(start, end + wide, confidence, 'administrative division')
  const county = rules.county.test(text.charAt(end - 1))
  if (county && rules.countyTown.test(behind) && end - start > 2) {
    return place(start, end - 1, confidence, 'administrative division')
  }
  const town = unlistedTown(text, words, end, rules)
  if (chain.full && town > 0)
    return place(start, end + town, confidence, 'town behind its division')
  const road = rules.road.exec(text.slice(end, end + 9))
  if (road !== null) {
    return place(start, end + road[0].length, confidence, 'road')
  }
  const water = rules.suffix.exec(behind)?.[0].length ?? 0
  const next = words.tokens[words.indexAt(end)]
  const whole = words.isBoundary(end + water) || rules.shore.test(text.slice(end + water))
  if (!chain.full && water > 0 && whole && next?.tag !== 'v') {
    return place(start, end + water, Math.max(confidence, 0.7), 'named after a division')
  }
  return place(start, end, confidence, 'administrative division')
}

/** Length of a town or village that no list has, behind its division: 某县|云雾镇, 某镇|桃花村. */
function unlistedTown(
  text: string,
  words: NameContext['words'],
  at: number,
  rules: Patterns,
): number {
  const match = rules.unlistedTown.exec(text.slice(at, at + 8))
  if (match === null || !words.isBoundary(at + match[0].length)) return 0
  const first = words.tokens[words.indexAt(at)]
  const name = first !== undefined && first.start === at && /^(?:x|ns|nz|nr|nrt)$/.test(first.tag)
  return name ? match[0].length : 0
}

/** 沿运河路, 来到千岛湖: a word that ends in 路 or 湖, behind a word of place or a division. */
function natural({ text, words, divisions }: NameContext, rules: Patterns): Candidate[] {
  return words.tokens.flatMap(({ start, end, text: word, tag }) => {
    if (word.length < 3 || word.length > 5 || !/^(?:ns|x|nz)$/u.test(tag)) return []
    if (!rules.suffix.test(word.slice(-1)) && !rules.suffix.test(word.slice(-2))) return []
    // 确山|县城
    if (rules.county.test(word) && rules.town.test(text.slice(end, end + 1))) return []
    const chain = divisions.endingAt(start)
    const before = text.slice(Math.max(0, start - 2), start)
    if (chain === undefined && tag !== 'ns' && !rules.wayTo.test(before)) return []
    return [place(chain?.start ?? start, end, 0.6, 'water, road or hill')]
  })
}

const roads = oncePer((lexicon: Lexicon): readonly Rule[] => {
  const pattern = patterns(lexicon).numberedRoad
  return [{ pattern, type: 'Place', confidence: 0.8, reason: 'road' }]
})

function place(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Place', confidence, reason }
}
