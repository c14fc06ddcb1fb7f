/** A record together with its place in the text of this moment. */
import type { Span } from '../../text/span.ts'
import type { AnnotationRecord } from './record.ts'

export interface PlacedRecord {
  readonly record: AnnotationRecord
  /** UTF-16 offsets, in reading order. None for an orphan and for a record without a place. */
  readonly spans: readonly Span[]
  /** Of an orphan: where it could be, best first. */
  readonly places?: readonly (readonly Span[])[]
  /** Of an orphan whose text was deleted in the editor: where that was. */
  readonly lost?: Span
  /** Of an orphan: hash of the text in which its `at` counts, where it is not that of the others. */
  readonly of?: string
  /** The step of the page's past at which somebody put it there; none where it was read so. */
  readonly since?: number
  /** Of one that edits touched: how it was before them. */
  readonly was?: Was
}

/** A text that the page had. Two moments with one text are two. */
export interface Moment {
  readonly text: string
}

/** A record as it was in an earlier text. */
export interface Was {
  readonly in: Moment
  readonly record: AnnotationRecord
  /** In the text of that moment. */
  readonly spans: readonly Span[]
  /** The last step of the page's past at which it was so. */
  readonly until: number
}
