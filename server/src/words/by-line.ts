/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { recent } from '../text/recent.ts'
import type { Segmenter, Token } from './token.ts'

/** Lines remembered: those of some twenty open pages. */
const remembered = 2000

export function segmentByLine(segment: Segmenter): Segmenter {
  const lines = recent<readonly Token[]>(remembered)
  return (text) =>
    linesOf(text).flatMap((line) =>
      lines(line.text, () => segment(line.text)).map((token) => ({
        ...token,
        start: token.start + line.start,
        end: token.end + line.start,
      })),
    )
}
