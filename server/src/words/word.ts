/** Words of a text as the segmenter cuts it. */
import type { Span } from '../text/span.ts'

/** A word, wherever it stands. */
export interface Word {
  readonly text: string
  /** Part of speech in the ICTCLAS tag set of jieba's dictionary (`n`, `ns`, `v`, `m`, `x`, …). */
  readonly tag: string
}

/** Cuts a text into words, white space included. Total: any text gives words that are the text, one behind the other. */
export type Segmenter = (text: string) => readonly Word[]

/** Where words stand that are a text, one behind the other. */
export function spansOf(words: readonly Word[]): readonly Span[] {
  let end = 0
  return words.map(({ text }) => {
    const start = end
    end += text.length
    return { start, end }
  })
}
