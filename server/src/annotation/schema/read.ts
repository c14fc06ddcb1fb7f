/** Reads the schema of a corpus: the value of the key `schema` in corpus.json. */
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { readAttributes } from './attributes.ts'
import { type Report, readNamed, readNames, type SchemaProblem } from './parts.ts'
import {
  defaultSchema,
  type RelationDefinition,
  type Schema,
  type TypeDefinition,
} from './schema.ts'
import { readTypes } from './types.ts'

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
  const report: Report = (path, message, ...values) => {
    problems.push({ path, message, ...(values.length === 0 ? {} : { values }) })
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

function readRelations(
  schema: JsonObject,
  types: readonly TypeDefinition[],
  report: Report,
): readonly RelationDefinition[] {
  const known = new Set(types.map(({ name }) => name))
  return readNamed(schema, 'relations', [], report, (json, named, path): RelationDefinition => {
    const end = (key: 'from' | 'to'): readonly string[] | undefined => {
      const names = readNames(json, key, path, report)
      for (const [i, name] of names?.entries() ?? []) {
        if (known.has(name)) continue
        report([...path, key, i], 'there is no type “{0}”.', name)
      }
      return names
    }
    const [from, to] = [end('from'), end('to')]
    const attributes = readAttributes(json, path, report)
    return {
      ...named,
      ...defined({ from, to }),
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
