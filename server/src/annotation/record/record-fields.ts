/** The keys of each kind of record: their order in a line, which must be there, what they may hold. */
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import type { AnnotationRecord, Header } from './record.ts'

/** Order of the keys in a line, over all kinds; unknown ones follow in code unit order. */
export const keyOrder: readonly string[] = [
  ...['kind', 'version', 'page', 'sha256', 'length', 'newline'],
  ...['id', 'what', 'at', 'quote', 'prefix', 'suffix', 'type', 'from', 'to', 'was', 'certainty'],
  ...[
    'value',
    'attributes',
    'entity',
    'coreference',
    'reading',
    'status',
    'everywhere',
    'unsure',
    'note',
    'who',
  ],
  ...['when', 'source', 'confidence', 'anchor', 'marked', 'of', 'conflict'],
]

export interface Field {
  readonly required: boolean
  readonly holds: (value: Json) => boolean
}

const text = (value: Json): boolean => typeof value === 'string'
const name = (value: Json): boolean => typeof value === 'string' && value !== ''
const count = (value: Json): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const texts = (value: Json): boolean => isList(value) && value.length > 0 && value.every(text)
const oneOf =
  (...values: readonly Json[]) =>
  (value: Json): boolean =>
    values.includes(value)
const range = (value: Json): boolean => {
  if (!isList(value) || value.length !== 2) return false
  const [start, end] = value
  return start !== undefined && end !== undefined && count(start) && count(end) && start <= end
}
const attributes = (value: Json): boolean =>
  isObject(value) && Object.values(value).every((each) => each !== null && typeof each !== 'object')

const required = (holds: Field['holds']): Field => ({ required: true, holds })
const optional = (holds: Field['holds']): Field => ({ required: false, holds })

const decision = {
  note: optional(text),
  who: optional(text),
  when: optional(text),
  conflict: optional(isObject),
}

const doubt = {
  anchor: optional(oneOf('changed', 'moved', 'orphan')),
  marked: optional(texts),
  of: optional(name),
}

const anchor = {
  at: required((value) => isList(value) && value.length > 0 && value.every(range)),
  quote: required(texts),
  prefix: required(text),
  suffix: required(text),
  ...doubt,
}

const statement = {
  id: required(name),
  type: required(name),
  attributes: optional(attributes),
  status: required(oneOf('suggested', 'accepted', 'rejected')),
  unsure: optional(oneOf(true)),
  source: optional(text),
  confidence: optional((value) => typeof value === 'number'),
  ...decision,
}

type Fields = Readonly<Record<string, Field>>

/** By kind; `kind` itself is not among them. */
export const fieldsOf: ReadonlyMap<string, Fields> = new Map<string, Fields>([
  [
    'header',
    {
      version: required((value) => count(value) && value > 0),
      page: required(text),
      sha256: required(text),
      length: required(count),
      newline: required(oneOf('lf', 'crlf', 'cr', 'mixed')),
    },
  ],
  [
    'span',
    {
      ...anchor,
      ...statement,
      entity: optional(name),
      coreference: optional(oneOf(true)),
      reading: optional(text),
      everywhere: optional(oneOf(true)),
    },
  ],
  ['relation', { ...statement, from: required(name), to: required(name) }],
  [
    'page',
    {
      id: required(name),
      what: required(name),
      at: optional(anchor.at.holds),
      quote: optional(texts),
      prefix: optional(text),
      suffix: optional(text),
      ...doubt,
      value: optional(() => true),
      ...decision,
    },
  ],
  [
    'correction',
    {
      id: required(name),
      ...anchor,
      was: required(text),
      certainty: required(oneOf('certain', 'conjectured')),
      ...decision,
    },
  ],
])

/**
 * What is wrong with an object as a record or header: a sentence with `{0}` and its value;
 * `undefined` for nothing.
 */
export function recordFault(json: JsonObject): readonly [string, ...string[]] | undefined {
  const kind = own(json, 'kind')
  const fields = typeof kind === 'string' ? fieldsOf.get(kind) : undefined
  if (fields === undefined)
    return ['A record of an unknown kind: {0}.', JSON.stringify(kind ?? null)]
  for (const [key, { required, holds }] of Object.entries(fields)) {
    const value = own(json, key)
    if (value === undefined && required) return ['The key "{0}" is missing.', key]
    if (value !== undefined && !holds(value)) return ['The key "{0}" has a wrong value.', key]
  }
  const place = ['at', 'quote', 'prefix', 'suffix'].filter((key) => own(json, key) !== undefined)
  if (place.length !== 0 && place.length !== 4)
    return ['A place needs at, quote, prefix and suffix.']
  if (listLength(own(json, 'at')) !== listLength(own(json, 'quote'))) {
    return ['There must be one quote for each range.']
  }
  return undefined
}

/** Whether an object is a record that `recordFault` finds nothing wrong with. */
export function isRecord(json: unknown): json is AnnotationRecord {
  return isFaultless(json) && json['kind'] !== 'header'
}

export function isHeader(json: unknown): json is Header {
  return isFaultless(json) && json['kind'] === 'header'
}

function isFaultless(json: unknown): json is JsonObject {
  return isJsonObject(json) && recordFault(json) === undefined
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function listLength(value: Json | undefined): number {
  return value !== undefined && isList(value) ? value.length : 0
}
