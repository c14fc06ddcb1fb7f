/** Where tokens stand in the text of their page: nothing but blanks is between them. */
import type { Span } from '../../text/span.ts'

/** `undefined` where the text has something else. An empty token has no place of its own. */
export function alignTokens(tokens: readonly string[], text: string): readonly Span[] | undefined {
  const spans: Span[] = []
  let at = 0
  for (const token of tokens) {
    while (token !== '' && /[\s\u001c-\u001f\u0085]/.test(text[at] ?? '')) at++
    if (!text.startsWith(token, at)) return undefined
    spans.push({ start: at, end: at + token.length })
    at += token.length
  }
  return spans
}
