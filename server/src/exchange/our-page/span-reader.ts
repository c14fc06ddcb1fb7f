/** Spans of a text from elsewhere, whose positions count its code points, newlines as they are there. */
import type { Span } from '../../text/span.ts'
import { codePoints, lfText, type Positions, utf16 } from './text-positions.ts'

export interface SpanReader {
  /** With LF newlines. */
  readonly text: string
  /** `undefined` where the positions are not those of any characters. */
  spanOf(start: number, end: number): Span | undefined
}

/** `quotes` say what some spans cover: where UTF-16 fits more of them than code points do, it is the unit. */
export function spanReader(
  raw: string,
  quotes: readonly (readonly [start: number, end: number, quote: string])[] = [],
): SpanReader {
  const { text, toLf } = lfText(raw)
  const reader = ({ toOffset, length }: Positions): SpanReader => ({
    text,
    spanOf(start, end) {
      if (!(start >= 0 && start < end && end <= length)) return undefined
      const span = { start: toLf(toOffset(start)), end: toLf(toOffset(end)) }
      return span.start < span.end ? span : undefined
    },
  })
  const inCodePoints = reader(codePoints(raw))
  if (!/[\ud800-\udfff]/.test(raw)) return inCodePoints
  const inUnits = reader(utf16(raw))
  const fitting = ({ spanOf }: SpanReader): number =>
    quotes.filter(([start, end, quote]) => {
      const span = spanOf(start, end)
      return span !== undefined && text.slice(span.start, span.end) === quote
    }).length
  return fitting(inUnits) > fitting(inCodePoints) ? inUnits : inCodePoints
}
