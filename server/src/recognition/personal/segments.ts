/** Cuts a text into the pieces that are labelled on their own: about a sentence each. */
import type { Span } from '../../text/span.ts'

/** Longest piece in UTF-16 units: so long that a cut seldom meets a name. */
export const longestSegment = 300

/** Adjacent spans that cover the text, in order. No piece is longer than `longestSegment`. */
export function segmentsOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  let ended = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    // Closing marks belong to the sentence before them.
    ended = ends.has(character) || (ended && closing.has(character))
    const full = at + 1 - start >= longestSegment
    if (!full && !(ended && !closing.has(text.charAt(at + 1)))) continue
    spans.push({ start, end: at + 1 })
    start = at + 1
    ended = false
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

const ends = new Set('。！？!?\n')
const closing = new Set('”’》」』）)')
