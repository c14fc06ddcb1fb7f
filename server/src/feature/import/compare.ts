/** What a file says of a page beside what the page has: new, same, conflicting, or uncertain as to its place. */

import type { PlacedRecord } from '../../annotation/record/placed-record.ts'
import type {
  AnnotationRecord,
  RelationRecord,
  SpanRecord,
} from '../../annotation/record/record.ts'
import { describeSpans, type TextView } from '../../annotation/record/selectors.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { cleanName } from '../../disk/annotator.ts'
import { isUlid } from '../../values/id.ts'
import { sameJson } from '../../values/json.ts'
import { type Known, knownRecords } from './known.ts'
import { isSaidBy, withParts } from './parts.ts'

/** `same` changes nothing. An `uncertain` one is new, and its place is to be looked at. */
export type ImportKind = 'new' | 'same' | 'conflicting' | 'uncertain'

export interface ImportItem {
  readonly kind: ImportKind
  /** As it would be written. */
  readonly record: AnnotationRecord
  /** Those that it contradicts, or is the same as. */
  readonly existing: readonly AnnotationRecord[]
}

/** `annotations`: as the file has it. `suggestions`: nothing of it counts as decided. */
export type ImportAs = 'annotations' | 'suggestions'

export interface CompareOptions {
  readonly as: ImportAs
  readonly schema: Schema
  /** Name of the format: where it says nothing else, suggestions come from it. */
  readonly format: string
  /** Parts that the file can say: where it does not, it was taken away. */
  readonly says: { readonly mentions: ReadonlySet<string>; readonly relations: ReadonlySet<string> }
  /** Who imports, and when: for what the file has no name and time of. */
  readonly who: string
  readonly when: string
  readonly newId: () => string
}

export interface PageState {
  readonly view: TextView
  readonly records: readonly PlacedRecord[]
  /** Places and types of what is suggested there anyway. */
  isSuggested(record: SpanRecord): boolean
}

/**
 * One item for each record of each file about the page, in their order. Ids count in their own file; what an
 * earlier file says too is there once. Total.
 */
export function comparePage(
  files: readonly (readonly AnnotationRecord[])[],
  page: PageState,
  options: CompareOptions,
): readonly ImportItem[] {
  const known = knownRecords(
    page.records.map(({ record, spans }) =>
      record.kind === 'span' && spans.length > 0
        ? { ...record, at: describeSpans(page.view, spans).at }
        : record,
    ),
  )
  const around: Around = { known, page, options, given: new Set(), fresh: new Map() }
  /** Of files before this one, by what they say; nobody asks for it where there is one file. */
  const earlier = files.length > 1 ? new Map<string, ImportItem>() : undefined
  return files.flatMap((records) => {
    const found = compareFile(records, earlier, around)
    for (const { said, item } of found) if (said !== undefined) earlier?.set(said, item)
    return found.map(({ item }) => item)
  })
}

interface Compared {
  readonly item: ImportItem
  /** What the file says. */
  readonly said: string | undefined
}

/** In the order of the file, less what is said in `earlier`. Twins in one file are two. */
function compareFile(
  records: readonly AnnotationRecord[],
  earlier: ReadonlyMap<string, ImportItem> | undefined,
  around: Around,
): readonly Compared[] {
  const { known, options } = around
  /** Id in the file to the id here; `undefined` for a mention that will not be here. */
  const ids = new Map<string, string>()
  const items: Compared[] = []
  const print = (record: AnnotationRecord): string | undefined =>
    earlier === undefined ? undefined : JSON.stringify({ ...record, id: '' })
  for (const each of records) {
    if (each.kind !== 'span') continue
    const said = print(each)
    const before = said === undefined ? undefined : earlier?.get(said)
    const item = before ?? compareSpan(decided(each, options), each.id, around)
    // A suggestion that is made anyway has no record that a relation could join.
    const isHere = item.kind !== 'same' || item.existing.length > 0
    if (isHere) ids.set(each.id, item.record.id)
    if (before === undefined) items.push({ item, said })
  }
  for (const each of records) {
    if (each.kind === 'span') continue
    const [from, to] = each.kind === 'relation' ? [ids.get(each.from), ids.get(each.to)] : []
    const here = each.kind === 'relation' && from && to ? { ...each, from, to } : each
    const said = print(here)
    if (said !== undefined && earlier?.has(said) === true) continue
    if (here.kind !== 'relation') items.push({ item: compareOther(here, known, options), said })
    else if (from !== undefined && to !== undefined) {
      items.push({ item: compareRelation(here, around), said })
    }
  }
  return items
}

