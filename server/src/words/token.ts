/** Words of a text as the segmenter cuts it. */
import type { Span } from '../text/span.ts'

/** Tokens of a text are adjacent and cover it whole, white space included. */
export interface Token extends Span {
  readonly text: string
  /** Part of speech in the ICTCLAS tag set of jieba's dictionary (`n`, `ns`, `v`, `m`, `x`, …). */
  readonly tag: string
}

/** Cuts a text into tokens. Total: any text gives tokens that cover it. */
export type Segmenter = (text: string) => readonly Token[]
