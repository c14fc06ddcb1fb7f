/** A tagger that remembers lines: what it finds in one depends on its words and divisions alone. */
import { linesOf } from '../../text/lines.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { recent } from '../../values/recent.ts'
import { lastOf } from '../../values/steps.ts'
import { divisionsOf } from '../reading/divisions.ts'
import type { Candidate, Chain, Unit } from '../reading/recogniser.ts'
import type { Tagger } from './tagger.ts'

/**
 * Gives what `tagger` gives, provided that equal lines have equal tokens. `remembered` is the length of the text and the
 * divisions of all lines that are, in UTF-16 units: those of some open pages, or of a large one.
 */
export function tagByLine(tagger: Tagger, lexicon: Lexicon, remembered = 600_000): Tagger {
  const lines = recent<readonly Candidate[]>(remembered, (line) => line.length)
  function* inSteps(unit: Unit): Generator<void, readonly Candidate[]> {
    const tokensOf = piecesOf(unit.tokens)
    const chainsOf = piecesOf(divisionsOf(unit, lexicon).chains)
    const names: Candidate[] = []
    for (const { start, text } of linesOf(unit.text)) {
      const tokens = tokensOf(start, start + text.length)
      const chains = chainsOf(start, start + text.length)
      const key = JSON.stringify([text, chains])
      const found = lines(key, () => tagger.recognise(lineOf(text, tokens, chains)))
      for (const name of found) names.push(moved(name, start))
      yield
    }
    return names
  }
  return { recognise: (unit) => lastOf(inSteps(unit)), inSteps }
}

export function lineOf(text: string, tokens: Unit['tokens'], chains: readonly Chain[]): Unit {
  return { text, tokens, blocks: [], byline: [], chains }
}

/** Hands out the items of one line after the other, with offsets in the line. */
export function piecesOf<T extends { readonly start: number; readonly end: number }>(
  items: readonly T[],
): (start: number, end: number) => readonly T[] {
  let next = 0
  return (start, end) => {
    const first = next
    while ((items[next]?.start ?? end) < end) next++
    return items.slice(first, next).map((item) => moved(item, -start))
  }
}

function moved<T extends { readonly start: number; readonly end: number }>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by }
}
