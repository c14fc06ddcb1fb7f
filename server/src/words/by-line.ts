/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { recent } from '../values/recent.ts'
import { type Cutter, pushTokens, type Segmenter, type Token, type Word } from './token.ts'

/** `remembered` is the length of all lines that are, in UTF-16 units: those of some open pages, or of a large one. */
export function segmentByLine(cut: Cutter, remembered = 300_000): Segmenter {
  // Words, not tokens, which would take many times what the line takes.
  const lines = recent<readonly Word[]>(remembered, (line) => line.length)
  return (text) => {
    const tokens: Token[] = []
    for (const { start, text: line } of linesOf(text)) {
      pushTokens(
        tokens,
        lines(line, () => cut(line)),
        start,
      )
    }
    return tokens
  }
}
