/** Semantic tokens: the flat highlighting of a page's mentions, one token per line. */
import type { Status } from '../../annotation/record/record.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import { byPosition, overlaps, type Span } from '../../text/span.ts'
import { isShown, type Shown } from '../looking/shown.ts'
import { splitLines } from '../looking/split-lines.ts'

/** Lies within one line; tokens of a page are sorted and do not overlap. */
export interface Token extends Span {
  readonly type: string
  readonly status: Status
}

export interface TokenOptions extends Shown {
  /** Only tokens that touch this span. */
  readonly within?: Span
}

export function tokens(document: Document, options: TokenOptions = {}): readonly Token[] {
  const { within } = options
  const found: Token[] = []
  for (const mention of document.mentionsSoFar) {
    if (mention.status === 'rejected' || !isShown(mention, options)) continue
    const { spans, type, status } = mention
    for (const span of spans) {
      if (within !== undefined && !overlaps(within, span)) continue
      for (const { start, end } of splitLines(document, span)) {
        found.push({ start, end, type, status })
      }
    }
  }
  found.sort(byPosition)
  // Mentions are flat; should two overlap all the same, the first and longest stays.
  let end = 0
  return found.filter((token) => {
    if (token.start < end) return false
    end = token.end
    return true
  })
}
