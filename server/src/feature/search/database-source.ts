/** The pages of an index in a file, for search. */
import type { IndexReader } from '../../index/database/reader.ts'
import type { SearchSource } from './source.ts'

export function databaseSource(reader: IndexReader): SearchSource {
  /** Those that this source has given. */
  const numbers = new Map<unknown, readonly number[]>()
  const setOf = (entities: readonly number[]): ReadonlySet<number> => {
    const set = new Set(entities)
    numbers.set(set, entities)
    return set
  }
  return {
    types: () => reader.types(),
    pages: ({ texts, mentioned, isDone }) =>
      reader.pages({
        texts,
        mentioned: mentioned.map(({ entities, text }) => {
          return { entities: numbers.get(entities) ?? [], text }
        }),
        isDone,
      }),
    content: (page) => reader.content(page),
    mentions: (page) => reader.mentions(page),
    headlines: (page) => reader.headlines(page),
    entityName: (entity) => reader.entityName(entity),
    ownerOf: (entity) => reader.ownerOf(entity),
    entitiesNamed: (passes) => setOf(reader.entitiesNamed(passes)),
    entitiesOwned: (passes) => setOf(reader.entitiesOwned(passes)),
  }
}
