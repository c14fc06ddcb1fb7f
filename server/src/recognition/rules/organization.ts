/** Organisations: head nouns of unions, offices, companies and teams, with the left boundary searched. */

import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { divisionsOf } from '../reading/divisions.ts'
import { nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Chain, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { withParts } from './organization-parts.ts'

/** 嘉兴市南湖区总工会, 富润控股集团有限公司, 省市场监管局, 劳模工匠宣讲团; not 企业工会. */
export const organizations: Recogniser = {
  name: 'organisation',
  recognise(unit, lexicon) {
    return withParts(headed(unit, lexicon, patterns(lexicon)), unit, lexicon)
  },
}

const patterns = expressions('organizations', {
  head: 'g',
  union: '',
  generalUnion: '',
  counted: '',
  longerUnion: '',
  unionCompound: '',
  levelStart: '',
  level: '',
  notALevel: '',
  numberedHead: '',
  levelModifier: '',
  unionOwner: '',
  particle: '',
  body: '',
  legalHead: '',
  firmHead: '',
})

type Patterns = ReturnType<typeof patterns>

const lists = oncePer((lexicon: Lexicon) => ({
  generic: wordList(lexicon, 'generic-modifiers'),
  teams: wordList(lexicon, 'team-heads'),
  strong: wordList(lexicon, 'union-heads'),
}))

type Lists = ReturnType<typeof lists>

function headed(unit: Unit, lexicon: Lexicon, rules: Patterns): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const divisions = divisionsOf(unit, lexicon)
  const names = nameContext(unit, lexicon)
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.head)) {
    const head = { start: match.index, end: match.index + match[0].length }
    if (!endsWord(words.tokens[words.indexAt(head.end)], head.end)) continue
    const owner = divisions.endingAt(head.start)
    if (rules.union.test(match[0]) && !standsAlone(text, head.end, owner, rules)) continue
    const { start, division, coined } = nameStart(names, head)
    const modifier = text.slice(start, head.start)
    const behind = text.slice(head.end, head.end + 6)
    if (division === undefined && rules.counted.test(behind)) continue
    const level = division === undefined ? levelBefore(text, start, modifier, rules) : 0
    const confidence = believe(match[0], modifier, {
      division: division !== undefined || level > 0,
      coined,
      rules,
      lists: lists(lexicon),
    })
    if (confidence > 0) {
      found.push({
        start: start - level,
        end: head.end,
        type: 'Organization',
        confidence,
        reason: `name with the head ${match[0]}`,
      })
    }
  }
  return found
}

/**
 * Whether 工会 ends a name here: 工会干部 and 工会经费 are no organisations, though 永州工会 before
 * 干部 is; 工会委员会 is a head of its own.
 */
function standsAlone(
  text: string,
  end: number,
  division: Chain | undefined,
  { longerUnion, unionCompound }: Patterns,
): boolean {
  const behind = text.slice(end, end + 4)
  if (longerUnion.test(behind)) return false
  return division !== undefined || !unionCompound.test(behind)
}

/** Whether a word ends at `at`, or the word that goes on there is unknown to the dictionary. */
function endsWord(token: { start: number; tag: string } | undefined, at: number): boolean {
  return token === undefined || token.start >= at || token.tag === 'x'
}

/** 1 where 省, 市, 区 or 县 stands for a division before the name: 省|总工会, 市|公安局. */
function levelBefore(
  text: string,
  start: number,
  modifier: string,
  { levelStart, level, notALevel }: Patterns,
): number {
  if (levelStart.test(modifier)) return 0
  return level.test(text.charAt(start - 1)) && !notALevel.test(text.charAt(start - 2)) ? 1 : 0
}

function believe(head: string, modifier: string, evidence: Evidence): number {
  const { division, coined, rules, lists } = evidence
  if (lists.generic.has(modifier) && !rules.generalUnion.test(head)) return 0
  if (rules.numberedHead.test(head) && !division && !coined) return 0
  const level = rules.levelModifier.test(modifier)
  if (rules.union.test(head)) {
    const owner = rules.unionOwner.test(modifier)
    if (division && (owner || modifier.length <= 9)) return 0.85
    return owner && coined ? 0.7 : 0
  }
  if (lists.strong.has(head)) {
    if (division || level) return 0.9
    return modifier.length >= 2 ? 0.7 : 0
  }
  if (lists.teams.has(head)) {
    return modifier.length >= 2 && !rules.particle.test(modifier) ? 0.75 : 0
  }
  if (division || (level && (modifier.length > 1 || rules.body.test(head)))) return 0.85
  if (rules.legalHead.test(head) && modifier.length >= 2) return 0.85
  if (rules.firmHead.test(head) && coined && modifier.length >= 2) return 0.7
  return coined && modifier.length >= 3 && head.length >= 2 ? 0.55 : 0
}

interface Evidence {
  /** Whether a division or its level stands in the name. */
  readonly division: boolean
  readonly coined: boolean
  readonly rules: Patterns
  readonly lists: Lists
}
