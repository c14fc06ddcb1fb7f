/** Page knowledge: a name that was found once is found everywhere on its page, and so are its short forms. */
import { type Alias, aliasesOf } from './aliases.ts'
import { type Lexicon, wordList, wordMatcher } from './lexicon.ts'
import { findQuotes } from './quotes.ts'
import type { Candidate, Origin, Unit } from './recogniser.ts'
import { wordsOf } from './words.ts'

/** A unit with what the resolver left of its own candidates. */
export interface ResolvedUnit {
  readonly unit: Unit
  /** All that the recognisers proposed. */
  readonly all: readonly Candidate[]
  readonly candidates: readonly Candidate[]
}

/** Further candidates for each of `units`, in their order, from what the others (and it) have. */
export function spreadNames(
  units: readonly ResolvedUnit[],
  lexicon: Lexicon,
): readonly (readonly Candidate[])[] {
  const names = collect(units, lexicon)
  for (const label of recurring(units, lexicon)) {
    if (!names.has(label)) names.set(label, { type: 'Initiative', where: 'quoted' })
  }
  const matcher = wordMatcher(names.keys())
  return units.map(({ unit }) => occurrences(unit, { names, matcher }))
}

/** Labels quoted at least twice on the page: a name, where they are no figure of speech. */
function recurring(units: readonly ResolvedUnit[], lexicon: Lexicon): string[] {
  const counts = new Map<string, number>()
  for (const { unit, candidates } of units) {
    for (const quote of findQuotes(unit.text)) {
      const label = unit.text.slice(quote.start, quote.end)
      if (
        !/^[\p{Script=Han}+·]{4,10}$/u.test(label) ||
        /[的了吗呢是]|(?:经验|精神|思想|理念|之[城都乡地]|问题|难题|力量|作用)$/u.test(label)
      )
        continue
      const taken = candidates.some((c) => c.start < quote.end && quote.start < c.end)
      counts.set(label, (counts.get(label) ?? 0) + (taken ? 0 : 1))
    }
  }
  const figures = wordList(lexicon, 'metaphors')
  return [...counts].filter(([label, n]) => n > 1 && !figures.has(label)).map(([label]) => label)
}

interface KnownName {
  readonly type: string
  readonly where: Alias['where']
  readonly origin?: Origin
}

function collect(units: readonly ResolvedUnit[], lexicon: Lexicon): Map<string, KnownName> {
  const names = new Map<string, KnownName>()
  const add = (name: string, known: KnownName): void => {
    if (name.length > 1 && !names.has(name)) names.set(name, known)
  }
  for (const [index, { unit, candidates }] of units.entries()) {
    for (const candidate of candidates) {
      const name = unit.text.slice(candidate.start, candidate.end)
      if (/\s/.test(name) || candidate.confidence < 0.55) continue
      const { type } = candidate
      const origin = { unit: index, start: candidate.start }
      if (type === 'Person' && name.length < 5) {
        // 杨光 or 高峰 may be words; a name of three characters hardly is.
        if (!isOrdinary(unit, candidate))
          add(name, { type, origin, where: name.length > 2 ? 'anywhere' : 'word' })
      } else if (type === 'Organization') {
        if (name.length > 3) add(name, { type, origin, where: 'anywhere' })
        for (const alias of aliasesOf(unit, candidate, lexicon)) {
          add(alias.name, { type, origin, where: alias.where })
        }
      } else if (type === 'Place' && candidate.reason.startsWith('site')) {
        add(name, { type, origin, where: 'anywhere' })
      } else if (type === 'Initiative' || type === 'Group') {
        const quoted = /[“‘]/.test(unit.text.charAt(candidate.start - 1))
        if (quoted)
          add(name, {
            type,
            origin,
            where: name.length > 3 && type === 'Initiative' ? 'word' : 'quoted',
          })
        else if (type === 'Initiative' && name.length > 4)
          add(name, { type, origin, where: 'word' })
        // “百日要约”行动: the label alone is the same undertaking, in quotes.
        const label =
          type === 'Initiative' ? /^\p{Script=Han}*“([^”]{3,})”/u.exec(name)?.[1] : undefined
        if (label !== undefined) add(label, { type, origin, where: 'quoted' })
      }
    }
  }
  return names
}

/** One word of the dictionary that is no name: it never spreads. */
function isOrdinary(unit: Unit, { start, end }: Candidate): boolean {
  const words = wordsOf(unit)
  const token = words.tokens[words.indexAt(start)]
  return (
    token !== undefined &&
    token.start === start &&
    token.end === end &&
    !/^(?:nr|x)/.test(token.tag)
  )
}

interface Known {
  readonly names: ReadonlyMap<string, KnownName>
  readonly matcher: ReturnType<typeof wordMatcher>
}

function occurrences(unit: Unit, { names, matcher }: Known): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const quoted = new Set(findQuotes(text).map(({ start, end }) => `${start} ${end}`))
  const found: Candidate[] = []
  for (let at = 0; at < text.length; at++) {
    const length = matcher.longestAt(text, at)
    if (length === 0) continue
    const end = at + length
    const known = names.get(text.slice(at, end))
    if (known === undefined) continue
    const fits =
      known.where === 'anywhere' ||
      quoted.has(`${at} ${end}`) ||
      (known.where === 'word' && words.isBoundary(at) && words.isBoundary(end))
    if (!fits) continue
    found.push({
      start: at,
      end,
      type: known.type,
      confidence: 0.7,
      reason: 'named elsewhere on the page',
      ...(known.origin === undefined ? {} : { origin: known.origin }),
    })
    at = end - 1
  }
  return found
}
