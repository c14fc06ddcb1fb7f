/** Looking up the words of a unit by their place. */
import { oncePer } from '../../values/once-per.ts'
import type { Token } from '../../words/token.ts'
import type { Unit } from './recogniser.ts'

export interface Words {
  /** Whether a word begins or ends at `offset`. */
  isBoundary(offset: number): boolean
  /** Index of the token that holds `offset`; -1 outside the text. */
  indexAt(offset: number): number
  readonly tokens: readonly Token[]
}

/** The words of a unit; made once for a unit. */
export const wordsOf = oncePer(makeWords)

function makeWords({ text, tokens }: Unit): Words {
  const indices = new Int32Array(text.length)
  for (const [index, token] of tokens.entries()) indices.fill(index, token.start, token.end)
  return {
    tokens,
    indexAt: (offset) => (offset < 0 || offset >= text.length ? -1 : (indices[offset] ?? -1)),
    isBoundary: (offset) =>
      offset <= 0 || offset >= text.length || indices[offset] !== indices[offset - 1],
  }
}
