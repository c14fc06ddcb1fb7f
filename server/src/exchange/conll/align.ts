/** Where tokens stand in the text of their page: nothing but blanks is between them. */
import type { Span } from '../../text/span.ts'

/**
 * `undefined` where the text has something else. An empty token has no place of its own, a blank one that of
 * such a blank, else of any: a text may have lost it, or have another.
 */
export function alignTokens(tokens: readonly string[], text: string): readonly Span[] | undefined {
  const spans: Span[] = []
  let at = 0
  for (const token of tokens) {
    let next = at
    while (isBlank(text[next])) next++
    if (token !== '' && isAllBlank(token)) {
      const found = text.slice(at, next).indexOf(token)
      const start = found < 0 ? at : at + found
      at = found < 0 ? Math.min(next, at + token.length) : start + token.length
      spans.push({ start, end: at })
      continue
    }
    if (token !== '') at = next
    if (!text.startsWith(token, at)) return undefined
    spans.push({ start: at, end: at + token.length })
    at += token.length
  }
  return spans
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /[\s\u001c-\u001f\u0085]/.test(character)
}

function isAllBlank(token: string): boolean {
  return [...token].every(isBlank)
}
