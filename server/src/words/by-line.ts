/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { recent } from '../values/recent.ts'
import { type Cut, cutOf, tokensOf } from './cut.ts'
import type { Segmenter } from './token.ts'

/** `remembered` is the length of all lines that are, in UTF-16 units: those of some open pages, or of a large one. */
export function segmentByLine(segment: Segmenter, remembered = 300_000): Segmenter {
  const lines = recent<Cut>(remembered, (line) => line.length)
  return (text) =>
    linesOf(text).flatMap(({ start, text: line }) =>
      tokensOf(
        line,
        lines(line, () => cutOf(segment(line))),
        start,
      ),
    )
}
