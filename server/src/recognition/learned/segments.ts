/** Cuts a text into the pieces that are labelled on their own: about a sentence each. */
import type { Span } from '../../text/span.ts'

/** Longest piece in UTF-16 units; names are far shorter than what a cut could harm. */
export const longestSegment = 300

/** Adjacent spans that cover the text, in order. No piece is longer than `longestSegment`. */
export function segmentsOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const length = at + 1 - start
    if (length < longestSegment && !ends.has(text.charAt(at))) continue
    // Closing marks belong to the sentence before them.
    if (length < longestSegment && closing.has(text.charAt(at + 1))) continue
    spans.push({ start, end: at + 1 })
    start = at + 1
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

const ends = new Set('。！？!?\n')
const closing = new Set('”’》」』）)')
