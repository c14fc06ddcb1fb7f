/** The marks of a layer on its page, for reading alone. */

import type { Annotations } from '../../annotation/placed/placed.ts'
import type { Status } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { markedSpans } from '../looking/split-lines.ts'

export interface LayerMark {
  /** One span per line and fragment. */
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly unsure?: true
  readonly doubt?: true
}

export interface LayerMarks {
  readonly marks: readonly LayerMark[]
  /** Marks that have no place on the page as it is. */
  readonly orphans: number
  /** Lines that cannot be read. */
  readonly broken: number
}

/** `annotations` are those of the layer, with spans in the document's text. */
export function layerMarks(document: Document, { records, broken }: Annotations): LayerMarks {
  let orphans = 0
  const marks = records.flatMap(({ record, spans }): readonly LayerMark[] => {
    if (record.kind !== 'span') return []
    if (spans.length === 0) {
      orphans++
      return []
    }
    const { type, status, unsure, anchor } = record
    return [
      {
        spans: markedSpans(document, spans),
        type,
        status,
        ...(unsure === true ? { unsure } : {}),
        ...(anchor === undefined ? {} : { doubt: true as const }),
      },
    ]
  })
  return { marks, orphans, broken: broken.length }
}
