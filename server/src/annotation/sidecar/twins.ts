/** Twins: the same mark that two people made, each under an id of its own. A merge keeps the earlier one. */
import { groupBy } from '../../values/group-by.ts'
import { type Json, printJson } from '../../values/json.ts'
import type { AnnotationRecord } from '../record/record.ts'
import type { Sidecar } from './sidecar.ts'

/** The two sides of a merge, and what both come from. */
export interface MergedSides {
  readonly base: Sidecar
  readonly ours: Sidecar
  readonly theirs: Sidecar
}

/**
 * The merged sidecar with one record for what one side added and the other side has too: the same words at the same
 * place, with the same type, status, attributes and all else that a person decides. Twins that one side has already
 * are two. Relations lead to what is kept, and may be twins then.
 */
export function withoutTwins(merged: Sidecar, sides: MergedSides): Sidecar {
  const isOneText = sides.ours.header?.sha256 === sides.theirs.header?.sha256
  const keys = isOneText ? [placeKey] : [placeKey, wordsKey]
  const kept = new Map<string, string>()
  let { records } = merged
  for (const keyOf of keys) {
    const twins = twinsIn({ ...merged, records }, sides, keyOf)
    for (const [record, { id }] of twins) kept.set(record.id, id)
    if (twins.size > 0) records = records.filter((record) => !twins.has(record))
  }
  const led = records.map((record): AnnotationRecord => {
    if (record.kind !== 'relation' || (!kept.has(record.from) && !kept.has(record.to)))
      return record
    return { ...record, from: now(record.from, kept), to: now(record.to, kept) }
  })
  const twins = twinsIn({ ...merged, records: led }, sides, relationKey(kept))
  return { ...merged, records: led.filter((record) => !twins.has(record)) }
}

/** Those that are more than either side has of one key, each with the one that stands for it. */
function twinsIn(
  merged: Sidecar,
  { base, ours, theirs }: MergedSides,
  keyOf: KeyOf,
): ReadonlyMap<AnnotationRecord, AnnotationRecord> {
  const old = new Set(base.records.map(nameOf))
  const [inOurs, inTheirs] = [countsOf(ours, keyOf), countsOf(theirs, keyOf)]
  const twins = new Map<AnnotationRecord, AnnotationRecord>()
  for (const [key, same] of groupBy(merged.records, (record) => keyOf(record, merged))) {
    if (key === undefined) continue
    const most = Math.max(1, inOurs.get(key) ?? 0, inTheirs.get(key) ?? 0)
    if (same.length <= most) continue
    const isNew = (record: AnnotationRecord): boolean => !old.has(nameOf(record))
    const order = [...same].sort((a, b) => Number(isNew(a)) - Number(isNew(b)) || byTime(a, b))
    const [first] = order
    if (first === undefined) continue
    for (const record of order.slice(most)) if (isNew(record)) twins.set(record, first)
  }
  return twins
}

/** What a record says, to tell twins by; `undefined` for one of another kind. */
type KeyOf = (record: AnnotationRecord, of: Sidecar) => string | undefined

/** The text in which the place counts is part of it. Context, author and recogniser are not. */
const placeKey: KeyOf = (record, { header }) => {
  if (record.kind === 'relation') return undefined
  const { id, who, when, prefix, suffix, ...rest } = record
  return printJson({ ...withoutRecogniser(rest), of: record.of ?? header?.sha256 ?? '' })
}

/** UTF-16 units of context by which a place is known in two texts of the page. */
const leastContext = 16

/** Where the sides have two texts of the page: the words with all of their context. */
const wordsKey: KeyOf = (record) => {
  if (record.kind === 'relation' || record.at === undefined) return undefined
  const { id, who, when, at, of, ...rest } = record
  const { prefix = '', suffix = '' } = record
  return prefix.length + suffix.length < leastContext
    ? undefined
    : printJson(withoutRecogniser(rest))
}

/** `kept`: the id of what stands for a mention. */
function relationKey(kept: ReadonlyMap<string, string>): KeyOf {
  return (record) => {
    if (record.kind !== 'relation') return undefined
    const { id, who, when, from, to, ...rest } = record
    return printJson({ ...withoutRecogniser(rest), from: now(from, kept), to: now(to, kept) })
  }
}

function withoutRecogniser(record: object): Readonly<Record<string, Json>> {
  const { source, confidence, ...rest }: Readonly<Record<string, Json>> = { ...record }
  return rest
}

function now(id: string, kept: ReadonlyMap<string, string>): string {
  return kept.get(id) ?? id
}

function countsOf(side: Sidecar, keyOf: KeyOf): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const record of side.records) {
    const key = keyOf(record, side)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function nameOf({ kind, id }: AnnotationRecord): string {
  return `${kind} ${id}`
}

/** The earlier first; what has no time is later. Ids are made in the order of time. */
function byTime(a: AnnotationRecord, b: AnnotationRecord): number {
  const [one, other] = [a.when ?? '9', b.when ?? '9']
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1
}
