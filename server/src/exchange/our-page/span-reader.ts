/** Spans of a text from elsewhere, whose positions count its characters, newlines as they are there. */
import type { Span } from '../../text/span.ts'
import { sameWords } from './quotes.ts'
import { codePoints, lfText, type Positions, utf8Bytes, utf16 } from './text-positions.ts'

export interface SpanReader {
  /** With LF newlines. */
  readonly text: string
  /** `undefined` where the positions are not those of any characters. */
  spanOf(start: number, end: number): Span | undefined
}

/** Positions as a file has them, and the words that it says are there. */
export type Quoted = readonly [start: number, end: number, quote: string]

/**
 * Positions count code points of `raw`, unless `quotes` say that its program counted otherwise: UTF-16 or bytes,
 * a byte order mark, CR or LF. The way that fits most quotes is taken, of several the first.
 */
export function spanReader(raw: string, quotes: readonly Quoted[] = []): SpanReader {
  const { text, toLf } = lfText(raw)
  const first = readerOf(text, codePoints(raw), toLf)
  let best = { reader: first, fitting: fittingOf(first, quotes) }
  if (best.fitting === quotes.length) return first
  for (const [form, unit] of otherWays(raw, text)) {
    const reader = readerOf(text, unit(form), lfText(form).toLf)
    const fitting = fittingOf(reader, quotes)
    if (fitting > best.fitting) best = { reader, fitting }
    if (fitting === quotes.length) break
  }
  return best.reader
}

function readerOf(
  text: string,
  { toOffset, length }: Positions,
  toLf: (offset: number) => number,
): SpanReader {
  return {
    text,
    spanOf(start, end) {
      if (!(start >= 0 && start < end && end <= length)) return undefined
      const span = { start: toLf(toOffset(start)), end: toLf(toOffset(end)) }
      return span.start < span.end ? span : undefined
    },
  }
}

function fittingOf({ text, spanOf }: SpanReader, quotes: readonly Quoted[]): number {
  let fitting = 0
  for (const [start, end, quote] of quotes) {
    const span = spanOf(start, end)
    if (span !== undefined && sameWords(text.slice(span.start, span.end), quote)) fitting++
  }
  return fitting
}

/** The text in the forms that it may have had on another disk, and the units in which programs count. */
function* otherWays(raw: string, text: string): Generator<[string, (form: string) => Positions]> {
  const crlf = text.replaceAll('\n', '\r\n')
  const forms = new Set([raw, text, crlf, `\uFEFF${text}`, `\uFEFF${crlf}`])
  for (const unit of [codePoints, utf16, utf8Bytes]) for (const form of forms) yield [form, unit]
}
