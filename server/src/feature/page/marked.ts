/** A mention as editors show it: one span per line and fragment. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Status } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'
import { markedSpans } from '../looking/split-lines.ts'

export interface MarkedMention {
  /** One span per line and fragment, in source order within each fragment; never none. */
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly unsure?: true
  readonly doubt?: true
}

/** Made anew each time: of a hundred thousand that takes some milliseconds, and what is remembered of each takes memory. */
export function markedMention(document: Document, mention: Mention): MarkedMention {
  const { spans, type, status, record } = mention
  return {
    spans: markedSpans(document, spans),
    type,
    status,
    ...(record?.unsure === true ? { unsure: true } : {}),
    ...(record?.anchor === undefined ? {} : { doubt: true }),
  }
}
