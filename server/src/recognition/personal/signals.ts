/** All that is known of a unit before its features are put together: one array for each kind. */
import { type Lexicon, wordList } from '../../values/lexicon.ts'
import type { Unit } from '../reading/recogniser.ts'
import { kindOf, plainUnit } from '../spans/characters.ts'
import { hashOf, mix } from '../spans/hash.ts'
import { enclosures, separates } from './enclosures.ts'
import {
  distances,
  divisionRow,
  type Flags,
  flagsOf,
  organizationHeads,
  placeHeads,
} from './gazetteer.ts'

/** By UTF-16 unit of the text, unless said otherwise. */
export interface Signals {
  readonly length: number
  readonly units: Uint16Array
  readonly kinds: Uint8Array
  readonly enclosed: Uint8Array
  /** Index of the token that the unit is part of. */
  readonly tokens: Int32Array
  /** Where in its token the unit stands: 1 first, 2 inner, 3 last, 4 only one. */
  readonly inToken: Uint8Array
  /** By token. */
  readonly words: Int32Array
  readonly tags: Int32Array
  readonly flags: Flags
  /** The flags of a unit as one number; 0 for none. */
  readonly flagged: Int32Array
  /** Steps to the next head of an organisation, over any words and over those that names hold. */
  readonly toOrganization: Uint8Array
  readonly withinOrganization: Uint8Array
  /** Steps to the next head of a place. */
  readonly toPlace: Uint8Array
}

export function signalsOf(unit: Unit, lexicon: Lexicon): Signals {
  const { text } = unit
  const { length } = text
  const units = new Uint16Array(length)
  const kinds = new Uint8Array(length)
  const cuts = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    const plain = plainUnit(text.charCodeAt(at))
    const kind = kindOf(plain)
    units[at] = plain
    kinds[at] = kind
    cuts[at] = separates(kind) ? 1 : 0
  }
  const wordCuts = cuts.slice()
  const verbs = wordList(lexicon, 'verbs-in-names')
  for (const { start, end, text: word, tag } of unit.tokens) {
    if (noPartOfNames.test(tag) && !verbs.has(word)) wordCuts.fill(1, start, end)
  }
  const flags = flagsOf(unit, lexicon)
  const { tokens, inToken } = placeTokens(unit)
  return {
    length,
    units,
    kinds,
    enclosed: enclosures(text),
    tokens,
    inToken,
    words: Int32Array.from(unit.tokens, (token) => wordHash(token.text)),
    tags: Int32Array.from(unit.tokens, (token) => hashOf(token.tag)),
    flags,
    flagged: combine(flags, length),
    toOrganization: distances(flags[organizationHeads] ?? empty, cuts),
    withinOrganization: distances(flags[organizationHeads] ?? empty, wordCuts),
    toPlace: distances(flags[placeHeads] ?? empty, cuts),
  }
}

/** Tags of words that end a name: 在, 和, 的, 也, 这, and verbs that no list of names' verbs holds. */
const noPartOfNames = /^(?:[pcudryv]|u[a-z]|[av]d)$/

const empty = new Uint8Array(0)

/** Numbers are one word, whatever their digits. */
function wordHash(word: string): number {
  let hash = 7
  for (let i = 0; i < word.length; i++) hash = mix(hash, plainUnit(word.charCodeAt(i)))
  return hash
}

function placeTokens({ text, tokens }: Unit): Pick<Signals, 'tokens' | 'inToken'> {
  const indices = new Int32Array(text.length).fill(-1)
  const inToken = new Uint8Array(text.length)
  for (const [index, { start, end }] of tokens.entries()) {
    indices.fill(index, start, end)
    inToken.fill(2, start, end)
    if (end - start === 1) inToken[start] = 4
    else if (end > start) {
      inToken[start] = 1
      inToken[end - 1] = 3
    }
  }
  return { tokens: indices, inToken }
}

/** The row of surnames is left out, since every third character is a surname. */
function combine(flags: Flags, length: number): Int32Array {
  const combined = new Int32Array(length)
  for (const row of [organizationHeads, placeHeads, 2, 3, 5, 6, 7, 8, divisionRow]) {
    const marks = flags[row]
    if (marks === undefined) continue
    for (let at = 0; at < length; at++) {
      const mark = marks[at] ?? 0
      if (mark !== 0) combined[at] = mix(combined[at] ?? 0, (row << 4) | mark)
    }
  }
  return combined
}
