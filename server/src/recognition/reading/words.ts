/** Looking up the words of a unit by their place. */
import type { Span } from '../../text/span.ts'
import { oncePer } from '../../values/once-per.ts'
import type { Word } from '../../words/word.ts'
import type { Unit } from './recogniser.ts'

export interface Words {
  /** Whether a word begins or ends at `offset`. */
  isBoundary(offset: number): boolean
  /** The word that holds `offset`; `undefined` outside the text. */
  at(offset: number): PlacedWord | undefined
}

export interface PlacedWord extends Span, Word {}

/** The words of a unit; made once for a unit. */
export const wordsOf = oncePer(makeWords)

function makeWords({ text, words }: Unit): Words {
  // By character: index of its word; by word: where it ends.
  const indices = new Int32Array(text.length)
  const ends = new Int32Array(words.length)
  let end = 0
  for (let i = 0; i < words.length; i++) {
    const start = end
    end += words[i]?.text.length ?? 0
    for (let at = start; at < end; at++) indices[at] = i
    ends[i] = end
  }
  return {
    at(offset) {
      const index = indices[offset] ?? -1
      const word = words[index]
      return word && { ...word, start: ends[index - 1] ?? 0, end: ends[index] ?? 0 }
    },
    isBoundary: (offset) =>
      offset <= 0 || offset >= text.length || indices[offset] !== indices[offset - 1],
  }
}
