/** Drafts whose parts are moved: a part stands in one of them at most. */
import type { Draft } from '../articles/drafts.ts'
import type { Part } from '../lines/parts.ts'
import { isTitleKind } from '../lines/titles.ts'

export interface Shelf {
  /** In the order of the articles. */
  readonly drafts: Draft[]
  readonly owner: Map<Part, Draft>
}

export function shelfOf(drafts: Draft[]): Shelf {
  const owner = new Map<Part, Draft>()
  for (const draft of drafts) {
    for (const list of listsOf(draft)) for (const part of list) owner.set(part, draft)
  }
  return { drafts, owner }
}

/** The draft of a part; a loose one begins a draft of its own. */
export function draftOf(shelf: Shelf, part: Part): Draft {
  const found = shelf.owner.get(part)
  if (found !== undefined) return found
  const draft = newDraft(shelf, [part])
  attach(shelf, draft, part, true)
  return draft
}

/** An empty draft at the place that `parts` will give it among the others. */
export function newDraft({ drafts }: Shelf, parts: readonly Part[]): Draft {
  const isPhoto =
    parts.some(({ role }) => role === 'caption') &&
    parts.every(({ role }) => role === 'caption' || role === 'title')
  const draft: Draft = {
    kind: isPhoto ? 'photo' : 'article',
    titles: [],
    body: [],
    captions: [],
    underSection: false,
  }
  const start = firstStart(parts)
  const behind = drafts.findIndex((other) => firstStart(listsOf(other).flat()) > start)
  drafts.splice(behind < 0 ? drafts.length : behind, 0, draft)
  return draft
}

/** Takes a part out of its draft. */
export function detach({ owner }: Shelf, part: Part): void {
  const list = listWith(owner.get(part), part)
  if (list !== undefined) list.splice(list.indexOf(part), 1)
  owner.delete(part)
}

/** Puts a part that stands nowhere into a draft, by its role and its place in the source. */
export function attach({ owner }: Shelf, draft: Draft, part: Part, wasTitle: boolean): void {
  owner.set(part, draft)
  if (part.role === 'text') draft.kind = 'article'
  if (part.role === 'title' && isTitleLine(draft, part, wasTitle))
    insertBySource(draft.titles, part)
  else if (part.role === 'caption' && draft.kind !== 'photo') insertBySource(draft.captions, part)
  else insertBySource(draft.body, part)
}

function isTitleLine(draft: Draft, part: Part, wasTitle: boolean): boolean {
  if (part.decided === 'crosshead') return false
  if (isTitleKind(part.decided)) return true
  const [first] = draft.body
  if (first === undefined || part.span.start < first.span.start) return true
  return wasTitle && draft.titles.length === 0
}

/** Behind the last part of the list that stands before it in the source. */
export function insertBySource(list: Part[], part: Part): void {
  const before = list.findLastIndex(({ span }) => span.start < part.span.start)
  list.splice(before + 1, 0, part)
}

/** The list of a draft in which a part stands. */
export function listWith(draft: Draft | undefined, part: Part): Part[] | undefined {
  return draft === undefined ? undefined : listsOf(draft).find((list) => list.includes(part))
}

function listsOf({ titles, body, captions }: Draft): readonly Part[][] {
  return [titles, body, captions]
}

function firstStart(parts: readonly Part[]): number {
  return parts.reduce((start, { span }) => Math.min(start, span.start), Infinity)
}
