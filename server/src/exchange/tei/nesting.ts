/** Which mentions can be elements in one text: elements may be inside each other, but not cross. */

import { byPosition, type Span } from '../../text/span.ts'
import type { MentionLoss, MentionLosses } from '../format/losses.ts'
import type { ExchangeMention } from '../format/model.ts'

export interface NestedMentions {
  readonly kept: readonly ExchangeMention[]
  readonly special: MentionLosses
}

/** Elements inside each other: readers of XML, ours too, take 256, of which the text is in some already. */
const deepest = 200

/**
 * Of two that cross the accepted one is kept, then the longer, then the first. Of those that are inside
 * each other too deep the innermost are lost.
 */
export function nestedMentions(mentions: readonly ExchangeMention[]): NestedMentions {
  const ranked = mentions
    .map((mention) => ({ mention, length: lengthOf(mention) }))
    .sort((a, b) => rank(a.mention) - rank(b.mention) || b.length - a.length)
  const elements = new Elements(mentions)
  const uncrossed = new Set<ExchangeMention>()
  for (const { mention } of ranked) {
    if (mention.spans.some((span) => elements.isCrossed(span))) continue
    uncrossed.add(mention)
    for (const span of mention.spans) elements.add(span)
  }
  const kept = withoutDeepest(mentions.filter((mention) => uncrossed.has(mention)))
  const special = new Map<string, Pick<MentionLoss, 'lost'>>()
  for (const mention of mentions) if (!kept.has(mention)) special.set(mention.id, { lost: ['all'] })
  return { kept: mentions.filter((mention) => kept.has(mention)), special }
}

function rank({ status }: ExchangeMention): number {
  return status === 'accepted' ? 0 : 1
}

function lengthOf({ spans }: ExchangeMention): number {
  return spans.reduce((length, { start, end }) => length + end - start, 0)
}

function withoutDeepest(mentions: readonly ExchangeMention[]): ReadonlySet<ExchangeMention> {
  const kept = new Set(mentions)
  const pieces = mentions
    .flatMap((mention) => mention.spans.map((span) => ({ ...span, mention })))
    .sort(byPosition)
  const open: Span[] = []
  for (const { mention, ...span } of pieces) {
    while ((open.at(-1)?.end ?? span.end) <= span.start) open.pop()
    if (open.length >= deepest) kept.delete(mention)
    else open.push(span)
  }
  return kept
}

/**
 * Elements that were added, asked for those that cross another span. Two trees over the offsets have for each
 * point, over all elements around it, the first of their ends and the last of their starts: a question takes as
 * many steps as the text's length has binary digits, however many elements there are.
 */
class Elements {
  readonly #size: number
  readonly #firstEnd: Int32Array
  readonly #lastStart: Int32Array

  constructor(mentions: readonly ExchangeMention[]) {
    this.#size = mentions.reduce(
      (most, { spans }) => spans.reduce((length, { end }) => Math.max(length, end + 1), most),
      1,
    )
    this.#firstEnd = new Int32Array(2 * this.#size).fill(this.#size)
    this.#lastStart = new Int32Array(2 * this.#size).fill(-1)
  }

  /** Whether one begins before the span and ends inside, or begins inside and ends behind it. */
  isCrossed({ start, end }: Span): boolean {
    for (let at = start + this.#size; at > 0; at >>= 1) {
      if ((this.#firstEnd[at] ?? end) < end) return true
    }
    for (let at = end + this.#size; at > 0; at >>= 1) {
      if ((this.#lastStart[at] ?? start) > start) return true
    }
    return false
  }

  add({ start, end }: Span): void {
    const put = (at: number): void => {
      this.#firstEnd[at] = Math.min(this.#firstEnd[at] ?? end, end)
      this.#lastStart[at] = Math.max(this.#lastStart[at] ?? start, start)
    }
    let from = start + 1 + this.#size
    let to = end + this.#size
    for (; from < to; from >>= 1, to >>= 1) {
      if (from % 2 === 1) put(from++)
      if (to % 2 === 1) put(--to)
    }
  }
}
