/**
 * Marked pages: text and mentions in one file, in the notation of the annotation guidelines:
 * `在⟦嘉兴市南湖区|Place⟧举行`. Marks may stand inside each other.
 */
import type { Span } from './span.ts'

/** UTF-16 offsets in the text without marks. */
export interface MarkedSpan extends Span {
  readonly type: string
}

export interface MarkedPage {
  /** The text without marks. */
  readonly text: string
  /** In order; of two that begin together the longer one first. */
  readonly spans: readonly MarkedSpan[]
  /** Marks that were never closed; they are dropped. Offsets in `text`. */
  readonly unclosed: readonly number[]
}

/** Total and linear. An end without a beginning (`|Place⟧`) is text. */
export function readMarked(marked: string): MarkedPage {
  const spans: MarkedSpan[] = []
  const open: number[] = []
  let text = ''
  let done = 0
  for (const match of marked.matchAll(/⟦|\|([A-Za-z]{1,40})⟧/g)) {
    const [sign, type] = match
    if (type !== undefined && open.length === 0) continue
    text += marked.slice(done, match.index)
    done = match.index + sign.length
    if (type === undefined) open.push(text.length)
    else spans.push({ start: open.pop() ?? 0, end: text.length, type })
  }
  text += marked.slice(done)
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), unclosed: open }
}
