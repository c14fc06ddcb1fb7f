/** Search over all pages, in the language of docs/search.md. */
import type { ListExportAnswer, ListExportParams } from './exchange.ts'
import type { Location, Range } from './place.ts'
import type { MentionStatus } from './reading.ts'

export type SearchGrouping = 'none' | 'page' | 'type' | 'entity' | 'owner' | 'year'
/** By page and place, or by the characters before or behind what was found, outwards. */
export type SearchSort = 'page' | 'left' | 'right'

export interface SearchParams {
  readonly query: string
  readonly by: SearchGrouping
  readonly sort: SearchSort
  /** Key of the group whose rows are wanted; all rows without. */
  readonly group?: string
  /** Rows from this one on; with `most` 0 none. */
  readonly from?: number
  readonly most: number
}

export type SearchAnswer =
  | ({ readonly kind: 'fault' } & SearchFault)
  /** The query took too long and was stopped. */
  | { readonly kind: 'stopped'; readonly message: string }
  | SearchFound

/** What is wrong with a query, and where: `[start, end)`, in UTF-16 units. */
export interface SearchFault {
  readonly message: string
  readonly at: readonly [number, number]
}

export interface SearchFound {
  readonly kind: 'found'
  readonly count: number
  /** Number of pages on which something was found. */
  readonly pages: number
  /** There are more, which were not looked for. */
  readonly more?: true
  /** Number of pages whose suggestions are not known yet. */
  readonly waiting: number
  /** Those with the most first; pages and years in their order. */
  readonly groups: readonly SearchGroup[]
  readonly rows: readonly SearchRow[]
}

export interface SearchGroup {
  readonly key: string
  /** Empty for what has none. */
  readonly label: string
  readonly count: number
}

/** A place that was found, in its context as it is read. */
export interface SearchRow {
  readonly location: Location
  readonly left: string
  readonly text: string
  readonly right: string
  /** Name of the page. */
  readonly page: string
  /** Title of its article. */
  readonly article?: string
  /** That was found, or in which the text stands. */
  readonly mention?: SearchMention
}

export interface SearchMention {
  readonly range: Range
  readonly text: string
  readonly type: string
  readonly status: MentionStatus
  /** Name of its entity, with its id and that of the corpus. */
  readonly entity?: { readonly name: string; readonly id: string; readonly corpus: string }
}

/** What may stand at the end of a query. */
export interface SearchCompletion {
  /** The whole query with it. */
  readonly query: string
  /** What is added. */
  readonly label: string
  readonly description: string
}

/** Of a query that is being written. */
export interface SearchHint {
  readonly fault?: SearchFault
  readonly completions: readonly SearchCompletion[]
}

export interface CollocateParams {
  readonly query: string
  readonly of: 'characters' | 'words'
  /** Characters or words on each side. */
  readonly window: number
}

export type CollocateAnswer =
  | ({ readonly kind: 'fault' } & SearchFault)
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'collocates'; readonly rows: readonly CollocateRow[] }

/** What stands beside what was found more often than by chance; the surest first. */
export interface CollocateRow {
  readonly text: string
  readonly count: number
  readonly left: number
  readonly right: number
  /** On all pages. */
  readonly total: number
  /** In bits. */
  readonly pmi: number
  readonly likelihood: number
}

/** What the view shows, in its order, as a table. */
export interface FoundExportParams extends Pick<ListExportParams, 'format' | 'file'> {
  readonly query: string
  readonly by: SearchGrouping
  readonly sort: SearchSort
}

export interface SearchRequests {
  'biaozhu/search': (params: SearchParams) => SearchAnswer
  'biaozhu/collocates': (params: CollocateParams) => CollocateAnswer
  'biaozhu/exportFound': (params: FoundExportParams) => ListExportAnswer
  'biaozhu/searchHint': (params: { readonly query: string }) => SearchHint
}
