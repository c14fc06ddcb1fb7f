/** One line of a page as the personal model sees it: plain data, which a worker can be sent. */
import type { Span } from '../../text/span.ts'
import type { Signals } from './signals.ts'

export interface TypedName extends Span {
  readonly type: string
}

/** What rules and shipped tagger found, as much as features need to know of it. */
export interface BaseName extends TypedName {
  /** Hash of the reason, whatever numbers it has. */
  readonly reason: number
  readonly confidence: number
}

/** Offsets count in the line. */
export interface LineSample {
  readonly signals: Signals
  /** The pieces that are labelled on their own: they cover the line. */
  readonly segments: readonly Span[]
  /** In order and apart. */
  readonly base: readonly BaseName[]
}

/** A line with what a person says is in it, in order and apart. */
export interface MarkedLine extends LineSample {
  readonly names: readonly TypedName[]
}
