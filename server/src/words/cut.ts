/** Where a text is cut into words: a list of tokens would take many times what the text takes. */
import { oneOfEach } from '../values/one-of-each.ts'
import type { Token } from './token.ts'

export interface Cut {
  /** UTF-16 offsets behind each token. */
  readonly ends: Uint32Array
  readonly tags: readonly string[]
}

/** `tokens` are adjacent and begin at 0. */
export function cutOf(tokens: readonly Token[]): Cut {
  const ends = Uint32Array.from(tokens, ({ end }) => end)
  return { ends, tags: tokens.map(({ tag }) => sameTag(tag)) }
}

/** The tokens of the text that was cut so, with offsets in another one in which it starts at `by`. */
export function tokensOf(text: string, cut: Cut, by = 0): readonly Token[] {
  let start = 0
  return cut.tags.map((tag, i) => {
    const end = cut.ends[i] ?? start
    const token = { start: start + by, end: end + by, text: sameText(text.slice(start, end)), tag }
    start = end
    return token
  })
}

/** The segmenter gives a new string for each tag, of which there are some fifty. */
const sameTag = oneOfEach(1000)
/** Most words of a page stand there many times. */
const sameText = oneOfEach(20_000)
