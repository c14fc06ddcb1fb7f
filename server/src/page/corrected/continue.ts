/** A passage that a person says goes on elsewhere: its rest is put right behind it. */
import { type Draft, hasByline, hasText } from '../articles/drafts.ts'
import type { Part } from '../lines/parts.ts'
import { attach, listWith, newDraft, type Shelf } from './shelf.ts'

/** Whether the second part is read on from the first. */
type IsRead = (before: Part, next: Part) => boolean

/** Makes `to` follow `from` in one article; what belongs to `to` comes with it. */
export function continueAt(shelf: Shelf, from: Part, to: Part, isRead: IsRead): void {
  const { owner } = shelf
  const own = owner.get(from)
  const other = owner.get(to)
  if (own === undefined && other !== undefined) {
    const list = listWith(other, to) ?? other.body
    insertAll(list, list.indexOf(to), [from])
    owner.set(from, other)
    return
  }
  const draft = own ?? newDraft(shelf, [from, to])
  if (own === undefined) attach(shelf, draft, from, true)
  if (other === undefined) putBehind(shelf, draft, from, [to])
  else if (other === draft) reorder(shelf, draft, from, to, isRead)
  else fetchRest(shelf, draft, other, from, to, isRead)
}

/** Within one article: `to` and all that follows it move right behind `from`, what stood between comes after them. */
function reorder(shelf: Shelf, draft: Draft, from: Part, to: Part, isRead: IsRead): void {
  const list = listWith(draft, to)
  if (list === undefined) return
  const [at, other] = [list.indexOf(from), list.indexOf(to)]
  if (at >= 0 && other === at + 1) return
  if (at < 0) {
    list.splice(other, 1)
    putBehind(shelf, draft, from, [to])
  } else if (other > at) insertAll(list, at + 1, list.splice(other))
  else {
    // The article begins further down: what is read with `from` stays before it.
    let first = at
    while (first > other + 1 && goesOnIn(list, first, isRead)) first--
    const run = list.splice(other, first - other)
    insertAll(list, list.indexOf(from) + 1, run)
  }
}

function fetchRest(
  shelf: Shelf,
  draft: Draft,
  other: Draft,
  from: Part,
  to: Part,
  isRead: IsRead,
): void {
  const list = listWith(other, to)
  if (list === undefined) return
  const at = list.indexOf(to)
  const inBody = list === other.body
  const isFirst = inBody && !hasText({ body: list.slice(0, at) })
  const isAlone = inBody && at === 0 && isHeadless(other)
  if (isHeadless(draft) && isFirst && !isAlone && draft.body.includes(from)) {
    // The beginning of an article stands elsewhere: it is read under its headline.
    const rest = draft.body.splice(draft.body.indexOf(from) + 1)
    const beginning = draft.body.splice(0)
    const captions = draft.captions.splice(0)
    insertAll(other.body, at, beginning)
    insertAll(other.body, other.body.length, rest)
    insertAll(other.captions, other.captions.length, captions)
    for (const part of [...beginning, ...rest, ...captions]) shelf.owner.set(part, other)
    return
  }
  // Under another headline only the rest of the sentence is taken, else all that follows it.
  let end = inBody && !(isFirst && !isAlone) ? list.length : at + 1
  while (end < list.length && goesOnIn(list, end, isRead)) end++
  putBehind(shelf, draft, from, list.splice(at, end - at))
  if (!isAlone) return
  const captions = other.captions.splice(0)
  insertAll(draft.captions, draft.captions.length, captions)
  for (const part of captions) shelf.owner.set(part, draft)
}

function putBehind({ owner }: Shelf, draft: Draft, from: Part, run: readonly Part[]): void {
  const list = listWith(draft, from) ?? draft.body
  const isBelow = list === draft.titles && run.some(({ role }) => role !== 'title')
  // The continuation of a title that is no title line itself begins the body.
  if (isBelow) insertAll(draft.body, 0, run)
  else insertAll(list, list.indexOf(from) + 1, run)
  for (const part of run) owner.set(part, draft)
  if (run.some(({ role }) => role === 'text')) draft.kind = 'article'
}

function isHeadless(draft: Draft): boolean {
  return draft.titles.length === 0 && !hasByline(draft)
}

/** Whether the part at `at` is read on from the one before it. */
function goesOnIn(list: readonly Part[], at: number, isRead: IsRead): boolean {
  const [before, next] = [list[at - 1], list[at]]
  return before !== undefined && next !== undefined && isRead(before, next)
}

/** Not `splice(at, 0, ...run)`: a page of megabytes has more parts than a call has arguments. */
function insertAll(list: Part[], at: number, run: readonly Part[]): void {
  const rest = list.splice(at)
  for (const part of run) list.push(part)
  for (const part of rest) list.push(part)
}
