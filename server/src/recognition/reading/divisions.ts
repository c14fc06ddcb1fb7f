/** Administrative divisions in a text, and chains of them: 山东省威海市荣成市, 安徽霍山县. */
import type { Span } from '../../text/span.ts'
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { expressions } from '../../values/patterns.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import type { Chain, Unit } from './recogniser.ts'
import { type Words, wordsOf } from './words.ts'

interface Tables {
  readonly full: WordMatcher
  readonly short: WordMatcher
  readonly ordinary: ReadonlySet<string>
  readonly rules: ReturnType<typeof patterns>
}

const patterns = expressions('places', { divisionEnd: '', peoples: '' })

const tables = oncePer((lexicon: Lexicon): Tables => {
  const divisions = wordList(lexicon, 'divisions')
  const regions = [...wordList(lexicon, 'regions')]
  const rules = patterns(lexicon)
  return {
    full: wordMatcher([
      ...divisions,
      ...wordList(lexicon, 'streets'),
      ...regions.filter((name) => name.length > 2),
    ]),
    short: wordMatcher([...regions, ...[...divisions].flatMap((name) => shortName(name, rules))]),
    ordinary: wordList(lexicon, 'ordinary-words'),
    rules,
  }
})

/** 嘉兴市 → 嘉兴, 山东省 → 山东, 霍山县 → 霍山; 泽州县's 泽州 too, but 江市's 江 is none. */
function shortName(name: string, { divisionEnd, peoples }: Tables['rules']): string[] {
  const short = name.replace(divisionEnd, '').replace(peoples, '')
  return short === name || short.length < 2 || short.length > 4 ? [] : [short]
}

/** The chains of divisions of a unit, in order, without overlaps. Made once for a unit. */
export function chainsOf(unit: Unit, lexicon: Lexicon): readonly Chain[] {
  return finder(lexicon)(unit)
}

const finder = oncePer((lexicon: Lexicon) => {
  const all = tables(lexicon)
  return oncePer((unit: Unit) => findChains(unit, all))
})

/** The chain that begins at an offset, as far as what stands there says so. */
export function chainAt(unit: Unit, start: number, lexicon: Lexicon): Chain | undefined {
  const all = tables(lexicon)
  const { text } = unit
  const words = wordsOf(unit)
  const parts: Part[] = []
  for (let at = start; at < text.length; at = parts.at(-1)?.end ?? at) {
    const part = partAt(text, at, words, all)
    if (part === undefined) break
    parts.push(part)
  }
  const trusted = new Set(
    parts.flatMap(({ full, name }) => (full ? shortName(name, all.rules) : [])),
  )
  const [first] = joinChains(parts, { words, ordinary: all.ordinary, trusted })
  return first?.start === start ? first : undefined
}

function findChains(unit: Unit, all: Tables): Chain[] {
  const { text } = unit
  const { ordinary, rules } = all
  const words = wordsOf(unit)
  // A short name is believed where its full name stands in the same text: 开化 beside 开化县.
  const trusted = new Set<string>()
  const parts: Part[] = []
  for (let at = 0; at < text.length; at++) {
    const part = partAt(text, at, words, all)
    if (part === undefined) continue
    parts.push(part)
    if (part.full) for (const name of shortName(part.name, rules)) trusted.add(name)
    if (part.full || part.name.length > 2) at = part.end - 1
  }
  return joinChains(parts, { words, ordinary, trusted })
}

function partAt(
  text: string,
  at: number,
  words: Words,
  { full, short, ordinary }: Tables,
): Part | undefined {
  const length = full.longestAt(text, at)
  if (length > 0) {
    const name = text.slice(at, at + length)
    if (fits(words, at, at + length, ordinary.has(name))) {
      return { start: at, end: at + length, full: true, name }
    }
  }
  const shortLength = short.longestAt(text, at)
  if (shortLength === 0) return undefined
  const end = at + shortLength
  return { start: at, end, full: false, name: text.slice(at, end) }
}

interface Part extends Span {
  readonly full: boolean
  readonly name: string
}

interface Context {
  readonly words: Words
  readonly ordinary: ReadonlySet<string>
  readonly trusted: ReadonlySet<string>
}

function joinChains(parts: readonly Part[], context: Context): Chain[] {
  const chains: Chain[] = []
  for (const part of parts) {
    const last = chains.at(-1)
    const follows = last !== undefined && last.end === part.start
    if (last !== undefined && part.start < last.end) continue
    const sure = part.full ? 0.9 : sureness(part, follows, context)
    if (sure === 0) continue
    if (follows) {
      chains[chains.length - 1] = {
        start: last.start,
        end: part.end,
        confidence: Math.max(last.confidence, sure, 0.85),
        full: last.full || part.full,
      }
    } else chains.push({ start: part.start, end: part.end, confidence: sure, full: part.full })
  }
  return chains
}

/** How sure it is that a short name is the place; 0 for not at all. */
function sureness({ start, end, name }: Part, follows: boolean, context: Context): number {
  const { words, ordinary, trusted } = context
  if (ordinary.has(name)) return 0
  const isTrusted = trusted.has(name)
  const token = words.at(start)
  if (token === undefined) return 0
  const whole = token.start === start && token.end === end
  if (whole && /^ns/.test(token.tag)) return 0.85
  // 杭州 in the one word 杭州湾 is not the city; 开化 in 开|化疗 was cut wrongly.
  if (token.start <= start && token.end >= end && !whole) return 0
  if (isTrusted) return 0.8
  // Unknown to the dictionary or taken for a person: believed behind another division (安徽霍山).
  if (follows && words.isBoundary(end)) return 0.8
  if (whole && /^(?:nr|nz|x)/.test(token.tag)) return 0.4
  return 0
}

/** A full name may begin inside a token, but not end inside a word of the dictionary (合作市|场). */
function fits(words: Words, start: number, end: number, ordinary: boolean): boolean {
  if (ordinary && !(words.isBoundary(start) && words.isBoundary(end))) return false
  if (words.isBoundary(end)) return words.isBoundary(start) || start === 0 || end - start > 2
  const token = words.at(end)
  // 天津市委 is one word of the dictionary that begins with the name.
  return token === undefined || token.tag === 'x' || token.start === start
}
