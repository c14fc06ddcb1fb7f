/** What becomes of mentions in formats whose mentions have one span: each piece is a mention of its own. */

import type { Holds } from '../format/holds.ts'
import { isWritable, type MentionLoss, type MentionLosses } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'

/** The losses of mentions in several pieces. */
export function splitPieces(
  { mentions }: ExchangePage,
  holds: Pick<Holds, 'mentions'>,
): MentionLosses {
  const special = new Map<string, Pick<MentionLoss, 'lost' | 'written'>>()
  for (const mention of mentions) {
    if (mention.spans.length > 1 && isWritable(mention, holds)) {
      const { id, type } = mention
      const written = mention.spans.map((span) => ({ spans: [span], type }))
      special.set(id, { lost: ['spans'], written })
    }
  }
  return special
}

/** Relations can be said where both ends are one span. */
export function isInOnePiece(mention: ExchangeMention | undefined): mention is ExchangeMention {
  return mention?.spans.length === 1
}
