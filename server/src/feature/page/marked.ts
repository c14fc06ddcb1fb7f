/** A mention as editors show it: one span per line and fragment. Remembered, for most stay as they are. */
import type { Mention } from '../../annotation/record/mention.ts'
import type { Status } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { LineIndex } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { carried } from '../../values/carried.ts'
import { markedSpans } from '../looking/split-lines.ts'

export interface MarkedMention {
  /** One span per line and fragment, in source order within each fragment; never none. */
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly unsure?: true
  readonly doubt?: true
}

/** In the order of `mentions`; the same objects as long as mention and text are. */
export function markedMentions(
  document: Document,
  mentions: readonly Mention[],
): readonly MarkedMention[] {
  return known(document.lines, mentions, (mention) => markedMention(document, mention))
}

const known = carried<LineIndex, Mention, MarkedMention>()

function markedMention(document: Document, mention: Mention): MarkedMention {
  const { spans, type, status, record } = mention
  return {
    spans: markedSpans(document, spans),
    type,
    status,
    ...(record?.unsure === true ? { unsure: true } : {}),
    ...(record?.anchor === undefined ? {} : { doubt: true }),
  }
}
