/** What recognisers may leave at the edges of a name, and a mention never has. */
import type { Span } from '../../text/span.ts'

const edge = /[\s,,。;;::、!!??]/

/** `span` of `text` without white space and sentence punctuation at its edges; may become empty. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && edge.test(text.charAt(start))) start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return { start, end }
}
