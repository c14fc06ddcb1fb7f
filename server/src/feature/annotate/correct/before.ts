/** A change of the text that was made just now: what stood where before it, and where that is now. */
import { lfView } from '../../../text/code-points.ts'
import { overlaps, type Span } from '../../../text/span.ts'

export interface TextChange {
  /** The page as it is, after the change. */
  readonly text: string
  /** What was put in, in `text`. */
  readonly span: Span
  /** What stood there before, as the page writes its line breaks. */
  readonly was: string
}

export interface Before {
  /** The page before the change. */
  readonly text: string
  /** What was replaced, in that text. */
  readonly changed: Span
  /** Where a span that does not end inside what was replaced is now. */
  readonly now: (span: Span) => Span
  /** Where `quote`, whose line breaks are `\n`, stood on what was replaced; of several the one nearest to `to`. */
  readonly find: (quote: string, to: number) => Span | undefined
}

export function beforeChange({ text, span, was }: TextChange): Before {
  const changed = { start: span.start, end: span.start + was.length }
  const before = text.slice(0, span.start) + was + text.slice(span.end)
  const grown = span.end - changed.end
  return {
    text: before,
    changed,
    now: ({ start, end }) => ({
      start: start >= changed.end && start > changed.start ? start + grown : start,
      end: end >= changed.end ? end + grown : end,
    }),
    find(quote, to) {
      const words = before.includes('\r\n') ? quote.replaceAll('\n', '\r\n') : quote
      if (words === '') return undefined
      const from = Math.max(0, changed.start - words.length)
      const around = before.slice(from, changed.end + words.length)
      let best: Span | undefined
      for (let at = around.indexOf(words); at >= 0; at = around.indexOf(words, at + 1)) {
        const found = { start: from + at, end: from + at + words.length }
        if (!isOn(found, changed)) continue
        if (best === undefined || Math.abs(found.start - to) < Math.abs(best.start - to)) {
          best = found
        }
      }
      return best
    },
  }
}

/** What was put in between two characters is on a span that has both. */
function isOn(span: Span, changed: Span): boolean {
  if (changed.start < changed.end) return overlaps(span, changed)
  return span.start < changed.start && changed.start < span.end
}

/** Line breaks as sidecars have them. */
export function quoteOf(text: string, { start, end }: Span): string {
  return lfView(text.slice(start, end))
}
