/** The mention under a cursor, and the order in which people meet mentions. */
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { byPosition, containsOffset, type Span, touchesOffset } from '../../text/span.ts'

export interface MentionAt {
  readonly mention: Mention
  /** The one of the mention's spans that holds the offset. */
  readonly span: Span
}

/**
 * The mention at a UTF-16 offset. One that holds the character behind the offset wins over one that
 * ends there; rejected ones are not found.
 */
export function mentionAt(document: Document, offset: number): MentionAt | undefined {
  let touching: MentionAt | undefined
  for (const mention of document.mentions) {
    if (mention.status === 'rejected') continue
    for (const span of mention.spans) {
      if (containsOffset(span, offset)) return { mention, span }
      if (touchesOffset(span, offset)) touching ??= { mention, span }
    }
  }
  return touching
}

/** The rejected mention at a UTF-16 offset where no other one stands. */
export function rejectedAt(document: Document, offset: number): Mention | undefined {
  if (mentionAt(document, offset) !== undefined) return undefined
  return document.decided.find(
    ({ status, spans }) =>
      status === 'rejected' && spans.some((span) => touchesOffset(span, offset)),
  )
}

/** Mentions that are not rejected, by their place in the source. */
export function mentionsInOrder(document: Document): readonly Mention[] {
  return document.mentions
    .filter((mention) => mention.status !== 'rejected')
    .sort((a, b) => byPosition(mentionSpan(a), mentionSpan(b)))
}
