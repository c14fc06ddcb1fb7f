/** Records of `entities.jsonl`: what people say of entities over the whole corpus. Unknown keys ride along and are kept. */
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import type { Decision } from '../record/record.ts'

/** The version of the format that is written. */
export const entitiesVersion = 1

/** The first line. */
export interface EntitiesHeader {
  readonly kind: 'entities'
  readonly version: number
}

/** Which entity a name is one of. */
export interface NameRecord extends Decision {
  readonly kind: 'name'
  /** Of the name: `Initiative:助企十条`, or `000.txt#Initiative:助企十条` for what one page means by it. */
  readonly id: string
  readonly type: string
  /** Id of an entity, which may be that of another name. The name itself: it stands for itself, whatever the program sees. */
  readonly entity: string
}

/** What is said of an entity besides its names. */
export interface EntityRecord extends Decision {
  readonly kind: 'entity'
  readonly id: string
  readonly type: string
  /** Its main name, as a person has chosen it. */
  readonly name?: string
  /** Of the same thing in a knowledge base outside. */
  readonly uri?: string
}

export type EntitiesRecord = NameRecord | EntityRecord

/** Order of the keys in a line; unknown ones follow in code unit order. */
export const entitiesKeys: ReadonlyMap<string, number> = new Map(
  [
    ...[
      'kind',
      'version',
      'id',
      'type',
      'entity',
      'name',
      'uri',
      'note',
      'who',
      'when',
      'conflict',
    ],
  ].map((key, i) => [key, i]),
)

/** By which a record is known among others: a name may be linked, and have a statement of its own. */
export function recordKey({ kind, id }: Pick<EntitiesRecord, 'kind' | 'id'>): string {
  return `${id} ${kind}`
}

/** Whether an id of a name or entity is one of this type: `Person:吴浩`, `0.txt#Person:吴浩`, `Person@01J…`. */
export function isIdOf(type: string, id: string): boolean {
  return id.startsWith(`${type}:`) || id.startsWith(`${type}@`) || id.includes(`#${type}:`)
}

/** What is wrong with an object as a record: a sentence with `{0}` and its values; `undefined` for nothing. */
export function entitiesFault(json: JsonObject): readonly [string, ...string[]] | undefined {
  const kind = own(json, 'kind')
  if (kind !== 'name' && kind !== 'entity') {
    return ['A record of an unknown kind: {0}.', JSON.stringify(kind ?? null)]
  }
  const required = kind === 'name' ? ['id', 'type', 'entity'] : ['id', 'type']
  for (const key of required) {
    if (own(json, key) === undefined) return ['The key "{0}" is missing.', key]
  }
  for (const key of ['id', 'type', 'entity', 'name', 'uri']) {
    const value = own(json, key)
    if (value !== undefined && !isName(value)) return ['The key "{0}" has a wrong value.', key]
  }
  for (const key of ['note', 'who', 'when']) {
    const value = own(json, key)
    if (value !== undefined && typeof value !== 'string')
      return ['The key "{0}" has a wrong value.', key]
  }
  const conflict = own(json, 'conflict')
  if (conflict !== undefined && !isObject(conflict))
    return ['The key "{0}" has a wrong value.', 'conflict']
  const type = String(own(json, 'type'))
  for (const key of kind === 'name' ? ['id', 'entity'] : ['id']) {
    const id = String(own(json, key))
    if (!isIdOf(type, id)) return ['{0} is no id of the type {1}.', id, type]
  }
  return undefined
}

/** Whether an object is a record that `entitiesFault` finds nothing wrong with. */
export function isEntitiesRecord(json: unknown): json is EntitiesRecord {
  return isJsonObject(json) && entitiesFault(json) === undefined
}

export function isEntitiesHeader(json: unknown): json is EntitiesHeader {
  if (!isJsonObject(json) || json['kind'] !== 'entities') return false
  const version = own(json, 'version')
  return Number.isSafeInteger(version) && Number(version) > 0
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isName(value: Json): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
