/** The mentions that a file with one tag for each token can hold: in one piece, and none over another. */
import type { Span } from '../../text/span.ts'
import type { Holds } from '../format/holds.ts'
import { isWritable, type MentionLoss, type MentionLosses } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage } from '../format/model.ts'

export interface FlatMention {
  readonly mention: ExchangeMention
  /** Without blanks at its ends. */
  readonly span: Span
}

export interface FlatMentions {
  /** By position. */
  readonly kept: readonly FlatMention[]
  readonly special: MentionLosses
}

/** Of two that overlap the accepted one is kept, then the longer, then the first. */
export function flatMentions(
  { text, mentions }: ExchangePage,
  holds: Pick<Holds, 'mentions'>,
): FlatMentions {
  const special = new Map<string, Pick<MentionLoss, 'lost' | 'written'>>()
  const candidates: FlatMention[] = []
  for (const mention of mentions) {
    if (!isWritable(mention, holds)) continue
    const span = trimmed(text, mention)
    if (span === undefined) special.set(mention.id, { lost: ['all'] })
    else candidates.push({ mention, span })
  }
  const rank = ({ mention }: FlatMention): number => (mention.status === 'accepted' ? 0 : 1)
  candidates.sort(
    (a, b) => rank(a) - rank(b) || lengthOf(b) - lengthOf(a) || a.span.start - b.span.start,
  )
  const taken = new Uint8Array(text.length)
  const kept = candidates.filter(({ mention, span }) => {
    if (taken.subarray(span.start, span.end).includes(1)) {
      special.set(mention.id, { lost: ['all'] })
      return false
    }
    taken.fill(1, span.start, span.end)
    const [whole] = mention.spans
    if (whole?.start !== span.start || whole.end !== span.end) {
      const { type } = mention
      special.set(mention.id, { lost: ['spans'], written: [{ spans: [span], type }] })
    }
    return true
  })
  return { kept: kept.sort((a, b) => a.span.start - b.span.start), special }
}

function lengthOf({ span }: FlatMention): number {
  return span.end - span.start
}

/** The one span of a mention without blanks at its ends; `undefined` for several and for blanks only. */
function trimmed(text: string, { spans }: ExchangeMention): Span | undefined {
  const [span] = spans
  if (span === undefined || spans.length > 1) return undefined
  const isBlank = (at: number): boolean => /[\s\u001c-\u001f\u0085]/.test(text[at] ?? '')
  let { start, end } = span
  while (start < end && isBlank(start)) start++
  while (end > start && isBlank(end - 1)) end--
  return start < end ? { start, end } : undefined
}
