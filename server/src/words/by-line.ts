/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { append } from '../values/append.ts'
import { recent } from '../values/recent.ts'
import type { Segmenter, Word } from './word.ts'

/** `remembered` is the length of all lines that are, in UTF-16 units: those of some open pages, or of a large one. */
export function segmentByLine(cut: Segmenter, remembered = 300_000): Segmenter {
  const lines = recent<readonly Word[]>(remembered, (line) => line.length)
  return (text) => {
    const words: Word[] = []
    for (const { text: line } of linesOf(text)) {
      append(
        words,
        lines(line, () => cut(line)),
      )
    }
    return words
  }
}
