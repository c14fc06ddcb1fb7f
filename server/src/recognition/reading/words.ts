/** Looking up the words of a unit by their place. */
import { oncePer } from '../../values/once-per.ts'
import type { Cut } from '../../words/cut.ts'
import type { Token } from '../../words/token.ts'
import type { Unit } from './recogniser.ts'

export interface Words {
  /** Whether a word begins or ends at `offset`. */
  isBoundary(offset: number): boolean
  /** The word that holds `offset`; `undefined` outside the text. */
  at(offset: number): Token | undefined
}

/** The words of a unit; made once for a unit. */
export const wordsOf = oncePer(makeWords)

function makeWords(unit: Unit): Words {
  const { text } = unit
  const { ends, tags } = unit.cut ?? cutIn(unit.tokens)
  const indices = new Int32Array(text.length)
  for (let i = 0, start = 0; i < ends.length; i++) {
    const end = ends[i] ?? start
    for (let at = start; at < end; at++) indices[at] = i
    start = end
  }
  return {
    at(offset) {
      if (offset < 0 || offset >= text.length) return undefined
      const index = indices[offset] ?? 0
      const [start = 0, end = start] = [ends[index - 1], ends[index]]
      return { start, end, text: text.slice(start, end), tag: tags[index] ?? '' }
    },
    isBoundary: (offset) =>
      offset <= 0 || offset >= text.length || indices[offset] !== indices[offset - 1],
  }
}

function cutIn(tokens: Unit['tokens']): Cut {
  return { ends: Uint32Array.from(tokens, ({ end }) => end), tags: tokens.map(({ tag }) => tag) }
}
