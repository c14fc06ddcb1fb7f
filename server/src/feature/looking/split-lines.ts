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

/**
 * One span per line and piece of a mention, in source order within each piece. Where its words are gone and nothing but
 * white space is left, an empty span stands at its beginning: what is in doubt still has a place to be shown at.
 */
export function markedSpans(document: Document, pieces: readonly Span[]): readonly Span[] {
  if (isOnOneLine(document, pieces)) return pieces
  const parts = pieces.flatMap((piece) => splitLines(document, piece))
  const [first] = pieces
  return parts.length > 0 || first === undefined
    ? parts
    : [{ start: first.start, end: first.start }]
}

/** As most are: one piece, which is not empty. */
function isOnOneLine({ lines }: Document, [piece, ...others]: readonly Span[]): boolean {
  if (piece === undefined || others.length > 0 || piece.start >= piece.end) return false
  return lines.position(piece.start).line === lines.position(piece.end).line
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text[offset] ?? '')
}
