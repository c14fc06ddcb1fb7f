/** Three-way merge of `entities.jsonl` by record and key: for git's merge driver, and for two writers. */
import type { JsonObject } from '../../values/json.ts'
import { mergeMarked } from '../sidecar/conflict-marks.ts'
import {
  type MergeConflict,
  type Merged,
  mergeBroken,
  mergeOne,
  type RecordKind,
} from '../sidecar/merge.ts'
import {
  type EntitiesReading,
  type EntitiesText,
  printEntities,
  readEntities,
} from './entities-text.ts'
import { type EntitiesRecord, isEntitiesRecord, recordKey } from './entity-record.ts'

/** Total, over the texts of files; `base` is empty where there is no common ancestor. */
export function mergeEntitiesTexts(base: string, ours: string, theirs: string): Merged {
  const { entities, conflicts } = mergeEntities(
    readEntities(base),
    readEntities(ours),
    readEntities(theirs),
  )
  return { text: printEntities(entities), conflicts }
}

/** As Biaozhu works with the file: conflicts that git left are merged by record. The problems are those of the text. */
export function readStoredEntities(text: string): EntitiesReading {
  const reading = readEntities(text)
  const isMarked = reading.problems.some(({ kind }) => kind === 'conflict marker')
  const merged = isMarked ? mergeMarked(text, mergeEntitiesTexts) : undefined
  if (merged === undefined) return reading
  return { ...readEntities(merged.text), problems: reading.problems }
}

export function mergeEntities(
  base: EntitiesText,
  ours: EntitiesText,
  theirs: EntitiesText,
): { readonly entities: EntitiesText; readonly conflicts: readonly MergeConflict[] } {
  const [old, mine, other] = [byKey(base), byKey(ours), byKey(theirs)] as const
  const records: EntitiesRecord[] = []
  const conflicts: MergeConflict[] = []
  for (const key of new Set([...mine.keys(), ...other.keys()])) {
    const one = mergeOne(statements, old.get(key), mine.get(key), other.get(key))
    if (one === undefined) continue
    records.push(one.record)
    if (one.conflict !== undefined) conflicts.push(one.conflict)
  }
  const version = Math.max(ours.version, theirs.version)
  const broken = mergeBroken(base.broken, ours.broken, theirs.broken)
  return { entities: { version, records, broken }, conflicts }
}

function byKey({ records }: EntitiesText): ReadonlyMap<string, EntitiesRecord> {
  return new Map(records.map((record) => [recordKey(record), record]))
}

const statements: RecordKind<EntitiesRecord> = {
  is: (value): value is EntitiesRecord & JsonObject => isEntitiesRecord(value),
  toJson: (record) => ({ ...record }),
}
