/** Words and characters of any text as the platform cuts them, for hands that have no dictionary. */
import type { Span } from '../../text/span.ts'

const segmenters = {
  word: new Intl.Segmenter('zh', { granularity: 'word' }),
  character: new Intl.Segmenter('zh', { granularity: 'grapheme' }),
}

export type Unit = keyof typeof segmenters

/** No unit is longer, in UTF-16 units: only so much text is cut. */
const reach = 24

/** The word (also a mark or white space) that holds a UTF-16 offset; `undefined` behind the text. */
export function wordAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - reach)
  const word = segmenters.word.segment(text.slice(from, offset + reach)).containing(offset - from)
  if (word === undefined) return undefined
  return { start: from + word.index, end: from + word.index + word.segment.length }
}

/** Whether a word that `wordAt` gave is one: no mark, no white space. */
export function isWord(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}

/** The character as a reader counts it, or word, that begins at an offset. */
export function unitFrom(text: string, offset: number, unit: Unit): Span | undefined {
  const [first] = segmenters[unit].segment(text.slice(offset, offset + reach))
  return first === undefined ? undefined : { start: offset, end: offset + first.segment.length }
}

/** The one that ends at an offset. */
export function unitBefore(text: string, offset: number, unit: Unit): Span | undefined {
  const from = Math.max(0, offset - reach)
  const last = [...segmenters[unit].segment(text.slice(from, offset))].at(-1)
  return last === undefined ? undefined : { start: from + last.index, end: offset }
}
