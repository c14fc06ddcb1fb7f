/** The questions that may be asked of a whole corpus, and their answers. */
import type { Mention } from '../annotation/record/mention.ts'
import type { EntityDecisions } from '../entity/decisions.ts'
import type { InitiativeFacts } from '../entity/initiative-facts.ts'
import type { LinkReason } from '../entity/link-reason.ts'
import type { Entity, Part, PlacedMention } from '../entity/model.ts'
import type { PageData } from '../page/model.ts'
import type { NameDecisions } from './decided-names.ts'
import type { PageMark } from './marked-pages.ts'

/**
 * Each question is answered from rows that pages say of themselves; what depends on other pages is kept up when one
 * changes. Answers are values, and parts: none hands out a corpus. Pages are named by their paths.
 */
export interface Index {
  /** Why a mention of `page` belongs to its entity, the nearest reason first; empty where it has none. */
  linkOf(page: string, mention: Mention): readonly LinkReason[]
  /** Ids of the names of which an entity is made, its own first: what people say of one is kept by them. */
  namesOf(id: string): readonly string[]
  /** Id of the entity to which a name belongs by now; `undefined` for a name that nobody has. */
  rootOf(id: string): string | undefined
  /** The entity of a mention of `page`; `undefined` for one that is rejected or not there. */
  entityOf(page: string, mention: Mention): Entity | undefined
  /** `undefined` for an id that is none, or none any more. */
  entity(id: string): Entity | undefined
  /** How many entities there are of each type. */
  entityCounts(): ReadonlyMap<string, number>
  /** Type by type as `types` are given, by name without quotes. */
  entities(query: EntityQuery): readonly Entity[]
  /** In order of page and position; those on one `page` only where one is given. */
  mentionsOf(id: string, part?: Part & { readonly page?: string }): readonly PlacedMention[]
  /** The pages on which an entity is mentioned, in order. */
  pagesOf(id: string, part?: Part): readonly PageCount[]
  /** The first mention that says an entity's name as fully as any does. */
  fullestMention(id: string): PlacedMention | undefined
  /** Of an initiative. */
  factsOf(id: string): InitiativeFacts | undefined
  /** Whether a mention that is not rejected has this text. */
  isMentioned(text: string): boolean
  /** The pages on which a mention that is not rejected has this text, in order. */
  pagesMentioning(text: string): readonly string[]
  /** The pages in whose text one of these names stands, in order. */
  pagesHolding(names: ReadonlySet<string>): readonly string[]
  /** In order. */
  pagesWith(mark: PageMark): readonly string[]
  /** What people's decisions say of names; the same object as long as they say the same. */
  nameDecisions(): NameDecisions
}

/** The index of one snapshot of a corpus. */
export interface SnapshotIndex<P> extends Index {
  /** That of another snapshot of the same corpus: it goes on from what is kept. */
  at(pages: PagesAt<P>): SnapshotIndex<P>
  /** Does at once what the next question would have to do, where that is quick. */
  keepUp(): void
}

/** The pages of a snapshot. */
export interface PagesAt<P> {
  /** Sorted by path. Equal pages of two snapshots are the same objects. */
  readonly pages: readonly P[]
  readonly dataOf: (page: P) => PageData
  /** On what else `dataOf` depends. */
  readonly terms: unknown
  /** What people say of entities. */
  readonly decisions: EntityDecisions
}

export interface EntityQuery extends Part {
  readonly types: readonly string[]
  /** Letters that stand in this order, others between them, in the name or an alias. */
  readonly letters?: string
}

export interface PageCount {
  readonly page: string
  /** Number of mentions there. */
  readonly count: number
  /** UTF-16 offset of the first of them. */
  readonly first: number
}
