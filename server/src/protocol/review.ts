/** What a review asks for: filters, stops, counts, rows, states of pages. */
import type { Location, Position, Range } from './place.ts'

/** What a review stops at; an absent key leaves everything in. */
export interface ReviewFilter {
  /** Names of types. */
  readonly types?: readonly string[]
  /** 0 to 1: suggestions that are at least, or at most, this sure. */
  readonly minimumConfidence?: number
  readonly maximumConfidence?: number
  /** Index of an article on the page asked about; other pages are left out. */
  readonly article?: number
  /** Only what a person has flagged as unsure. */
  readonly unsure?: boolean
  /** Also stops where there is no mention: in quotation marks, in 《》, at numbers. */
  readonly gaps?: readonly ReviewGap[]
  /** Also lists what was rejected; it is not stopped at. */
  readonly rejected?: boolean
}

export type ReviewGap = 'quote' | 'title' | 'number'

/** How far a page is. A decision on a suggestion is done; all counts are within the filter. */
export interface ReviewState {
  /** Decided mentions, and `done` with what is open. */
  readonly done: number
  readonly total: number
  /** Suggestions, and gaps where the filter asks for them. */
  readonly open: number
  readonly unsure: number
  readonly doubts: number
  /** Proposed continuations that nobody has decided. */
  readonly joins: number
  /** Rejected suggestions, where the filter asks for them. */
  readonly rejected?: number
}

export interface ReviewPage extends ReviewState {
  readonly uri: string
  readonly label: string
}

export interface ReviewStop extends Location {
  /** The end of the corpus was passed. */
  readonly wrapped?: true
}

/** One thing of a page on which a person may decide. */
export interface ReviewRow {
  readonly kind: 'suggestion' | 'unsure' | 'doubt' | 'join' | 'gap' | 'rejected'
  /** From the first to the last character. */
  readonly location: Location
  readonly text: string
  readonly type?: string
  readonly confidence?: number
  /** Title of its article. */
  readonly article?: string
  /** Of an annotation. */
  readonly id?: string
  readonly note?: string
  /** The sentence around it; `[start, end)` of it there, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

/** `stale`: done with another schema or recogniser than now. */
export type PageProgress = 'untouched' | 'inProgress' | 'done' | 'stale'

export interface PageState {
  readonly uri: string
  readonly progress: PageProgress
  /** Annotations whose place in the text is lost. */
  readonly orphans: number
}

export interface ReviewRequests {
  /** The next or previous open thing from a position, then on the next page that has one, wrapping round. */
  'biaozhu/reviewNext': (params: {
    readonly uri: string
    readonly position: Position
    readonly direction: 'next' | 'previous'
    /** What is selected, as a stop is: it is not stopped at again. A cursor alone may be before a stop. */
    readonly range?: Range
    readonly filter?: ReviewFilter
  }) => ReviewStop | null
  'biaozhu/reviewState': (params: {
    readonly uri: string
    readonly filter?: ReviewFilter
  }) => ReviewState | null
  /** Pages on which something is open, in order. */
  'biaozhu/review': (params: { readonly filter?: ReviewFilter }) => readonly ReviewPage[]
  /** What is open on one page, in order. */
  'biaozhu/reviewRows': (params: {
    readonly uri: string
    readonly filter?: ReviewFilter
  }) => readonly ReviewRow[]
  /** Of all pages, or of those that are named. */
  'biaozhu/pageStates': (params: { readonly uris?: readonly string[] }) => readonly PageState[]
}
