/** What of JSON Schema (draft 7) docs/sidecar.schema.json uses, for tests: an unknown keyword throws. */
import {
  isObject,
  type Json,
  type JsonObject,
  own,
  sameJson,
} from '../../server/src/values/json.ts'

/** The first fault with its path, `undefined` where `value` is valid. */
export function schemaFault(
  schema: Json,
  value: Json,
  whole = schema,
  path = '$',
): string | undefined {
  if (!isObject(schema)) throw new Error(`No schema: ${JSON.stringify(schema)}`)
  for (const [keyword, rule] of Object.entries(schema)) {
    const check = keywords[keyword]
    if (check === undefined) throw new Error(`Unknown keyword ${keyword}`)
    const fault = check(rule, value, { whole, path, schema })
    if (fault !== undefined) return fault
  }
  return undefined
}

interface Where {
  readonly whole: Json
  readonly path: string
  readonly schema: JsonObject
}

type Check = (rule: Json, value: Json, where: Where) => string | undefined

const none: Check = () => undefined
const must =
  (holds: (rule: Json, value: Json) => boolean): Check =>
  (rule, value, { path }) =>
    holds(rule, value) ? undefined : `${path}: ${JSON.stringify(rule)}`

const keywords: Readonly<Record<string, Check>> = {
  $schema: none,
  title: none,
  description: none,
  definitions: none,
  $ref(rule, value, { whole, path }) {
    const keys = String(rule).split('/').slice(1)
    const target = keys.reduce<Json | undefined>(
      (at, key) => (isObject(at) ? own(at, key) : undefined),
      whole,
    )
    if (target === undefined) throw new Error(`Nothing at ${JSON.stringify(rule)}`)
    return schemaFault(target, value, whole, path)
  },
  oneOf(rule, value, { whole, path }) {
    const faults = list(rule).map((each) => schemaFault(each, value, whole, path))
    const valid = faults.filter((fault) => fault === undefined).length
    return valid === 1 ? undefined : `${path}: ${valid} of oneOf: ${faults.join('; ')}`
  },
  const: must((rule, value) => sameJson(rule, value)),
  enum: must((rule, value) => list(rule).some((each) => sameJson(each, value))),
  type: must((rule, value) =>
    (Array.isArray(rule) ? rule : [rule]).some((type) => isOf(type, value)),
  ),
  required: must(
    (rule, value) =>
      !isObject(value) || list(rule).every((key) => Object.hasOwn(value, String(key))),
  ),
  minimum: must((rule, value) => typeof value !== 'number' || value >= Number(rule)),
  minLength: must((rule, value) => typeof value !== 'string' || [...value].length >= Number(rule)),
  minItems: must((rule, value) => !Array.isArray(value) || value.length >= Number(rule)),
  maxItems: must((rule, value) => !Array.isArray(value) || value.length <= Number(rule)),
  dependencies: must(
    (rule, value) =>
      !isObject(value) ||
      Object.entries(isObject(rule) ? rule : {}).every(
        ([key, needs]) =>
          !Object.hasOwn(value, key) ||
          list(needs).every((need) => Object.hasOwn(value, String(need))),
      ),
  ),
  properties(rule, value, { whole, path }) {
    return first(Object.entries(isObject(rule) ? rule : {}), ([key, each]) => {
      const part = isObject(value) ? own(value, key) : undefined
      return part === undefined ? undefined : schemaFault(each, part, whole, `${path}.${key}`)
    })
  },
  additionalProperties(rule, value, { whole, path, schema }) {
    const named = own(schema, 'properties')
    return first(Object.entries(isObject(value) ? value : {}), ([key, part]) =>
      isObject(named) && Object.hasOwn(named, key)
        ? undefined
        : schemaFault(rule, part, whole, `${path}.${key}`),
    )
  },
  items: (rule, value, { whole, path }) =>
    Array.isArray(value)
      ? first([...value.entries()], ([i, part]) => schemaFault(rule, part, whole, `${path}[${i}]`))
      : undefined,
}

function first<T>(
  values: readonly T[],
  fault: (value: T) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = fault(value)
    if (found !== undefined) return found
  }
  return undefined
}

function isOf(type: Json, value: Json): boolean {
  if (type === 'object') return isObject(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function list(rule: Json): readonly Json[] {
  return Array.isArray(rule) ? rule : []
}
