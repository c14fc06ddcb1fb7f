/** Quotations “…” and ‘…’ of a text. */
import type { Span } from '../../text/span.ts'

/** Longest quotation that may be a name, in UTF-16 units. */
const longest = 40

/** The insides of quotations that may be names: on one line, at most 40 units, in order of their end. */
export function findQuotes(text: string): readonly Span[] {
  const known = lastText === text ? lastQuotes : undefined
  if (known !== undefined) return known
  lastText = text
  lastQuotes = search(text)
  return lastQuotes
}

// Several recognisers ask for the quotes of one unit in turn.
let lastText: string | undefined
let lastQuotes: readonly Span[] = []

function search(text: string): Span[] {
  const quotes: Span[] = []
  let double = -1
  let single = -1
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '\n':
        double = -1
        single = -1
        break
      case '“':
        double = i + 1
        break
      case '‘':
        single = i + 1
        break
      case '”':
        if (double >= 0 && i > double && i - double <= longest)
          quotes.push({ start: double, end: i })
        double = -1
        break
      case '’':
        if (single >= 0 && i > single && i - single <= longest)
          quotes.push({ start: single, end: i })
        single = -1
        break
      default:
    }
  }
  return quotes
}
