/** What is searched: an index in a file, or the pages that an editor has. */
import type { PageContent } from '../../index/database/page-rows.ts'
import type { IndexedMention, IndexedPage } from '../../index/database/reader.ts'

export interface SearchSource {
  /** Names of types that mentions have, or may have. */
  types(): readonly string[]
  /** By path: those that may fulfil everything that is said, and perhaps others. */
  pages(question: SearchedPages): Iterable<IndexedPage>
  /** `page` is the id of one of `pages`, here and below. */
  content(page: number): PageContent
  /** By position. */
  mentions(page: number): readonly IndexedMention[]
  /** Headlines by number of the article; photos have none. */
  headlines(page: number): ReadonlyMap<number, string>
  entityName(entity: number): string | undefined
  /** Of an initiative, as its pages name it. */
  ownerOf(entity: number): string | undefined
  /** Entities of which a name or an alias passes. */
  entitiesNamed(passes: (name: string) => boolean): EntitySet
  /** Initiatives of which the owner passes: as a page says it, or by a name of its entity. */
  entitiesOwned(passes: (name: string) => boolean): EntitySet
}

/** Numbers of entities. */
export type EntitySet = Pick<ReadonlySet<number>, 'has'>

export interface SearchedPages {
  /** Texts that stand on the page. */
  readonly texts: readonly string[]
  /** Of each one is mentioned. */
  readonly mentioned: readonly SearchedEntities[]
  readonly isDone: boolean | undefined
}

export interface SearchedEntities {
  readonly entities: EntitySet
  /** Or something whose only name, on its page alone, has these characters. */
  readonly text: string | undefined
}
