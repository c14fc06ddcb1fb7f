/** Re-anchoring at the edges: a character that came beside a quote and could belong to it. */
import type { Span } from '../../text/span.ts'
import type { Anchor } from '../record/record.ts'

/**
 * `1个` was marked and now stands in `11个`: nobody can tell which `1` came, so that the mention may
 * have grown. The spans with such a character, for a mention to be shown as changed; `undefined`
 * where there is none.
 */
export function grownSpans(
  lf: string,
  spans: readonly Span[],
  { quote, prefix, suffix }: Anchor,
): readonly Span[] | undefined {
  const first = spans[0]
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return undefined
  const head = quote[0]?.charAt(0) ?? ''
  const tail = quote.at(-1)?.slice(-1) ?? ''
  // Halves of a character, white space and nothing say nothing.
  const isLetter = (unit: string): boolean => /^[^\s\ud800-\udfff]$/.test(unit)
  const before = isLetter(head) && lf.charAt(first.start - 1) === head && !prefix.endsWith(head)
  const behind = isLetter(tail) && lf.charAt(last.end) === tail && !suffix.startsWith(tail)
  if (!before && !behind) return undefined
  return spans.map((span) => ({
    start: span === first && before ? span.start - 1 : span.start,
    end: span === last && behind ? span.end + 1 : span.end,
  }))
}
