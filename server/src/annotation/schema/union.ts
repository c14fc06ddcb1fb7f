/** Several schemas as one, for what goes over more than one corpus. */
import type { RelationDefinition, Schema } from './schema.ts'

/**
 * Types and relations in the order of `schemas`; of those with one name the first. One is itself,
 * none is `undefined`.
 */
export function uniteSchemas(schemas: readonly Schema[]): Schema | undefined {
  const [first, ...others] = new Set(schemas)
  if (others.length === 0) return first
  const relations = firstOfEachName<RelationDefinition>(
    schemas.flatMap((schema) => schema.relations ?? []),
  )
  return {
    types: firstOfEachName(schemas.flatMap(({ types }) => types)),
    relations,
    ...(schemas.some(({ overlap }) => overlap === true) ? { overlap: true } : {}),
  }
}

function firstOfEachName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  const byName = new Map<string, T>()
  for (const each of all) if (!byName.has(each.name)) byName.set(each.name, each)
  return [...byName.values()]
}
