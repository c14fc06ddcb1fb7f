/** Words of a text as the segmenter cuts it. */
import type { Span } from '../text/span.ts'

/** A word, wherever it stands. */
export interface Word {
  readonly text: string
  /** Part of speech in the ICTCLAS tag set of jieba's dictionary (`n`, `ns`, `v`, `m`, `x`, …). */
  readonly tag: string
}

/** Tokens of a text are adjacent and cover it whole, white space included. */
export interface Token extends Span, Word {}

/** Cuts a text into words. Total: any text gives words that are the text, one behind the other. */
export type Cutter = (text: string) => readonly Word[]

/** The same with places. */
export type Segmenter = (text: string) => readonly Token[]

/** Adds the words of a text that starts at `start`. */
export function pushTokens(tokens: Token[], words: readonly Word[], start: number): void {
  let at = start
  for (const { text, tag } of words) {
    tokens.push({ start: at, end: at + text.length, text, tag })
    at += text.length
  }
}
