/** Brackets come in the order of the text: a mention that is read in another order is written in that one. */
import type { MentionLoss } from '../format/losses.ts'
import type { ExchangeMention } from '../format/model.ts'
import type { TrimmedPage } from '../our-page/trimmed.ts'

export function inTextOrder({ page, special }: TrimmedPage): TrimmedPage {
  const losses = new Map<string, Pick<MentionLoss, 'lost' | 'written'>>(special)
  const mentions = page.mentions.map((mention): ExchangeMention => {
    const spans = [...mention.spans].sort((a, b) => a.start - b.start)
    if (spans.every((span, i) => span === mention.spans[i])) return mention
    losses.set(mention.id, { lost: ['spans'], written: [{ spans, type: mention.type }] })
    return { ...mention, spans }
  })
  return { page: { ...page, mentions }, special: losses }
}
