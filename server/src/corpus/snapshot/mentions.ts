/** The mentions of a page: what people decided, and around it what the recogniser suggests. */

import type { Annotations } from '../../annotation/placed/placed.ts'
import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import type { SpanRecord } from '../../annotation/record/record.ts'
import { knownName, nameOf } from '../../annotation/record/record-name.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { blockAt } from '../../page/lookup.ts'
import type { Block, Page } from '../../page/model.ts'
import type { Marks, PlacedMark } from '../../recognition/decided/decisions.ts'
import { byPosition, overlaps } from '../../text/span.ts'
import { type Carried, carried } from '../../values/carried.ts'
import type { Names } from './names.ts'

/** Accepted and rejected mentions, by place; orphans are none. */
export function decidedMentions(annotations: Annotations, page: Page): readonly Mention[] {
  return recordedMentions(annotations, page, {
    isWanted: (status) => status !== 'suggested',
    known: knownDecided,
  })
}

/** Suggestions that are records, as an import can leave them, by place. */
export function storedSuggestions(annotations: Annotations, page: Page): readonly Mention[] {
  return recordedMentions(annotations, page, {
    isWanted: (status) => status === 'suggested',
    known: knownStored,
  })
}

function recordedMentions(
  { records }: Annotations,
  page: Page,
  { isWanted, known }: { isWanted: (status: Mention['status']) => boolean; known: Known },
): readonly Mention[] {
  const wanted = records.filter(isPlacedSpan).filter(({ record }) => isWanted(record.status))
  if (wanted.length === 0) return []
  const articleAt = articleIndexAt(page)
  const found = known(page, wanted, ({ record, spans }) => ({
    spans,
    type: record.type,
    status: record.status,
    text: record.marked === undefined ? knownName(record) : nameOf({ quote: record.quote }),
    article: articleAt(spans[0]?.start ?? 0),
    source: record.source ?? '',
    confidence: record.confidence ?? 1,
    record,
  }))
  // As a rule the records of a sidecar are in order.
  return isInOrder(found) ? found : found.toSorted(byPlace)
}

type PlacedSpan = PlacedRecord & { readonly record: SpanRecord }

function isPlacedSpan(each: PlacedRecord): each is PlacedSpan {
  const { record, spans } = each
  return record.kind === 'span' && spans.length > 0
}

/** Of ten thousand annotations one action changes one: the others keep their mention. */
const knownDecided: Known = carried()
const knownStored: Known = carried()

type Known = Carried<Page, PlacedSpan, Mention>

/**
 * What the recogniser hears of the mentions decided on a page; `undefined` where nobody has decided anything. The very
 * marks of the last time where they say the same: a note says nothing to the recogniser.
 */
export function marksOf(decided: readonly Mention[], names: Names, page: Page): Marks | undefined {
  const { positive, negative, personal } = names
  const isEmpty = decided.length === 0 && positive.size === 0 && negative.size === 0
  if (isEmpty && personal === undefined) return undefined
  const last = lastMarks.get(page)
  const isSameNames =
    last?.marks.positive === positive &&
    last.marks.negative === negative &&
    last.marks.personal === personal
  if (last !== undefined && isSameNames && sayTheSame(last.decided, decided)) return last.marks
  const marks: Marks = {
    fixed: placedMarks(decided, page, { status: 'accepted', known: knownFixed }),
    rejected: placedMarks(decided, page, { status: 'rejected', known: knownRejected }),
    positive,
    negative,
    personal,
  }
  lastMarks.set(page, { decided, marks })
  return marks
}

const lastMarks = new WeakMap<
  Page,
  { readonly decided: readonly Mention[]; readonly marks: Marks }
>()

