/** What actions did to records of `entities.jsonl`: for the journal, and so that each can be taken back in any order. */
import type { EntitiesText } from '../../annotation/entities/entities-text.ts'
import {
  type EntitiesRecord,
  isEntitiesRecord,
  recordKey,
} from '../../annotation/entities/entity-record.ts'
import { mergeEntities } from '../../annotation/entities/merge-entities.ts'
import { mergeKeys } from '../../annotation/sidecar/merge-keys.ts'
import { normalUri } from '../../disk/uri.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, sameJson } from '../../values/json.ts'
import { noCorpusEntities, recordsWith } from '../snapshot/entities.ts'
import type { CorpusEntities, EntitiesEdit, Snapshot } from '../snapshot/model.ts'

export interface EntitiesChange {
  /** Without `before` a record is new, without `after` it is deleted. */
  readonly records: readonly ChangedRecord[]
}

interface ChangedRecord {
  readonly before?: EntitiesRecord
  readonly after?: EntitiesRecord
}

/** What an edit would do to the corpus as it is. */
export function entitiesChangeOf(
  snapshot: Snapshot,
  { root, put, drop }: EntitiesEdit,
): EntitiesChange {
  const after = new Map(put.map((record) => [recordKey(record), record]))
  const keys = new Set([...after.keys(), ...drop])
  const before = recordsWith(entitiesOf(snapshot, root), keys)
  const records = [...keys].map((key) =>
    defined({ before: before.get(key), after: after.get(key) }),
  )
  return {
    records: records.filter((each) => each.before !== undefined || each.after !== undefined),
  }
}

/** The edit that takes a change back, or (`again`) does it once more. What was changed since stays as it is since. */
export function reversedEntities(
  { records }: EntitiesChange,
  snapshot: Snapshot,
  { root, again = false }: { readonly root: string; readonly again?: boolean },
): EntitiesEdit {
  const put: EntitiesRecord[] = []
  const drop: string[] = []
  for (const { before, after } of records) {
    const [from, to] = again ? [before, after] : [after, before]
    const known = from ?? to
    if (known === undefined) continue
    const key = recordKey(known)
    const now = recordsWith(entitiesOf(snapshot, root), new Set([key])).get(key)
    if (to === undefined) {
      const rest = now !== undefined && from !== undefined ? withoutChange(from, now) : undefined
      if (rest !== undefined) put.push(rest)
      else if (now !== undefined) drop.push(key)
    } else if (now === undefined) {
      if (from === undefined) put.push(to)
    } else if (from !== undefined) put.push(changedBack(from, now, to))
  }
  return { root, put, drop }
}

export function entitiesChangeToJson({ records }: EntitiesChange): JsonObject {
  return {
    records: records.map(({ before, after }) =>
      defined({ before: before && { ...before }, after: after && { ...after } }),
    ),
  }
}

/** `undefined` for what is no change. */
export function readEntitiesChange({ records }: JsonObject): EntitiesChange | undefined {
  return Array.isArray(records) ? { records: records.map(readPair) } : undefined
}

/** With the changes done; what somebody changed later stays as it is, and what is there already stays the same. */
export function replayedEntities(
  entities: EntitiesText,
  changes: readonly EntitiesChange[],
): EntitiesText {
  return changes.reduce((theirs, { records }) => {
    const wanted = records.filter(({ before, after }) => {
      const known = after ?? before
      if (known === undefined) return false
      const now = theirs.records.find((each) => recordKey(each) === recordKey(known))
      return now === undefined ? after !== undefined : !isLater(now, before) || !isLater(now, after)
    })
    const side = (which: 'before' | 'after'): EntitiesText => ({
      version: theirs.version,
      broken: [],
      records: wanted.flatMap((each) => each[which] ?? []),
    })
    const { entities: done } = mergeEntities(side('before'), side('after'), theirs)
    return { ...done, broken: theirs.broken }
  }, entities)
}

function entitiesOf({ corpora }: Snapshot, root: string): CorpusEntities {
  return corpora.find((corpus) => corpus.root === normalUri(root))?.entities ?? noCorpusEntities
}

function changedBack(
  from: EntitiesRecord,
  now: EntitiesRecord,
  to: EntitiesRecord,
): EntitiesRecord {
  if (sameJson({ ...from }, { ...now })) return to
  // Where both changed one thing, taking back wins; that is no conflict of two people.
  const { conflict: _conflict, ...merged } = mergeKeys({ ...from }, { ...to }, { ...now }).merged
  const record = { ...merged, ...defined({ conflict: now.conflict }) }
  return isEntitiesRecord(record) ? record : to
}

/** What somebody else said of an entity since it was said first; a name that was linked has no more than its link. */
function withoutChange(from: EntitiesRecord, now: EntitiesRecord): EntitiesRecord | undefined {
  if (from.kind === 'name' || now.kind === 'name') return undefined
  const { kind, id, type } = from
  const rest = changedBack(from, now, { kind, id, type })
  const isEmpty = rest.kind === 'name' || (rest.name ?? rest.uri ?? rest.note) === undefined
  return isEmpty ? undefined : rest
}

function readPair(json: Json): ChangedRecord {
  const { before, after } = isObject(json) ? json : {}
  return defined({
    before: isEntitiesRecord(before) ? before : undefined,
    after: isEntitiesRecord(after) ? after : undefined,
  })
}

function isLater(a: EntitiesRecord, b: EntitiesRecord | undefined): boolean {
  return (a.when ?? '') > (b?.when ?? '')
}
