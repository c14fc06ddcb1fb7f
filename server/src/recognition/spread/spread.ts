/** Page knowledge: a name that was found once is found everywhere on its page, and so are its short forms. */

import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { findQuotes } from '../reading/quotes.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { isSureEnough } from '../reading/sure-enough.ts'
import { wordsOf } from '../reading/words.ts'
import type { UnitReading } from '../spans/tagger.ts'
import { type Alias, aliasesOf } from './aliases.ts'
import { type NameHit, nameFinder } from './name-finder.ts'

/** A unit with what the resolver left of its own candidates. */
export interface ResolvedUnit {
  readonly unit: Unit
  /** All that the recognisers proposed. */
  readonly all: readonly Candidate[]
  readonly candidates: readonly Candidate[]
  /** What the tagger read in it, for a second look once the page is read. */
  readonly reading?: UnitReading
  /** What people accepted in it: no suggestions, but names that spread, with their short forms. */
  readonly accepted?: readonly Candidate[]
  /** Whether people leave room for a candidate of it, negative names apart. */
  readonly allows?: (candidate: Candidate) => boolean
}

/**
 * Further candidates for each of the units, in their order, from what the others (and it) have, where people leave room
 * for them. What a unit names and where names stand in it is remembered.
 */
type SpreadNames = (units: readonly ResolvedUnit[]) => readonly (readonly Candidate[])[]

export function nameSpreader(lexicon: Lexicon): SpreadNames {
  const namesOf = oncePer((resolved: ResolvedUnit) => collect(resolved, lexicon))
  const find = nameFinder(occurrencesIn)
  return (units) => {
    const names = new Map<string, KnownName>()
    for (const [unit, resolved] of units.entries()) {
      for (const own of namesOf(resolved)) {
        if (!names.has(own.name)) names.set(own.name, { unit, own })
      }
    }
    const hitsIn = find(names)
    return units.map((resolved) => occurrences(resolved, hitsIn(resolved.unit), names))
  }
}

interface KnownName {
  /** Index of the first unit that has it. */
  readonly unit: number
  readonly own: OwnName
}

/** A name that a unit brings to its page, with its offset there. */
interface OwnName {
  readonly name: string
  readonly type: string
  readonly where: Alias['where']
  readonly start: number
}

function collect(
  { unit, candidates, accepted = [] }: ResolvedUnit,
  lexicon: Lexicon,
): readonly OwnName[] {
  const names = new Map<string, OwnName>()
  const add = (name: string, { type, start, where }: Omit<OwnName, 'name'>): void => {
    if (name.length > 1 && !names.has(name)) names.set(name, { name, type, start, where })
  }
  for (const candidate of [...accepted, ...candidates]) {
    const name = unit.text.slice(candidate.start, candidate.end)
    if (/\s/.test(name) || !isSureEnough(candidate)) continue
    const { start, type } = candidate
    if (type === 'Person' && name.length < 5) {
      // 杨光 or 高峰 may be words; a name of three characters hardly is.
      if (!isOrdinary(unit, candidate))
        add(name, { type, start, where: name.length > 2 ? 'anywhere' : 'word' })
    } else if (type === 'Organization') {
      if (name.length > 3) add(name, { type, start, where: 'anywhere' })
      for (const alias of aliasesOf(unit, candidate, lexicon)) {
        add(alias.name, { type, start, where: alias.where })
      }
    } else if (type === 'Place' && candidate.reason.startsWith('site')) {
      add(name, { type, start, where: 'anywhere' })
    } else if (type === 'Initiative') {
      const quoted = /[“‘]/.test(unit.text.charAt(candidate.start - 1))
      if (quoted) add(name, { type, start, where: name.length > 3 ? 'word' : 'quoted' })
      else if (name.length > 4) add(name, { type, start, where: 'word' })
      // “百日要约”行动: the label alone is the same undertaking, in quotes.
      const label = /^\p{Script=Han}*“([^”]{3,})”/u.exec(name)?.[1]
      if (label !== undefined) add(label, { type, start, where: 'quoted' })
    }
  }
  return [...names.values()]
}

/** One word of the dictionary that is no name: it never spreads. */
function isOrdinary(unit: Unit, { start, end }: Candidate): boolean {
  const token = wordsOf(unit).at(start)
  return (
    token !== undefined &&
    token.start === start &&
    token.end === end &&
    !/^(?:nr|x)/.test(token.tag)
  )
}

/** A known name somewhere, with what decides whether it is meant there. */
interface Occurrence extends Span {
  readonly isQuoted: boolean
  /** Whether words begin and end with it. */
  readonly isWord: boolean
}

function occurrencesIn(unit: Unit): (hit: NameHit) => Occurrence {
  let quoted: ReadonlySet<string> | undefined
  return ({ start, end }) => {
    quoted ??= new Set(findQuotes(unit.text).map((quote) => `${quote.start} ${quote.end}`))
    const words = wordsOf(unit)
    const isQuoted = quoted.has(`${start} ${end}`)
    const isWord = words.isBoundary(start) && words.isBoundary(end)
    return { start, end, isQuoted, isWord }
  }
}

function occurrences(
  { unit: { text }, allows }: ResolvedUnit,
  hits: readonly Occurrence[],
  names: ReadonlyMap<string, KnownName>,
): Candidate[] {
  const found: Candidate[] = []
  let done = 0
  for (const { start, end, isQuoted, isWord } of hits) {
    const known = names.get(text.slice(start, end))
    if (start < done || known === undefined) continue
    const { unit, own } = known
    if (!(own.where === 'anywhere' || isQuoted || (own.where === 'word' && isWord))) continue
    done = end
    const origin = { unit, start: own.start }
    const reason = 'named elsewhere on the page'
    const candidate = { start, end, type: own.type, confidence: 0.7, reason, origin }
    if (allows === undefined || allows(candidate)) found.push(candidate)
  }
  return found
}
