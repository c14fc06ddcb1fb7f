/** What the `page` records of a sidecar say: corrections of structure, page data, `done`; and back. */

import { blockKinds, type Correction } from '../../page/corrected/correction.ts'
import type { BlockKind, PageData } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import type { Anchor, AnnotationRecord, PageRecord } from './record.ts'

/**
 * The corrections of a page's structure, oldest first. `spansOf` gives a record's UTF-16 spans.
 * Orphans, records without the places they need and those of another kind say nothing.
 */
export function pageCorrections(
  records: readonly AnnotationRecord[],
  spansOf: (record: PageRecord & Anchor) => readonly Span[],
): readonly Correction[] {
  return pageRecords(records).flatMap((record) => {
    if (!isPlaced(record)) return []
    const correction = correctionOf(record.what, spansOf(record), record.value)
    return correction === undefined ? [] : [correction]
  })
}

/** What people set of the page; of several records the last one counts, key by key. */
export function pageDataOfRecords(records: readonly AnnotationRecord[]): PageData {
  let found: PageData = {}
  for (const { what, value } of pageRecords(records)) {
    if (what === 'data' && isObject(value)) found = { ...found, ...dataIn(value) }
  }
  return found
}

/** That a page is finished: with which versions, by whom and when. */
export interface Done {
  readonly schema?: string
  readonly recogniser?: string
  readonly who?: string
  readonly when?: string
}

/** The last `done` record; `undefined` for a page that is not finished. */
export function doneOf(records: readonly AnnotationRecord[]): Done | undefined {
  const last = pageRecords(records).findLast(({ what }) => what === 'done')
  if (last === undefined) return undefined
  const versions = isObject(last.value) ? last.value : {}
  const [schema, recogniser] = [own(versions, 'schema'), own(versions, 'recogniser')]
  return {
    ...(typeof schema === 'string' ? { schema } : {}),
    ...(typeof recogniser === 'string' ? { recogniser } : {}),
    ...defined({ who: last.who, when: last.when }),
  }
}

/** What a record needs to be read as a correction again. */
export interface RecordParts {
  readonly what: string
  /** UTF-16, in the order of the record's ranges. */
  readonly spans: readonly Span[]
  readonly value?: Json
}

/** The reverse of reading: `pageCorrections` of a record made of these parts is the correction. */
export function recordPartsOf(correction: Correction): RecordParts {
  const { kind: what } = correction
  switch (correction.kind) {
    case 'split': {
      const { at, block } = correction
      return { what, spans: [at], ...defined({ value: block }) }
    }
    case 'kind':
      return { what, spans: [correction.block], value: correction.value }
    case 'join': {
      const { from, to, value } = correction
      return { what, spans: [from, to], ...(value ? {} : { value: false }) }
    }
    case 'article':
      return { what, spans: [correction.article, ...correction.blocks] }
    case 'titles':
      return { what, spans: [correction.article, ...correction.lines] }
    case 'byline':
      return { what, spans: [correction.article, ...correction.names] }
  }
}

/** In the order in which they were made; those without a time first. */
function pageRecords(records: readonly AnnotationRecord[]): readonly PageRecord[] {
  const made = ({ when }: PageRecord): number => Date.parse(when ?? '') || 0
  return records
    .filter((record) => record.kind === 'page')
    .sort((a, b) => made(a) - made(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function isPlaced(record: PageRecord): record is PageRecord & Anchor {
  return record.at !== undefined && record.anchor !== 'orphan'
}

function correctionOf(
  what: string,
  spans: readonly Span[],
  value: Json | undefined,
): Correction | undefined {
  const [first, ...others] = spans
  if (first === undefined) return undefined
  if (what === 'split') {
    const block = kindIn(value)
    return { kind: 'split', at: first, ...defined({ block }) }
  }
  if (what === 'kind') {
    const kind = kindIn(value)
    return kind === undefined ? undefined : { kind: 'kind', block: first, value: kind }
  }
  if (what === 'join') {
    const [to] = others
    if (to === undefined) return undefined
    return { kind: 'join', from: first, to, value: value !== false }
  }
  if (what === 'article') {
    return others.length === 0 ? undefined : { kind: 'article', article: first, blocks: others }
  }
  if (what === 'titles') return { kind: 'titles', article: first, lines: others }
  return what === 'byline' ? { kind: 'byline', article: first, names: others } : undefined
}

function kindIn(value: Json | undefined): BlockKind | undefined {
  return blockKinds.find((kind) => kind === value)
}

function dataIn(value: JsonObject): PageData {
  const [newspaper, date, number] = ['newspaper', 'date', 'number'].map((key) => own(value, key))
  return {
    ...(typeof newspaper === 'string' && newspaper !== '' ? { newspaper } : {}),
    ...(typeof date === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) ? { date } : {}),
    ...(typeof number === 'number' && Number.isSafeInteger(number) ? { number } : {}),
  }
}
