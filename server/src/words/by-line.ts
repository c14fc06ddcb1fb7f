/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { recent } from '../values/recent.ts'
import type { Segmenter, Token } from './token.ts'

/** Lines remembered, by their length: those of some open pages, or of a large one. */
const remembered = 300_000

export function segmentByLine(segment: Segmenter): Segmenter {
  const lines = recent<readonly Token[]>(remembered, (line) => line.length)
  return (text) =>
    linesOf(text).flatMap((line) =>
      lines(line.text, () => segment(line.text)).map((token) => ({
        ...token,
        start: token.start + line.start,
        end: token.end + line.start,
      })),
    )
}
