/** Three-way merge of sidecars by record and key: what git's merge driver and two writers need. */
import { type JsonObject, printJson } from '../../values/json.ts'
import type { AnnotationRecord, Header } from '../record/record.ts'
import { isRecord } from '../record/record-fields.ts'
import { mergeKeys, onlyDerivedDiffers } from './merge-keys.ts'
import { type BrokenLine, printSidecar, readSidecar, type Sidecar } from './sidecar.ts'
import { withoutTwins } from './twins.ts'

export interface MergeConflict {
  readonly id: string
  /**
   * `value`: both sides changed `keys`; ours stand, theirs are in the record's `conflict` key.
   * `deletion`: one side deleted what the other one changed; the changed record stays.
   */
  readonly kind: 'value' | 'deletion'
  readonly keys: readonly string[]
}

export interface Merged {
  readonly text: string
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Total, over the texts of sidecars; `base` is empty where there is no common ancestor. The same mark of two people
 * is one record.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): Merged {
  const [old, mine, other] = [readSidecar(base), readSidecar(ours), readSidecar(theirs)] as const
  const { sidecar, conflicts } = merge(old, mine, other)
  const whole = withoutTwins(sidecar, { base: old, ours: mine, theirs: other })
  return { text: printSidecar(whole), conflicts }
}

/** By id alone, over sidecars that were read: a record that was confirmed is never another one. */
export function merge(
  base: Sidecar,
  ours: Sidecar,
  theirs: Sidecar,
): { readonly sidecar: Sidecar; readonly conflicts: readonly MergeConflict[] } {
  const header = mergeHeaders(base.header, ours.header, theirs.header)
  const [old, mine, other] = [base, ours, theirs].map((side) => byId(side, header))
  const records: AnnotationRecord[] = []
  const conflicts: MergeConflict[] = []
  for (const key of new Set([...(mine?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const [b, o, t] = [old?.get(key), mine?.get(key), other?.get(key)]
    const one = mergeOne(annotations, b, o, t)
    if (one === undefined) continue
    records.push(one.record)
    if (one.conflict !== undefined) conflicts.push(one.conflict)
  }
  const broken = mergeBroken(base.broken, ours.broken, theirs.broken)
  return { sidecar: { header, records, broken }, conflicts }
}

/** That of the side whose text changed; ours where both did. */
function mergeHeaders(
  base: Header | undefined,
  ours: Header | undefined,
  theirs: Header | undefined,
): Header | undefined {
  if (ours === undefined || theirs === undefined) return ours ?? theirs
  return ours.sha256 === base?.sha256 ? theirs : ours
}

/**
 * Records by kind and id, the second one of an id by `span id 2`. What counts in another text than that of the
 * merged header says so.
 */
function byId(
  { records, header }: Sidecar,
  merged: Header | undefined,
): ReadonlyMap<string, AnnotationRecord> {
  const found = new Map<string, AnnotationRecord>()
  for (const record of records) {
    const name = `${record.kind} ${record.id}`
    let key = name
    for (let n = 2; found.has(key); n++) key = `${name} ${n}`
    found.set(key, withText(record, header?.sha256, merged?.sha256))
  }
  return found
}

function withText(
  record: AnnotationRecord,
  hash: string | undefined,
  merged: string | undefined,
): AnnotationRecord {
  if (record.kind === 'relation' || record.at === undefined) return record
  const own = record.of ?? hash
  if (own === undefined) return record
  const { of, ...rest } = record
  return own === merged ? rest : { ...rest, of: own }
}

/** Records of one kind of file, each named by its id. */
export interface RecordKind<R> {
  is(value: JsonObject): value is R & JsonObject
  toJson(record: R): JsonObject
}

const annotations: RecordKind<AnnotationRecord> = {
  is: (value): value is AnnotationRecord & JsonObject => isRecord(value),
  toJson: (record) => ({ ...record }),
}

/** One record of three sides by its keys; `undefined` for one that is deleted, or that nobody has. */
export function mergeOne<R extends { readonly id: string }>(
  { is, toJson }: RecordKind<R>,
  base: R | undefined,
  ours: R | undefined,
  theirs: R | undefined,
): { readonly record: R; readonly conflict?: MergeConflict } | undefined {
  const old = base === undefined ? {} : toJson(base)
  if (ours !== undefined && theirs !== undefined) {
    const { merged, keys } = mergeKeys(old, toJson(ours), toJson(theirs))
    // What the two make together may be no record. Then ours stands.
    const record = is(merged) ? merged : ours
    const { id } = ours
    return keys.length === 0 ? { record } : { record, conflict: { id, kind: 'value', keys } }
  }
  const record = ours ?? theirs
  if (record === undefined) return undefined
  if (base === undefined) return { record }
  if (onlyDerivedDiffers(old, toJson(record))) return undefined
  return { record, conflict: { id: record.id, kind: 'deletion', keys: [] } }
}

/** Ours without those that theirs removed, then those that theirs added. */
export function mergeBroken(
  base: readonly BrokenLine[],
  ours: readonly BrokenLine[],
  theirs: readonly BrokenLine[],
): readonly BrokenLine[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(
    (lines) => new Set(lines.map(({ text }) => text)),
  )
  return [
    ...ours.filter(({ text }) => inTheirs?.has(text) || !inBase?.has(text)),
    ...theirs.filter(({ text }) => !inOurs?.has(text) && !inBase?.has(text)),
  ]
}

/** One line a conflict, for people. */
export function describeConflict({ id, kind, keys }: MergeConflict): string {
  return kind === 'deletion'
    ? `${id}: deleted on one side, changed on the other; it stays.`
    : `${id}: both sides changed ${printJson(keys)}; theirs are kept under "conflict".`
}
