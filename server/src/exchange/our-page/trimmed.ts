/** The page as tokens can hold it: mentions without blanks at the ends of their pieces. */
import type { Span } from '../../text/span.ts'
import type { MentionLoss, MentionLosses } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'
import { withoutBlanks } from './tokens.ts'

export interface TrimmedPage {
  readonly page: ExchangePage
  readonly special: MentionLosses
}

export function trimmedPage(page: ExchangePage): TrimmedPage {
  const special = new Map<string, Pick<MentionLoss, 'lost' | 'written'>>()
  const mentions = page.mentions.flatMap((mention): ExchangeMention[] => {
    const { id, type } = mention
    const spans = mention.spans
      .map((span) => withoutBlanks(page.text, span))
      .filter((span) => span !== undefined)
    if (spans.length === 0) {
      special.set(id, { lost: ['all'] })
      return []
    }
    if (isSame(spans, mention.spans)) return [mention]
    special.set(id, { lost: ['spans'], written: [{ spans, type }] })
    return [{ ...mention, spans }]
  })
  return { page: { ...page, mentions }, special }
}

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end)
  )
}
