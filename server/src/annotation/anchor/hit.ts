/** Places that a record could have after its text changed, and how well they fit. */
import type { Span } from '../../text/span.ts'
import type { Anchor } from '../record/record.ts'

/** A place that a record could have: UTF-16 spans of the LF view. */
export interface Hit {
  readonly spans: readonly Span[]
  /** 0 to 1; 1 only where the context is the same on both sides. */
  readonly score: number
}

export interface Search {
  /** Places of the quote, letter by letter; best first. */
  exact(anchor: Anchor): readonly Hit[]
  /** How well the context fits around a place, 0 to 0.99. */
  contextAt(anchor: Anchor, spans: readonly Span[]): number
  /** Places of something like the quote in something like its context; best first. */
  approximate(anchor: Anchor): readonly Hit[]
}

/** One side says most of it: what stood on the other may have been replaced or left behind. */
export function contextScore(left: number, right: number): number {
  // Less than 1, which is for the same context on both sides.
  return Math.min(0.99, 0.7 * Math.max(left, right) + 0.3 * Math.min(left, right))
}
