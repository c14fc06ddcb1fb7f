/** Which mentions can be elements in one text: elements may be inside each other, but not cross. */

import { byPosition, type Span } from '../../text/span.ts'
import type { MentionLoss, MentionLosses } from '../format/losses.ts'
import type { ExchangeMention } from '../format/model.ts'

export interface NestedMentions {
  readonly kept: readonly ExchangeMention[]
  readonly special: MentionLosses
}

/** Of two that cross the accepted one is kept, then the longer, then the first. */
export function nestedMentions(mentions: readonly ExchangeMention[]): NestedMentions {
  const crossings = crossingsOf(mentions)
  const ranked = mentions
    .map((mention, index) => ({ mention, index, length: lengthOf(mention) }))
    .sort((a, b) => rank(a.mention) - rank(b.mention) || b.length - a.length || a.index - b.index)
  const kept = new Set<number>()
  const special = new Map<string, Pick<MentionLoss, 'lost'>>()
  for (const { mention, index } of ranked) {
    if (crossings.get(index)?.some((other) => kept.has(other)) === true) {
      special.set(mention.id, { lost: ['all'] })
    } else kept.add(index)
  }
  return { kept: mentions.filter((_mention, index) => kept.has(index)), special }
}

function rank({ status }: ExchangeMention): number {
  return status === 'accepted' ? 0 : 1
}

function lengthOf({ spans }: ExchangeMention): number {
  return spans.reduce((length, { start, end }) => length + end - start, 0)
}

/** Indexes of the mentions that each one crosses. */
function crossingsOf(mentions: readonly ExchangeMention[]): ReadonlyMap<number, readonly number[]> {
  const crossings = new Map<number, number[]>()
  const add = (a: number, b: number): void => {
    crossings.set(a, [...(crossings.get(a) ?? []), b])
  }
  const parts = mentions
    .flatMap(({ spans }, index) =>
      spans.map((span): Span & { index: number } => ({ ...span, index })),
    )
    .sort(byPosition)
  let open: typeof parts = []
  for (const part of parts) {
    open = open.filter(({ end }) => end > part.start)
    for (const other of open) {
      if (other.start < part.start && other.end < part.end) {
        add(other.index, part.index)
        add(part.index, other.index)
      }
    }
    open.push(part)
  }
  return crossings
}
