/** What people say of the entities of one corpus, as a value of the snapshot. */
import {
  type EntitiesReading,
  type EntitiesText,
  noEntities,
} from '../../annotation/entities/entities-text.ts'
import { type EntitiesRecord, recordKey } from '../../annotation/entities/entity-record.ts'
import { uriBelow } from '../../disk/uri.ts'
import { decisionsOf } from '../../entity/decisions.ts'
import type { CorpusEntities, EntitiesEdit } from './model.ts'

export const noCorpusEntities: CorpusEntities = corpusEntities(noEntities)

export function corpusEntities(reading: EntitiesReading): CorpusEntities {
  return { ...reading, decisions: decisionsOf(reading.records) }
}

/** With other records; lines that are not understood stay. */
export function entitiesAfter(
  before: CorpusEntities,
  { put, drop }: Pick<EntitiesEdit, 'put' | 'drop'>,
): CorpusEntities {
  const records = new Map(before.records.map((record) => [recordKey(record), record]))
  for (const key of drop) records.delete(key)
  for (const record of put) records.set(recordKey(record), record)
  return corpusEntities({ ...before, records: [...records.values()] })
}

/** The records with these keys. */
export function recordsWith(
  { records }: EntitiesText,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, EntitiesRecord> {
  const found = records.filter((record) => keys.has(recordKey(record)))
  return new Map(found.map((record) => [recordKey(record), record]))
}

/** In the root folder of a corpus. */
export const entitiesFile = 'entities.jsonl'

export function isEntitiesFile(uri: string): boolean {
  return uri.endsWith(`/${entitiesFile}`)
}

/** Of a corpus with this root. */
export function entitiesUri(root: string): string {
  return uriBelow(root, entitiesFile)
}
