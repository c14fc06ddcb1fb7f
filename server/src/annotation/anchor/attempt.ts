/** What re-anchoring answers for one record, and the attempts on the way to it. */
import type { Doubt, Range } from '../record/record.ts'
import type { Hit } from './hit.ts'

export interface Anchoring {
  /** How it was found. */
  readonly how: 'same' | 'diff' | 'quote' | 'approximate' | 'none'
  /** `kept` needs nobody's eyes; the others are to be shown until a person has confirmed them. */
  readonly state: 'kept' | Doubt
  /** 0 to 1. */
  readonly sure: number
  /** In the new text; for an orphan what the record said. */
  readonly at: readonly Range[]
  /** For an orphan: where it could be, best first, at most five. */
  readonly places: readonly (readonly Range[])[]
}

/** An answer that is not final: several records may have found the same place. */
export interface Attempt {
  readonly how: Anchoring['how']
  readonly state: Anchoring['state']
  readonly sure: number
  /** Where it is, first, and where it could be; UTF-16 offsets of the LF view, or as stored. */
  readonly hits: readonly Hit[]
  readonly stored?: readonly Range[]
}
