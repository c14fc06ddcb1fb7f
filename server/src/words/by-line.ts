/** A segmenter that remembers lines: no word reaches over a line break, so a line is cut once. */
import { linesOf } from '../text/lines.ts'
import { recent } from '../values/recent.ts'
import type { Segmenter, Token } from './token.ts'

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

/** Where a line is cut: a list of tokens would take many times what the line takes. */
interface Cut {
  /** Offsets in the line behind each token. */
  readonly ends: Uint32Array
  readonly tags: readonly string[]
}

function cutOf(tokens: readonly Token[]): Cut {
  const ends = Uint32Array.from(tokens, ({ end }) => end)
  return { ends, tags: tokens.map(({ tag }) => sameTag(tag)) }
}

/** The tokens of a line that starts at `by`. */
function tokensOf(line: string, { ends, tags }: Cut, by: number): readonly Token[] {
  let start = 0
  return tags.map((tag, i) => {
    const end = ends[i] ?? start
    const token = { start: start + by, end: end + by, text: sameText(line.slice(start, end)), tag }
    start = end
    return token
  })
}

/** One string for all that say the same: the segmenter gives a new one for each tag, of which there are some fifty. */
const sameTag = oneOfEach(1000)
/** Most words of a page stand there many times. */
const sameText = oneOfEach(20_000)

/** Forgets all where they are more than `most`. */
function oneOfEach(most: number): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same !== undefined) return same
    if (known.size >= most) known.clear()
    known.set(text, text)
    return text
  }
}
