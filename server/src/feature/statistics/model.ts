/** What statistics count, and by what. Plain data. */

/** `kind`, `owner` and `place` are facts of initiatives: only mentions of those are counted then. */
export const groupings = [
  ...(['type', 'entity', 'kind', 'owner', 'place'] as const),
  ...(['year', 'newspaper', 'page', 'article'] as const),
] as const

export type Grouping = (typeof groupings)[number]

/** Which need to know all pages: entities are over the whole corpus. */
export const linkedGroupings: ReadonlySet<Grouping> = new Set([
  ...(['entity', 'kind', 'owner', 'place'] as const),
])

export interface CountedPage {
  readonly path: string
  /** Code points of the text with LF newlines. */
  readonly characters: number
  readonly newspaper?: string
  /** ISO date, or its beginning. */
  readonly date?: string
  readonly articles: readonly CountedArticle[]
  /** Without those that people rejected. */
  readonly mentions: readonly CountedMention[]
}

export interface CountedArticle {
  readonly title: string
  readonly characters: number
}

export interface CountedMention {
  readonly type: string
  readonly accepted: boolean
  /** Index in `articles`. */
  readonly article?: number
  readonly entity?: CountedEntity
}

export interface CountedEntity {
  readonly id: string
  readonly name: string
  /** Of an initiative. */
  readonly facts?: { readonly kind: string; readonly owner?: string; readonly place?: string }
}

/** A row; the order of the keys is part of the output. */
export interface StatisticsRecord {
  readonly by: Grouping
  /** `null` for what has none: an initiative without owner, a page without date. */
  readonly value: string | null
  /** What belongs to the value: the type of an entity, the page of an article. */
  readonly of?: string
  readonly accepted: number
  readonly suggested: number
  /** For 10,000 characters, two decimals. */
  readonly acceptedPer10000: number
  readonly suggestedPer10000: number
  /** On how many pages there is one. */
  readonly pages: number
  /** Of the pages (or the article) that are counted in this row. */
  readonly characters: number
}
