/** Which characters of a unit are part of words that the lexicon lists. */

import { type Lexicon, wordList } from '../../values/lexicon.ts'
import { oncePer } from '../../values/once-per.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import { chainsOf } from '../reading/divisions.ts'
import type { Unit } from '../reading/recogniser.ts'

/** Lists that mark each character with 0 none, 1 first, 2 inner, 3 last, 4 only one of a word. */
export type Flags = readonly Uint8Array[]

/** One row of flags for each; the order is part of the model. */
const lists: readonly (readonly string[])[] = [
  ['organization-heads', 'union-heads', 'team-heads'],
  ['place-heads'],
  ['role-posts'],
  ['organizations'],
  ['surnames'],
  ['name-leads'],
  ['speech-verbs', 'speech-words'],
  ['generic-modifiers', 'words-before-names'],
  ['group-heads', 'groups', 'initiative-heads'],
]

/** Rows of `flagsOf`: the lists above and, last, chains of divisions. */
export const flagRows = lists.length + 1
export const organizationHeads = 0
export const placeHeads = 1
export const divisionRow = lists.length

const matchers = oncePer((lexicon: Lexicon): readonly WordMatcher[] =>
  lists.map((names) => wordMatcher(names.flatMap((name) => [...wordList(lexicon, name)]))),
)

export function flagsOf(unit: Unit, lexicon: Lexicon): Flags {
  const { text } = unit
  const rows = matchers(lexicon).map((matcher) => {
    const row = new Uint8Array(text.length)
    for (let at = 0; at < text.length; at++) {
      const length = matcher.longestAt(text, at)
      if (length === 0) continue
      flag(row, at, at + length, 0)
      at += length - 1
    }
    return row
  })
  const divisions = new Uint8Array(text.length)
  for (const { start, end, full, confidence } of chainsOf(unit, lexicon)) {
    if (confidence >= 0.5) flag(divisions, start, end, full ? 4 : 0)
  }
  return [...rows, divisions]
}

/** `shift` tells two kinds of words in one row apart. */
function flag(row: Uint8Array, start: number, end: number, shift: number): void {
  row.fill(2 + shift, start, end)
  row[start] = (end - start === 1 ? 4 : 1) + shift
  if (end - start > 1) row[end - 1] = 3 + shift
}

/**
 * For each unit how far the last unit of the next flagged word of `row` is, in six steps, 0 for none
 * within reach. Nothing reaches over a unit that `separates`.
 */
export function distances(row: Uint8Array, separates: Uint8Array): Uint8Array {
  const steps = new Uint8Array(row.length)
  let distance = farthest
  for (let at = row.length - 1; at >= 0; at--) {
    const mark = row[at] ?? 0
    if (separates[at] === 1) distance = farthest
    else if (mark === 3 || mark === 4) distance = 0
    else if (distance < farthest) distance++
    steps[at] = step(distance)
  }
  return steps
}

const farthest = 24

function step(distance: number): number {
  if (distance >= farthest) return 0
  if (distance < 3) return 1 + distance
  return distance < 6 ? 4 : distance < 12 ? 5 : 6
}
