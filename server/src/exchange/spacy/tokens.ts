/** Tokens as spaCy has them: they cover the text, and a single space behind a word belongs to the word. */
import type { Span } from '../../text/span.ts'
import type { ExchangePage } from '../format/model.ts'
import { charactersOf, tokensOf } from '../our-page/tokens.ts'

export interface SpacyToken extends Span {
  /** Whether a space follows, which is in no token. */
  readonly space: boolean
}

/** Mentions begin and end with tokens, if none begins or ends with a blank. */
export function spacyTokens(
  { text, mentions }: Pick<ExchangePage, 'text' | 'mentions'>,
  words: (text: string) => readonly Span[] = charactersOf,
): readonly SpacyToken[] {
  const edges = new Set(
    mentions.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])),
  )
  const tokens: SpacyToken[] = []
  let at = 0
  /** White space up to `end`, one token. */
  const fill = (end: number): void => {
    if (at < end) tokens.push({ start: at, end, space: false })
  }
  for (const { start, end } of tokensOf(text, words(text), edges)) {
    fill(start)
    const space = text[end] === ' '
    tokens.push({ start, end, space })
    at = space ? end + 1 : end
  }
  fill(text.length)
  return tokens
}
