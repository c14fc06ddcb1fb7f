/** The annotations of a page of this moment: its records, and where they are in its text. */

import { type Span, sameSpan } from '../../text/span.ts'
import { append } from '../../values/append.ts'
import { carried } from '../../values/carried.ts'
import { defined } from '../../values/defined.ts'
import { withKeys } from '../../values/with-keys.ts'
import { reanchorSidecar } from '../anchor/sidecar.ts'
import type { PlacedRecord } from '../record/placed-record.ts'
import { type AnnotationRecord, type Header, isAnchored } from '../record/record.ts'
import {
  describeSpans,
  headerOf,
  quoteAt,
  renewedHeader,
  spansOfRanges,
  type TextView,
} from '../record/selectors.ts'
import type { BrokenLine, Sidecar, SidecarProblem } from '../sidecar/sidecar.ts'

/** An immutable value; an action or an edit makes a new one. */
export interface Annotations {
  readonly header: Header | undefined
  readonly records: readonly PlacedRecord[]
  readonly broken: readonly BrokenLine[]
  readonly problems: readonly SidecarProblem[]
}

export const noAnnotations: Annotations = {
  header: undefined,
  records: [],
  broken: [],
  problems: [],
}

/** Texts that pages had, by the hash of `textHash`. */
export type TextOf = (sha256: string) => string | undefined

/** The records of a sidecar where they are in the page's text. `page` is the file name. Total. */
export function placeSidecar(
  sidecar: Sidecar & { readonly problems?: readonly SidecarProblem[] },
  view: TextView,
  { page, textOf }: { readonly page: string; readonly textOf?: TextOf },
): Annotations {
  const { sidecar: now, anchorings } = reanchorSidecar(sidecar, view, page, textOf)
  const records = now.records.map((record): PlacedRecord => {
    const places = anchorings.get(record)?.places ?? []
    const placed = { record, spans: placesOf(record, view) }
    const isOrphan = isAnchored(record) && record.anchor === 'orphan'
    if (places.length === 0 && !isOrphan) return placed
    return {
      ...placed,
      ...(isOrphan ? { of: record.of ?? '' } : {}),
      ...(places.length === 0
        ? {}
        : { places: places.map((ranges) => spansOfRanges(view, ranges)) }),
    }
  })
  return { header: now.header, records, broken: now.broken, problems: sidecar.problems ?? [] }
}

/**
 * The sidecar that describes `view`, the text of which `annotations` have their spans. Records whose
 * places and quotes are still right are the very objects that they were.
 */
export function sidecarOf(annotations: Annotations, view: TextView, page: string): Sidecar {
  const { header, records, broken } = described(annotations, view, page)
  return { header, records: records.map(({ record }) => record), broken }
}

/**
 * The same annotations, each record with its place as it is in `view`, the text in which they have
 * their spans: what actions read and put counts there.
 */
export function described(annotations: Annotations, view: TextView, page: string): Annotations {
  const { header, records } = annotations
  return {
    ...annotations,
    header: renewedHeader(header, view, page),
    records:
      header?.sha256 === view.sha256
        ? inPlace(view, records, (each) => (isInPlace(each, view) ? each : redescribed(each, view)))
        : records.map((each) => {
            const now = redescribed(each, view)
            const isOld =
              now === each &&
              header !== undefined &&
              each.of === undefined &&
              isAnchored(each.record)
            return isOld ? withKeys(each, { of: header.sha256 }) : now
          }),
  }
}

/** Of ten thousand whose places are right one action changes one. */
const inPlace = carried<TextView, PlacedRecord, PlacedRecord>()

/**
 * Puts records, by id and where the page has one with it in its place, and drops others. Their `at`
 * count in `view`, unless `of` says in which other text. `step`: of the page's past, after this.
 */
