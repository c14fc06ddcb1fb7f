/** Initiatives without quotes: 户外劳动者驿站, 全国职工围棋大赛, 实施暨阳英才计划, 天津市20项民心工程. */

import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

/** Names by their head noun, national undertakings, and slogans counted or cut in one pattern. */
export const initiativeNames: Recogniser = {
  name: 'initiative name',
  recognise(unit, lexicon) {
    const rules = patterns(lexicon)
    return [
      ...headed(unit, lexicon, rules),
      ...unheaded(unit.text, divisionsOf(unit, lexicon), rules),
      ...sameShape(unit.text, rules),
    ]
  },
}

const patterns = expressions('initiatives', {
  namedHead: 'g',
  startedBefore: '',
  national: 'g',
  wide: '',
  homeHead: '',
  wholeHead: '',
  leadingVerb: '',
  pointing: '',
  actor: '',
  verbHead: '',
  serviceLine: 'g',
  counted: 'g',
  sameShape: 'g',
})

type Patterns = ReturnType<typeof patterns>

const heads = oncePer((lexicon: Lexicon) => ({
  service: wordList(lexicon, 'service-heads'),
  contest: wordList(lexicon, 'contest-heads'),
  generic: wordList(lexicon, 'generic-undertakings'),
}))

type Heads = ReturnType<typeof heads>

function headed(unit: Unit, lexicon: Lexicon, rules: Patterns): Candidate[] {
  const lists = heads(lexicon)
  const { text } = unit
  const words = wordsOf(unit)
  const names = nameContext(unit, lexicon)
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.namedHead)) {
    const head = { start: match.index, end: match.index + match[0].length }
    if (!words.isBoundary(head.end)) continue
    const name = nameStart(names, head)
    const before = text.slice(Math.max(0, name.start - 2), name.start)
    const wide = rules.wide.exec(before)?.[0].length ?? 0
    const lead = rules.leadingVerb.exec(text.slice(name.start, head.start))?.[0].length ?? 0
    const start = rules.homeHead.test(match[0]) ? head.start : name.start - wide + lead
    const modifier = text.slice(start, head.start)
    if (rules.pointing.test(modifier)) continue
    if (rules.actor.test(modifier) && rules.verbHead.test(match[0])) continue
    if (!lists.service.has(match[0]) && lists.generic.has(modifier)) continue
    if (lists.generic.has(modifier + match[0])) continue
    const level = name.division !== undefined || wide > 0
    const setUp = rules.startedBefore.test(text.slice(Math.max(0, start - 6), start))
    const confidence = believe(match[0], modifier, { level, setUp, rules, lists })
    if (confidence > 0) {
      found.push(initiative(start, head.end, confidence, `name with the head ${match[0]}`))
    }
  }
  return found
}

function believe(
  head: string,
  modifier: string,
  { level, setUp, rules, lists }: { level: boolean; setUp: boolean; rules: Patterns; lists: Heads },
): number {
  if (lists.service.has(head)) {
    // 爱心驿站 and 司机之家 are names without more
    const whole = modifier === '' && head.length > 3 && rules.wholeHead.test(head)
    return whole || modifier.length >= 2 ? 0.75 : 0
  }
  if (lists.contest.has(head)) {
    if (level && modifier.length >= 4) return 0.8
    // 财务经审|技能大赛: what the head says more than 大赛 counts too
    const length = modifier.length + head.length - 2
    return length >= 6 || (setUp && length >= 4 && modifier.length > 1) ? 0.65 : 0
  }
  if (level && modifier.length >= 6) return 0.6
  return setUp && modifier.length >= 4 ? 0.65 : 0
}

function unheaded(text: string, divisions: Divisions, rules: Patterns): Candidate[] {
  const national = [...text.matchAll(rules.national)].map((match) =>
    initiative(match.index, match.index + match[0].length, 0.8, 'national undertaking'),
  )
  const lines = [...text.matchAll(rules.serviceLine)].map((match) =>
    initiative(match.index, match.index + match[0].length, 0.8, 'service line'),
  )
  const counted = [...text.matchAll(rules.counted)].flatMap((match) => {
    const chain = divisions.endingAt(match.index)
    if (chain === undefined) return []
    return [initiative(chain.start, match.index + match[0].length, 0.8, 'counted undertaking')]
  })
  return [...national, ...lines, ...counted]
}

/** 覆盖纳“新”, 服务创“新”, 设施焕“新”: parts of a scheme in one shape, at least two of them. */
function sameShape(text: string, rules: Patterns): Candidate[] {
  const found = [...text.matchAll(rules.sameShape)]
  const names = new Map<string, Set<string>>()
  for (const [name, word = ''] of found) {
    names.set(word, (names.get(word) ?? new Set()).add(name))
  }
  return found.flatMap((match) =>
    (names.get(match[1] ?? '')?.size ?? 0) > 1
      ? [initiative(match.index, match.index + match[0].length, 0.7, 'parts of one shape')]
      : [],
  )
}

function initiative(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Initiative', confidence, reason }
}
