/** What files say of the words that they mark: compared with what is there, and divided among pieces. */
import type { Span } from '../../text/span.ts'
import type { ReadMention } from '../format/model.ts'

/** Whether two texts are the same but for blanks and the form of Unicode: programs join lines and trim cells. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true
  // Short words at long places, very often, would take the time of the places.
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length <= 16 * (short.length + 16) && plain(a) === plain(b)
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[\s\u001c-\u001f\u0085]+/g, '')
}

export interface Piece {
  readonly span: Span
  /** Its words, as the file says them. */
  readonly quote: string | undefined
}

/**
 * The places of a mention as `tidySpans` gives them, and the words of each. Pieces that touch are one, with the
 * words of both; where a piece has no words, or pieces overlap, none has.
 */
export function quotedPlace(pieces: readonly Piece[]): Pick<ReadMention, 'spans' | 'quote'> {
  const found: { span: Span; quote: string | undefined }[] = []
  for (const { span, quote } of pieces) {
    const { start, end } = span
    if (start >= end) continue
    const last = found.at(-1)
    if (last !== undefined && start <= last.span.end && end >= last.span.start) {
      const touches = start === last.span.end && quote !== undefined && last.quote !== undefined
      last.quote = touches ? last.quote + quote : undefined
      const from = Math.min(start, last.span.start)
      last.span = { start: from, end: Math.max(end, last.span.end) }
    } else found.push({ span, quote })
  }
  const quotes = found.map(({ quote }) => quote).filter((quote) => quote !== undefined)
  return {
    spans: found.map(({ span }) => span),
    ...(quotes.length === found.length && quotes.length > 0 ? { quote: quotes } : {}),
  }
}