function placedMarks(
  decided: readonly Mention[],
  page: Page,
  { status, known }: { readonly status: Mention['status']; readonly known: KnownMarks },
): readonly PlacedMark[] {
  return known(
    page,
    decided.filter((mention) => mention.status === status),
    (mention) => {
      const { spans, type, text, record } = mention
      return {
        ...{ span: mentionSpan(mention), type, text },
        ...(spans.length > 1 ? { spans } : {}),
        ...(record?.coreference === true ? { isPronoun: true } : {}),
      }
    },
  )
}

const knownFixed: KnownMarks = carried()
const knownRejected: KnownMarks = carried()

type KnownMarks = Carried<Page, Mention, PlacedMark>

function sayTheSame(some: readonly Mention[], others: readonly Mention[]): boolean {
  return some.length === others.length && some.every((mention, i) => isSame(mention, others[i]))
}

function isSame(a: Mention, b: Mention | undefined): boolean {
  if (a === b) return true
  return (
    a.type === b?.type &&
    a.status === b.status &&
    a.text === b.text &&
    a.record?.coreference === b.record?.coreference &&
    a.spans.length === b.spans.length &&
    a.spans.every(({ start, end }, i) => start === b.spans[i]?.start && end === b.spans[i]?.end)
  )
}

/** Those of the types that the schema has. */
export function ofSchema(found: readonly Mention[], { types }: Schema): readonly Mention[] {
  const names = new Set(types.map(({ name }) => name))
  return found.every(({ type }) => names.has(type))
    ? found
    : found.filter(({ type }) => names.has(type))
}

/**
 * All mentions of a page. A stored suggestion binds nobody: one that touches an accepted mention is not shown;
 * where it stands, the recogniser's own say nothing.
 */
export function withSuggestions(
  decided: readonly Mention[],
  stored: readonly Mention[],
  found: readonly Mention[],
): readonly Mention[] {
  if (stored.length === 0) return inOrder(decided, found)
  const accepted = decided.filter(({ status }) => status === 'accepted')
  const shown = withoutTouching(stored, accepted)
  return inOrder(decided, inOrder(shown, withoutTouching(found, shown)))
}

/** Those of `mentions` that touch none of `others`; both by place. */
function withoutTouching(
  mentions: readonly Mention[],
  others: readonly Mention[],
): readonly Mention[] {
  let first = 0
  return mentions.filter((mention) => {
    const span = mentionSpan(mention)
    while (first < others.length && reach(others, first) <= span.start) first++
    for (let i = first; i < others.length; i++) {
      const other = others[i]
      if (other === undefined || mentionSpan(other).start >= span.end) return true
      if (other.spans.some((a) => mention.spans.some((b) => overlaps(a, b)))) return false
    }
    return true
  })
}

function reach(mentions: readonly Mention[], index: number): number {
  const mention = mentions[index]
  return mention === undefined ? 0 : mentionSpan(mention).end
}

/** Two lists, each by place, as one. */
export function inOrder(a: readonly Mention[], b: readonly Mention[]): readonly Mention[] {
  if (a.length === 0) return b
  const all: Mention[] = []
  let next = 0
  for (const mention of b) {
    const span = mentionSpan(mention)
    for (let first = a[next]; first !== undefined; first = a[++next]) {
      if (byPosition(mentionSpan(first), span) > 0) break
      all.push(first)
    }
    all.push(mention)
  }
  return [...all, ...a.slice(next)]
}

/** Index of the article at a UTF-16 offset. */
function articleIndexAt(page: Page): (offset: number) => number | undefined {
  const indices = new Map<Block, number>()
  for (const [i, { blocks }] of page.articles.entries())
    for (const block of blocks) indices.set(block, i)
  return (offset) => {
    const block = blockAt(page, offset)
    return block === undefined ? undefined : indices.get(block)
  }
}

function byPlace(a: Mention, b: Mention): number {
  return byPosition(mentionSpan(a), mentionSpan(b))
}

function isInOrder(mentions: readonly Mention[]): boolean {
  let before: Mention | undefined
  for (const mention of mentions) {
    if (before !== undefined && byPlace(before, mention) > 0) return false
    before = mention
  }
  return true
}
