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

/** By what the rows of a review are together; `place` leaves suggestions in their order. */
export type ReviewGrouping = 'place' | 'type' | 'name' | 'confidence'

/** What is open and together, on one page or on all. */
export interface ReviewGroup {
  /** Names it as long as nothing changes. */
  readonly key: string
  /** As it is grouped; else what it is that is no suggestion. `place`: suggestions and gaps that are in no group. */
  readonly kind: ReviewGrouping | Exclude<ReviewRow['kind'], 'suggestion'>
  readonly count: number
  /** On how many pages. */
  readonly pages: number
  /** Of a name, and of a type. */
  readonly type?: string
  /** Of a name. */
  readonly text?: string
  /** Of a band of confidence: from `from` on, 0 to 1, and less than `below`, absent for the highest one. */
  readonly from?: number
  readonly below?: number
}

/** A part of a list: `most` lines from the one with the index `from` on; all that is left out is the whole list. */
export interface ListPart {
  readonly from?: number
  readonly most?: number
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
  /** Pages on which something is open, in order; with `uri` that page alone. */
  'biaozhu/review': (
    params: { readonly filter?: ReviewFilter; readonly uri?: string } & ListPart,
  ) => readonly ReviewPage[]
  /** How many pages there are of that kind, and how much is open on them. */
  'biaozhu/reviewTotal': (params: { readonly filter?: ReviewFilter; readonly uri?: string }) => {
    readonly pages: number
    readonly things: number
  }
  /** What is open on one page, in order. */
  'biaozhu/reviewRows': (params: {
    readonly uri: string
    readonly filter?: ReviewFilter
  }) => readonly ReviewRow[]
  /** What is open on all pages, or on that with `uri`, in groups; `total` is the number of all groups. */
  'biaozhu/reviewGroups': (
    params: {
      readonly by: ReviewGrouping
      readonly filter?: ReviewFilter
      readonly uri?: string
    } & ListPart,
  ) => { readonly groups: readonly ReviewGroup[]; readonly total: number }
  /** What is in one of them, in order. */
  'biaozhu/reviewGroup': (
    params: {
      readonly by: ReviewGrouping
      readonly key: string
      readonly filter?: ReviewFilter
      readonly uri?: string
    } & ListPart,
  ) => readonly ReviewRow[]
  /** How many pages are done since a time in ISO 8601. */
  'biaozhu/doneSince': (params: { readonly since: string }) => number
  /** Of all pages, or of those that are named. */
  'biaozhu/pageStates': (params: { readonly uris?: readonly string[] }) => readonly PageState[]
}
