/** Cuts spans at line breaks: editors show a name cut by a column break as one piece per line. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { Span } from '../../text/span.ts'

/** The parts of `span` on its lines, line breaks and the white space around them left out. */
export function splitLines({ text, lines }: Document, span: Span): readonly Span[] {
  const first = lines.position(span.start).line
  const last = lines.position(span.end).line
  if (first === last) return span.start < span.end ? [span] : []
  const parts: Span[] = []
  for (let line = first; line <= last; line++) {
    let start = Math.max(span.start, lines.lineStart(line))
    let end = Math.min(span.end, lines.lineEnd(line))
    while (start < end && isSpace(text, start)) start++
    while (start < end && isSpace(text, end - 1)) end--
    if (start < end) parts.push({ start, end })
  }
  return parts
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text[offset] ?? '')
}
