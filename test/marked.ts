/**
 * Marked texts: input and expectation of a test in one line of Chinese, in the notation of the
 * annotation guidelines: `在⟦嘉兴市南湖区|Place⟧举行$0`. `⏎` stands for a line break.
 */
import { type MarkedSpan, readMarked } from '../server/src/text/marked.ts'

export type { MarkedSpan }

export interface Marked {
  /** The text without marks, cursor and with line breaks for `⏎`. */
  readonly text: string
  /** In order; UTF-16 offsets in `text`. */
  readonly spans: readonly MarkedSpan[]
  /** Offset of `$0`, where it is there. */
  readonly cursor: number | undefined
}

export function parseMarked(marked: string): Marked {
  const { text, spans, unclosed } = readMarked(marked.replaceAll('⏎', '\n'))
  if (unclosed.length > 0) throw new Error(`A mark is not closed in: ${marked}`)
  const cursor = text.indexOf('$0')
  if (cursor < 0) return { text, spans, cursor: undefined }
  const shift = (offset: number): number => (offset > cursor ? offset - 2 : offset)
  return {
    text: text.slice(0, cursor) + text.slice(cursor + 2),
    spans: spans.map(({ start, end, type }) => ({ start: shift(start), end: shift(end), type })),
    cursor,
  }
}

/** The reverse of `parseMarked`; line breaks are printed as `⏎`. Spans must nest or be apart. */
export function renderMarked(text: string, spans: readonly MarkedSpan[]): string {
  const opening = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const closing = [...spans].sort((a, b) => a.end - b.end || b.start - a.start)
  let out = ''
  for (let i = 0; i <= text.length; i++) {
    for (const span of closing) if (span.end === i && span.start < i) out += `|${span.type}⟧`
    for (const span of opening) if (span.start === i && span.end > i) out += '⟦'
    if (i < text.length) out += text[i] === '\n' ? '⏎' : text[i]
  }
  return out
}
