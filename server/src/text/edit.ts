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
 * The edit that makes `after` of `before`, around all that may have been edited: whether the first or the second 富润
 * of 富润富润 was deleted, nobody can tell.
 */
export function enclosingEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  const [last, newLast] = [before.length - 1, after.length - 1]
  let end = 0
  while (end < most && before.charCodeAt(last - end) === after.charCodeAt(newLast - end)) end++
  // What is common at the beginning and at the end may together be more than a text has.
  const from = Math.min(start, before.length - end, after.length - end)
  const to = before.length - Math.min(end, most - start)
  const span = { start: from, end: to }
  return { span, text: after.slice(from, after.length - before.length + to) }
}
