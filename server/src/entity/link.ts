/** Links the mentions of pages to entities. */
import { defaultSchema, type Schema } from '../annotation/schema/schema.ts'
import { type EntityDecisions, noDecisions } from './decisions.ts'
import { entityRows } from './entity-rows.ts'
import { Linker } from './linker.ts'
import type { LinkedEntity } from './model.ts'
import type { LinkedPage } from './on-page.ts'

export type { LinkedPage } from './on-page.ts'

/**
 * Sorted by type in the order of `schema` (unknown types last), then by name without quotes. The paths
 * of pages differ. The same pages give the same entities and ids.
 */
export function linkEntities(
  pages: readonly LinkedPage[],
  schema: Schema = defaultSchema,
  decisions: EntityDecisions = noDecisions,
): readonly LinkedEntity[] {
  const linker = new Linker()
  linker.decide(decisions)
  for (const page of pages) {
    const apart = decisions.apart.get(page.path)
    linker.put(page.path, entityRows({ ...page, apart }))
  }
  return typesInOrder(linker.counts().keys(), schema).flatMap((type) =>
    [...linker.ofType(type)].map((entity) => ({ ...entity, mentions: linker.mentions(entity.id) })),
  )
}

/** The types of the schema first and as they stand there, then the others. */
export function typesInOrder(types: Iterable<string>, schema: Schema): readonly string[] {
  const rank = new Map(schema.types.map(({ name }, i) => [name, i]))
  const rankOf = (type: string): number => rank.get(type) ?? rank.size
  return [...types].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0))
}
