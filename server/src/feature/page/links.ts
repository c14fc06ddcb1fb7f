/** Document links: addresses, mail boxes and telephone numbers among the contacts of a page. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'

export interface Link {
  readonly span: Span
  /** `https:`, `http:`, `mailto:` or `tel:`, nothing else whatever the text says. */
  readonly target: string
}

export function links(document: Document): readonly Link[] {
  return document.mentions
    .filter(({ type, status }) => type === 'Contact' && status !== 'rejected')
    .flatMap(({ spans }) => spans)
    .flatMap((span) => linkIn(document.text, span))
}

/** Labels may stand in the mention: in `电话:0571-88888888` only the number is the link. */
function linkIn(text: string, span: Span): readonly Link[] {
  const contact = text.slice(span.start, Math.min(span.end, span.start + longest))
  for (const { pattern, target } of kinds) {
    const match = pattern.exec(contact)
    if (match === null) continue
    const start = span.start + match.index
    return [{ span: { start, end: start + match[0].length }, target: target(match[0]) }]
  }
  return []
}

/** No address is longer; what is looked through stays small. In UTF-16 units. */
const longest = 300

const kinds: readonly {
  readonly pattern: RegExp
  readonly target: (found: string) => string
}[] = [
  { pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/, target: (found) => `mailto:${found}` },
  { pattern: /https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/i, target: (found) => found },
  {
    pattern:
      /(?:[a-z\d-]{1,63}\.)+(?:cn|com|net|org|gov|edu|info|tv)(?![\w@.-])(?:\/[\w.~/?#&=%-]*)?/i,
    target: (found) => `https://${found}`,
  },
  {
    pattern: /(?<!\d)(?:0\d{2,3}[-—– ]?\d{7,8}|1\d{10}|[48]00-?\d{3}-?\d{4}|\d{7,8}|1\d{4})(?!\d)/,
    target: (found) => `tel:${found.replace(/\D/g, '')}`,
  },
]
