/** What edits did to a text, added up: which spans of it were replaced, and where all else is now. */
import { firstIndex } from '../values/sorted.ts'
import type { Edit } from './edit.ts'
import type { Span } from './span.ts'

/** A span of the old text, and what stands in its place in the new one. Either may be empty. */
export interface Replaced {
  readonly old: Span
  readonly new: Span
}

/**
 * Ascending. Between two of them stands at least one character of the old text; every character
 * outside of them is in both texts.
 */
export type Changes = readonly Replaced[]

export const noChanges: Changes = []

/**
 * `changes` and then an edit of the text that they made. What the edit touches becomes one replacement
 * with it; a replacement that brings back what stood there is none.
 */
export function withEdit(changes: Changes, edit: Edit, { old, now }: Texts): Changes {
  const { before, one, behind } = joined(changes, edit)
  return [...before, ...(isBack(one, old, now) ? [] : [one]), ...behind]
}

/**
 * The same of many edits, each of which counts in the text that the one before it left: only the texts before and
 * after all of them are looked at.
 */
export function withEdits(changes: Changes, edits: readonly Edit[], { old, now }: Texts): Changes {
  let all = changes
  for (const edit of edits) {
    const { before, one, behind } = joined(all, edit)
    all = [...before, one, ...behind]
  }
  return all.filter((one) => !isBack(one, old, now))
}

export interface Texts {
  readonly old: string
  readonly now: string
}

/** What an edit touches as `one` with it, and the others. */
function joined(
  changes: Changes,
  { span, text }: Edit,
): { readonly before: Changes; readonly one: Replaced; readonly behind: Changes } {
  const from = firstIndex(changes.length, (i) => (changes[i]?.new.end ?? 0) >= span.start)
  const to = firstIndex(changes.length, (i) => (changes[i]?.new.start ?? 0) > span.end)
  const touched = changes.slice(from, to)
  const start = Math.min(span.start, touched[0]?.new.start ?? span.start)
  const end = Math.max(span.end, touched.at(-1)?.new.end ?? span.end)
  const grown = text.length - (span.end - span.start)
  const one: Replaced = {
    old: { start: start - shiftAt(changes, from), end: end - shiftAt(changes, to) },
    new: { start, end: end + grown },
  }
  const behind = changes.slice(to).map((each) => ({
    old: each.old,
    new: { start: each.new.start + grown, end: each.new.end + grown },
  }))
  return { before: changes.slice(0, from), one, behind }
}

/** The replacements that took characters of a span of the old text, or put some between them. */
export function replacedIn(changes: Changes, span: Span): Changes {
  const from = firstIndex(changes.length, (i) => (changes[i]?.old.end ?? 0) > span.start)
  const to = firstIndex(changes.length, (i) => (changes[i]?.old.start ?? 0) >= span.end)
  return changes.slice(from, Math.max(from, to))
}

/**
 * Where a span of the old text is now. What came at an edge stays outside, what replaced its first
 * characters inside; a span whose text is gone is empty.
 */
export function spanThrough(changes: Changes, { start, end }: Span): Span {
  const at = firstIndex(changes.length, (i) => (changes[i]?.old.end ?? 0) > start)
  const over = changes[at]
  const isCut = over !== undefined && over.old.start < start
  const from = isCut ? over.new.end : start + shiftAt(changes, at)
  if (start === end) return { start: from, end: from }
  const behind = firstIndex(changes.length, (i) => (changes[i]?.old.start ?? 0) >= end)
  const last = changes[behind - 1]
  const to =
    last !== undefined && last.old.end >= end ? last.new.start : end + shiftAt(changes, behind)
  return { start: from, end: Math.max(from, to) }
}

/** UTF-16 units by which text is shifted between the replacement at `index` and the one before it. */
function shiftAt(changes: Changes, index: number): number {
  const before = changes[index - 1]
  return before === undefined ? 0 : before.new.end - before.old.end
}

function isBack(one: Replaced, old: string, now: string): boolean {
  if (one.old.end - one.old.start !== one.new.end - one.new.start) return false
  return old.slice(one.old.start, one.old.end) === now.slice(one.new.start, one.new.end)
}
