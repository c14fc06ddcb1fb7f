/** The records that a page has, as import looks for them: by id, by place and type, by what they touch. */

import type {
  AnnotationRecord,
  RelationRecord,
  SpanRecord,
} from '../../annotation/record/record.ts'
import { SpanIndex } from '../../text/span-index.ts'
import { printJson } from '../../values/json.ts'
import { Left } from '../../values/left.ts'

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
  const left = new Left(spans, placeKey)
  const accepted = new SpanIndex(
    spans
      .filter(({ status, anchor }) => status === 'accepted' && anchor !== 'orphan')
      .flatMap((record) => record.at.map(([start, end]) => ({ start, end, record }))),
  )
  let pairs = 0
  const relations = new Map<string, RelationRecord>()
  const others = new Map<string, AnnotationRecord>()
  for (const record of records.toReversed()) {
    if (record.kind === 'relation') relations.set(relationKey(record), record)
    else if (record.kind !== 'span') others.set(otherKey(record), record)
  }
  return {
    has: (id) => byId.has(id),
    take(id, record) {
      const own = byId.get(id)
      if (own?.kind === 'span' && left.take(own)) return own
      return left.takeNext(placeKey(record))
    },
    touching(record) {
      if (record.status !== 'accepted') return []
      const most = Math.max(1, mostPairs - pairs)
      const pieces = record.at.flatMap(([start, end]) => accepted.overlapping({ start, end }, most))
      pairs += pieces.length
      return [...new Set(pieces.map((piece) => piece.record))]
    },
    relation(record) {
      const own = byId.get(record.id)
      return own?.kind === 'relation' ? own : relations.get(relationKey(record))
    },
    other(record) {
      const own = byId.get(record.id)
      if (own?.kind === record.kind) return own
      return others.get(otherKey(record))
    },
  }
}

/**
 * Pairs of mentions that overlap: thousands, each over thousands, are more than a memory holds. Behind these it is
 * said of each with one other that it conflicts.
 */
const mostPairs = 100_000

function otherKey(record: AnnotationRecord): string {
  return `${record.kind} ${printJson(what(record))}`
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
