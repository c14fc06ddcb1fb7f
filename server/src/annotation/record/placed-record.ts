/** A record together with its place in the text of this moment. */
import type { Span } from '../../text/span.ts'
import type { AnnotationRecord } from './record.ts'

export interface PlacedRecord {
  readonly record: AnnotationRecord
  /** UTF-16 offsets, in reading order. None for an orphan and for a record without a place. */
  readonly spans: readonly Span[]
  /** Of an orphan: where it could be, best first. */
  readonly places?: readonly (readonly Span[])[]
  /** Of an orphan whose text was deleted in the editor: where that was, with what came there since. */
  readonly lost?: Span
  /** Of an orphan: hash of the text in which its `at` counts, where it is not that of the others. */
  readonly of?: string
  /** Of one whose text changed in the editor: what was in doubt before, and is again when it is back. */
  readonly doubt?: 'moved'
  /** Of one in doubt since an edit: how it was in the text before. All records of one edit share that. */
  readonly was?: {
    readonly in: { readonly text: string }
    readonly record: AnnotationRecord
    readonly spans: readonly Span[]
  }
}
