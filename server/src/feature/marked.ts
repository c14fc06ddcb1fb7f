/** A mention as editors show it: one span per line and fragment. Remembered, for most stay as they are. */
import type { Mention, Status } from '../annotation/model.ts'
import type { Document } from '../corpus/model.ts'
import type { LineIndex } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { splitLines } from './split-lines.ts'

export interface MarkedMention {
  /** One span per line and fragment, in source order within each fragment. */
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly unsure?: true
  readonly doubt?: true
}

/** The same object as long as mention and text are. */
export function markedMention(document: Document, mention: Mention): MarkedMention {
  const known = marked.get(mention)
  if (known?.lines === document.lines) return known.marked
  const { type, status, record } = mention
  const made: MarkedMention = {
    spans: mention.spans.flatMap((span) => splitLines(document, span)),
    type,
    status,
    ...(record?.unsure === true ? { unsure: true } : {}),
    ...(record?.anchor === undefined ? {} : { doubt: true }),
  }
  marked.set(mention, { lines: document.lines, marked: made })
  return made
}

const marked = new WeakMap<Mention, { readonly lines: LineIndex; readonly marked: MarkedMention }>()
