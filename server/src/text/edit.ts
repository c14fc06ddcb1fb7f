/** Edits: replacing a span of a text, and where an old span is afterwards. */
import type { Span } from './span.ts'

export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Spans outside the text are clamped to it. */
export function applyEdit(text: string, edit: Edit): string {
  return (
    text.slice(0, edit.span.start) +
    edit.text +
    text.slice(Math.max(edit.span.start, edit.span.end))
  )
}

/**
 * Where `span` is after `edit`. Text typed at an edge stays outside; a span whose text was deleted
 * becomes empty; one that was partly replaced keeps what is left of it.
 */
export function moveSpan(span: Span, edit: Edit): Span {
  const grown = edit.text.length - (edit.span.end - edit.span.start)
  if (edit.span.end <= span.start) return { start: span.start + grown, end: span.end + grown }
  if (edit.span.start >= span.end) return span
  const behind = edit.span.start + edit.text.length
  const start = edit.span.start < span.start ? behind : span.start
  const end = edit.span.end >= span.end ? Math.max(start, edit.span.start) : span.end + grown
  return { start, end: Math.max(start, end) }
}

/** The one edit that makes `after` of `before`: what lies between their common beginning and end. */
export function wholeEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++
  }
  const span = { start, end: before.length - same }
  return { span, text: after.slice(start, after.length - same) }
}