export function withRecords(
  annotations: Annotations,
  { put, drop }: { readonly put: readonly AnnotationRecord[]; readonly drop: readonly string[] },
  { view, page, textOf, step }: PutContext & { readonly step?: number },
): Annotations {
  const header = annotations.header ?? headerOf(view, page)
  const placed = placeSidecar(
    { header: renewedHeader(header, view, page), records: put, broken: [] },
    view,
    { page, ...defined({ textOf }) },
  )
  const now = placed.records.map((each) => withKeys(each, defined({ since: step })))
  return { ...withPlaced(annotations, now, drop), header }
}

export interface PutContext {
  readonly view: TextView
  readonly page: string
  readonly textOf?: TextOf
}

/** The same for records that have their places in the text of `annotations`. */
export function withPlaced(
  annotations: Annotations,
  put: readonly PlacedRecord[],
  drop: readonly string[] = [],
): Annotations {
  const byId = new Map(put.map((each) => [each.record.id, each]))
  const dropped = new Set(drop)
  const records: PlacedRecord[] = []
  for (const each of annotations.records) {
    const { id } = each.record
    const replaced = byId.get(id)
    if (replaced !== undefined) {
      byId.delete(id)
      records.push(continued(each, replaced))
    } else if (!dropped.has(id)) records.push(each)
  }
  append(records, byId.values())
  return { ...annotations, records }
}

/** What is known of a record's past goes on while a person changes other things than its place. */
function continued(before: PlacedRecord, now: PlacedRecord): PlacedRecord {
  if (!isSamePlace(before, now)) return now
  return { ...inItsPlace(now.record, before), ...defined({ places: now.places }) }
}

export function isSamePlace(a: PlacedRecord, b: PlacedRecord): boolean {
  return (
    isAnchored(a.record) &&
    isAnchored(b.record) &&
    a.record.anchor === b.record.anchor &&
    a.spans.length === b.spans.length &&
    a.spans.every((span, i) => isSameSpan(span, b.spans[i]))
  )
}

/** Where the page has it, with what is known of how it came there. */
export function inItsPlace(record: AnnotationRecord, placed: PlacedRecord): PlacedRecord {
  const { was } = placed
  const then = was === undefined ? undefined : { ...was, record: withPlaceOf(record, was.record) }
  return withKeys(placed, { record: withPlaceOf(record, placed.record), ...defined({ was: then }) })
}

/** The record where `other` is. */
export function withPlaceOf(record: AnnotationRecord, other: AnnotationRecord): AnnotationRecord {
  if (!isAnchored(record) || !isAnchored(other)) return record
  const { anchor: _doubt, marked: _text, of: _hash, ...rest } = record
  const { at, quote, prefix, suffix, anchor, marked, of } = other
  return { ...rest, at, quote, prefix, suffix, ...defined({ anchor, marked, of }) }
}

function redescribed(each: PlacedRecord, view: TextView): PlacedRecord {
  const record = describedRecord(each, view)
  return record === each.record ? each : { ...each, record }
}

/** UTF-16 spans of a record whose `at` count in `view`; none for an orphan. */
function placesOf(record: AnnotationRecord, view: TextView): readonly Span[] {
  return isAnchored(record) && record.anchor !== 'orphan' ? spansOfRanges(view, record.at) : []
}

function describedRecord({ record, spans }: PlacedRecord, view: TextView): AnnotationRecord {
  if (!isAnchored(record) || spans.length === 0) return record
  const { of: _text, ...rest } = record
  return { ...rest, ...describeSpans(view, spans) }
}

function isInPlace({ record, spans }: PlacedRecord, view: TextView): boolean {
  if (!isAnchored(record) || spans.length === 0) return true
  const places = spansOfRanges(view, record.at)
  return places.length === spans.length && spans.every((span, i) => isSameSpan(span, places[i]))
}

function isSameSpan(a: Span, b: Span | undefined): boolean {
  return b !== undefined && sameSpan(a, b)
}

/** What a record's spans say now, line breaks as `\n`. */
export function quotesAt(view: TextView, spans: readonly Span[]): readonly string[] {
  return describeSpans(view, spans).at.map((range) => quoteAt(view, range))
}
