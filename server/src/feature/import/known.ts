/** The records that a page has, as import looks for them: by id, by place and type, by what they touch. */

import type {
  AnnotationRecord,
  RelationRecord,
  SpanRecord,
} from '../../annotation/record/record.ts'
import { sameJson } from '../../values/json.ts'
import { firstIndex } from '../../values/sorted.ts'

export interface Known {
  has(id: string): boolean
  /** The mention with this id, else one of the same place and type; each is given once. */
  take(id: string, record: SpanRecord): SpanRecord | undefined
  /** Accepted mentions with which a mention cannot stand, unless mentions may overlap. */
  touching(record: SpanRecord): readonly SpanRecord[]
  relation(record: RelationRecord): RelationRecord | undefined
  /** A correction of the page or of its text. */
  other(record: AnnotationRecord): AnnotationRecord | undefined
}

/** `at` of all records counts in the page as it is. */
export function knownRecords(records: readonly AnnotationRecord[]): Known {
  const byId = new Map(records.map((record) => [record.id, record]))
  const spans = records.filter((record) => record.kind === 'span')
  const byPlace = new Map<string, SpanRecord[]>()
  for (const record of spans) {
    const same = byPlace.get(placeKey(record))
    if (same === undefined) byPlace.set(placeKey(record), [record])
    else same.push(record)
  }
  const accepted = spans
    .filter(({ status, anchor }) => status === 'accepted' && anchor !== 'orphan')
    .sort((a, b) => startOf(a) - startOf(b))
  const longest = accepted.reduce((most, each) => Math.max(most, endOf(each) - startOf(each)), 0)
  const taken = new Set<string>()
  const relations = new Map<string, RelationRecord>()
  for (const record of records) {
    if (record.kind === 'relation') relations.set(relationKey(record), record)
  }
  return {
    has: (id) => byId.has(id),
    take(id, record) {
      const own = byId.get(id)
      const found =
        own?.kind === 'span' && !taken.has(id)
          ? own
          : byPlace.get(placeKey(record))?.find((each) => !taken.has(each.id))
      if (found !== undefined) taken.add(found.id)
      return found
    },
    touching(record) {
      if (record.status !== 'accepted') return []
      const [start, end] = [startOf(record), endOf(record)]
      const found: SpanRecord[] = []
      for (let i = firstFrom(accepted, start - longest); i < accepted.length; i++) {
        const each = accepted[i]
        if (each === undefined || startOf(each) >= end) break
        if (overlap(each, record)) found.push(each)
      }
      return found
    },
    relation(record) {
      const own = byId.get(record.id)
      return own?.kind === 'relation' ? own : relations.get(relationKey(record))
    },
    other(record) {
      const own = byId.get(record.id)
      if (own?.kind === record.kind) return own
      return records.find((each) => each.kind === record.kind && sameJson(what(each), what(record)))
    },
  }
}

/** What a correction says, and where. */
function what(record: AnnotationRecord) {
  if (record.kind === 'page') {
    return { what: record.what, at: record.at ?? [], value: record.value ?? null }
  }
  return record.kind === 'correction' ? { at: record.at, was: record.was } : { id: record.id }
}

function placeKey({ type, at }: SpanRecord): string {
  return JSON.stringify([type, at])
}

function relationKey({ type, from, to }: RelationRecord): string {
  return JSON.stringify([type, from, to])
}

function startOf({ at }: SpanRecord): number {
  return at[0]?.[0] ?? 0
}

function endOf({ at }: SpanRecord): number {
  return at.at(-1)?.[1] ?? 0
}

function overlap(a: SpanRecord, b: SpanRecord): boolean {
  return a.at.some(([start, end]) => b.at.some(([from, to]) => start < to && from < end))
}

/** Index of the first record that starts at `start` or behind it. */
function firstFrom(records: readonly SpanRecord[], start: number): number {
  return firstIndex(records.length, (middle) => {
    const record = records[middle]
    return record === undefined || startOf(record) >= start
  })
}
