/**
 * Marked texts: input and expectation of a test in one line of Chinese, in the notation of the
 * annotation guidelines: `在⟦嘉兴市南湖区|Place⟧举行$0`. `⏎` stands for a line break.
 */

export interface MarkedSpan {
  readonly start: number
  readonly end: number
  readonly type: string
}

export interface Marked {
  /** The text without marks, cursor and with line breaks for `⏎`. */
  readonly text: string
  /** In order; UTF-16 offsets in `text`. */
  readonly spans: readonly MarkedSpan[]
  /** Offset of `$0`, where it is there. */
  readonly cursor: number | undefined
}

export function parseMarked(marked: string): Marked {
  const spans: MarkedSpan[] = []
  const open: number[] = []
  let text = ''
  let cursor: number | undefined
  for (let i = 0; i < marked.length; i++) {
    const rest = marked.slice(i)
    const close = /^\|([A-Za-z]+)⟧/.exec(rest)
    if (rest.startsWith('⟦')) open.push(text.length)
    else if (close !== null && open.length > 0) {
      spans.push({ start: open.pop() ?? 0, end: text.length, type: close[1] ?? '' })
      i += close[0].length - 1
    } else if (rest.startsWith('$0')) {
      cursor = text.length
      i++
    } else text += rest.startsWith('⏎') ? '\n' : rest[0]
  }
  if (open.length > 0) throw new Error(`A mark is not closed in: ${marked}`)
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), cursor }
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
