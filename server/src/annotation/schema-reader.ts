/** Reads the schema of a corpus: the value of the key `schema` in corpus.json. */
import { isObject, type Json, type JsonObject, own } from './json.ts'
import {
  defaultSchema,
  type RelationDefinition,
  type Schema,
  type TypeDefinition,
} from './schema.ts'
import { readAttributes } from './schema-attributes.ts'
import { readNamed, readNames, type SchemaProblem } from './schema-parts.ts'

export interface SchemaReading {
  /** What was read; `before` as a whole where there is any problem. */
  readonly schema: Schema
  readonly problems: readonly SchemaProblem[]
}

/**
 * `before` is the last good schema. Without `types` the default types hold, without `relations` the
 * default ones as far as their ends are among the types.
 */
export function readSchema(value: Json | undefined, before = defaultSchema): SchemaReading {
  if (value === undefined) return { schema: defaultSchema, problems: [] }
  const problems: SchemaProblem[] = []
  const report = (path: SchemaProblem['path'], message: string): void => {
    problems.push({ path, message })
  }
  if (!isObject(value)) {
    report([], 'an object is expected: { "types": […] }.')
    return { schema: before, problems }
  }
  const types = own(value, 'types') === undefined ? defaultSchema.types : readTypes(value, report)
  const relations =
    own(value, 'relations') === undefined
      ? fittingRelations(types)
      : readRelations(value, types, report)
  const overlap = own(value, 'overlap') ?? false
  if (typeof overlap !== 'boolean') report(['overlap'], 'true or false is expected.')
  if (problems.length > 0) return { schema: before, problems }
  return { schema: { types, relations, ...(overlap === true ? { overlap } : {}) }, problems }
}

type Report = (path: SchemaProblem['path'], message: string) => void

function readTypes(schema: JsonObject, report: Report): readonly TypeDefinition[] {
  const keys = new Set<string>()
  const types = readNamed(schema, 'types', [], report, (json, named, path): TypeDefinition => {
    const text = (key: string, pattern: RegExp, expected: string): string | undefined => {
      const value = own(json, key)
      if (value === undefined || (typeof value === 'string' && pattern.test(value))) return value
      report([...path, key], expected)
      return undefined
    }
    const description = text('description', /(?:)/, 'a text is expected.')
    const colour = text('colour', /^#([\da-f]{3}|[\da-f]{6})$/i, 'a colour is expected: "#d9c2f0".')
    const key = text('key', /^[-\d]$/, 'a key is expected: "1" to "9", "0" or "-".')
    const parent = text('parent', /(?:)/, 'the name of a type is expected.')
    if (key !== undefined && keys.has(key)) report([...path, 'key'], 'another type has this key.')
    if (key !== undefined) keys.add(key)
    const known = defaultSchema.types.find(({ name }) => name === named.name)
    const attributes = readAttributes(json, path, report)
    return {
      ...named,
      superType:
        text('superType', /^[A-Za-z]+$/, 'a token type is expected.') ?? known?.superType ?? 'type',
      ...(description === undefined ? {} : { description }),
      ...(colour === undefined ? {} : { colour }),
      ...(key === undefined ? {} : { key }),
      ...(parent === undefined ? {} : { parent }),
      ...(attributes.length === 0 ? {} : { attributes }),
    }
  })
  const given = own(schema, 'types')
  if (Array.isArray(given) && given.length === 0) {
    report(['types'], 'at least one type is expected.')
  }
  for (const [i, { name, parent }] of types.entries()) {
    if (parent === undefined) continue
    if (!types.some((type) => type.name === parent)) {
      report(['types', i, 'parent'], `there is no type ${JSON.stringify(parent)}.`)
    } else if (isOwnAncestor(types, name)) {
      report(['types', i, 'parent'], 'a type cannot be a kind of itself.')
    }
  }
  return types
}

function isOwnAncestor(types: readonly TypeDefinition[], name: string): boolean {
  const parents = new Map(types.map((type) => [type.name, type.parent]))
  let at = parents.get(name)
  for (let step = 0; step < types.length && at !== undefined; step++) {
    if (at === name) return true
    at = parents.get(at)
  }
  return false
}

function readRelations(
  schema: JsonObject,
  types: readonly TypeDefinition[],
  report: Report,
): readonly RelationDefinition[] {
  return readNamed(schema, 'relations', [], report, (json, named, path): RelationDefinition => {
    const end = (key: 'from' | 'to'): readonly string[] | undefined => {
      const names = readNames(json, key, path, report)
      for (const [i, name] of names?.entries() ?? []) {
        if (types.some((type) => type.name === name)) continue
        report([...path, key, i], `there is no type ${JSON.stringify(name)}.`)
      }
      return names
    }
    const [from, to] = [end('from'), end('to')]
    const attributes = readAttributes(json, path, report)
    return {
      ...named,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(attributes.length === 0 ? {} : { attributes }),
    }
  })
}

/** The default relations between types that the schema has. */
function fittingRelations(types: readonly TypeDefinition[]): readonly RelationDefinition[] {
  const known = (names: readonly string[] | undefined): readonly string[] =>
    (names ?? []).filter((name) => types.some((type) => type.name === name))
  return (defaultSchema.relations ?? []).flatMap((relation) => {
    const [from, to] = [known(relation.from), known(relation.to)]
    return from.length === 0 || to.length === 0 ? [] : [{ ...relation, from, to }]
  })
}