interface Around {
  readonly known: Known
  readonly page: PageState
  readonly options: CompareOptions
  /** Ids of other files that records here will have. */
  readonly given: Set<string>
  /** The first accepted mention that comes to a place, by the place. */
  readonly fresh: Map<string, SpanRecord>
}

/** That of the file, if it is one of ours that nothing else has. */
function idFor(id: string, { known, given, options }: Around): string {
  const own = isUlid(id) && !known.has(id) && !given.has(id) ? id : options.newId()
  given.add(own)
  return own
}

function compareSpan(record: SpanRecord, id: string, around: Around): ImportItem {
  const { known, page, options } = around
  const own = known.take(id, record)
  if (own !== undefined) {
    // Another program's own mention of the same place does not know what we can say of it.
    const says = own.id === id ? options.says.mentions : nothing
    const full = withParts(own, { ...record, id: own.id }, says)
    const isSame = isSuggestionOnly(record, own) || isSaidBy(record, own, says)
    return { kind: isSame ? 'same' : 'conflicting', record: full, existing: [own] }
  }
  if (record.status === 'suggested' && page.isSuggested(record)) {
    return { kind: 'same', record, existing: [] }
  }
  const fresh = { ...record, id: idFor(id, around) }
  if (record.anchor !== undefined) return { kind: 'uncertain', record: fresh, existing: [] }
  const overlapping =
    options.schema.overlap === true
      ? []
      : [...known.touching(record), ...otherLabels(fresh, around.fresh)]
  return {
    kind: overlapping.length > 0 ? 'conflicting' : 'new',
    record: fresh,
    existing: overlapping,
  }
}

/** What the same import puts at the same place with another type: where mentions are flat, one of them stays. */
function otherLabels(record: SpanRecord, fresh: Map<string, SpanRecord>): readonly SpanRecord[] {
  if (record.status !== 'accepted') return []
  const place = JSON.stringify(record.at)
  const first = fresh.get(place)
  if (first === undefined) fresh.set(place, record)
  return first === undefined || first.type === record.type ? [] : [first]
}

const nothing: ReadonlySet<string> = new Set()

/** A suggestion says nothing against what a person has decided, unless it is the same record. */
function isSuggestionOnly(record: SpanRecord, own: SpanRecord): boolean {
  return record.status === 'suggested' && record.id !== own.id
}

/** The ends are those here. */
function compareRelation(relation: RelationRecord, around: Around): ImportItem {
  const { known, options } = around
  const record = decided(relation, options)
  const own = known.relation(record)
  if (own !== undefined) {
    const says = own.id === relation.id ? options.says.relations : nothing
    const isSame = isSaidBy(record, own, says)
    const full = withParts(own, { ...record, id: own.id }, says)
    return { kind: isSame ? 'same' : 'conflicting', record: full, existing: [own] }
  }
  return { kind: 'new', record: { ...record, id: idFor(relation.id, around) }, existing: [] }
}

/** Corrections of the page and of its text: by id, or where another one says the same. */
function compareOther(
  record: AnnotationRecord,
  known: Known,
  { newId }: CompareOptions,
): ImportItem {
  const own = known.other(record)
  if (own === undefined) {
    const id = isUlid(record.id) && !known.has(record.id) ? record.id : newId()
    const isDoubtful = record.kind !== 'relation' && record.anchor !== undefined
    return { kind: isDoubtful ? 'uncertain' : 'new', record: { ...record, id }, existing: [] }
  }
  const same = sameJson(contentOf(own), contentOf(record))
  return { kind: same ? 'same' : 'conflicting', record: { ...record, id: own.id }, existing: [own] }
}

function contentOf(record: AnnotationRecord) {
  const { id, who, when, ...content } = { ...record, prefix: '', suffix: '', of: '' }
  return { ...content }
}

/** Other programs know people by their addresses, which no sidecar has. */
function withoutAddress<R extends SpanRecord | RelationRecord>(record: R, other: string): R {
  const { who } = record
  if (who === undefined || !/[@＠]/.test(who)) return record
  return { ...record, who: cleanName(who) || other }
}

function decided<R extends SpanRecord | RelationRecord>(given: R, options: CompareOptions): R {
  const record = withoutAddress(given, options.who)
  if (options.as === 'suggestions' && record.status === 'accepted') {
    return { ...record, status: 'suggested', source: record.source ?? options.format }
  }
  if (record.status === 'suggested') return record
  const { who = options.who, when = options.when } = record
  return { ...record, who, when }
}
