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

/** The one edit that makes `after` of `before`: what lies between their common beginning and end. */
export function wholeEdit(before: string, after: string): Edit {
  const { start, to } = commonEdges(before, after)
  return { span: { start, end: to }, text: after.slice(start, after.length - before.length + to) }
}

/**
 * The same, around all that may have been edited: whether the first or the second 富润 of 富润富润 was
 * deleted, nobody can tell.
 */
export function enclosingEdit(before: string, after: string): Edit {
  const { start, end, to } = commonEdges(before, after)
  const from = Math.min(start, before.length - end, after.length - end)
  const span = { start: from, end: to }
  return { span, text: after.slice(from, after.length - before.length + to) }
}

/**
 * UTF-16 units that are common at the beginning, and at the end: together they may be more than a text
 * has. `to` is where the common end begins in `before`, behind all that is common at the beginning.
 */
function commonEdges(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly to: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  const [last, newLast] = [before.length - 1, after.length - 1]
  let end = 0
  while (end < most && before.charCodeAt(last - end) === after.charCodeAt(newLast - end)) end++
  const to = before.length - Math.min(end, most - start)
  return { start, end, to }
}
