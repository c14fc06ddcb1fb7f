/** Commands of a review: decisions on suggestions, pages and doubts. */
import type { Change, ChangeOrQuestion, OfMention, OfRecord, OnPage } from './command.ts'
import type { Range } from './place.ts'
import type { ReviewFilter, ReviewGrouping, ReviewState } from './review.ts'

/** Decisions on suggestions, pages and doubts. */
export interface ReviewCommands {
  accept: Change<OfMention & Onwards & { readonly rejected?: boolean }, Arrived>
  reject: Change<OfMention & Onwards, Arrived>
  acceptMany: Change<ManyMentions, Decided>
  rejectMany: Change<ManyMentions, Decided>
  markMany: Change<ManyPlaces & { readonly type: string }, Decided>
  retypeMany: Change<ManyPlaces & { readonly to: string }, Decided>
  linkMany: Change<ManyPlaces & { readonly entity: string }, Decided>
  acceptAllOfName: ChangeOrQuestion<AllOfName, Decided, NamePreview, { readonly with: 'preview' }>
  rejectAllOfName: ChangeOrQuestion<AllOfName, Decided, NamePreview, { readonly with: 'preview' }>
  acceptGroup: ChangeOrQuestion<OfGroup, Decided, GroupPreview, { readonly with: 'preview' }>
  rejectGroup: ChangeOrQuestion<OfGroup, Decided, GroupPreview, { readonly with: 'preview' }>
  markEverywhere: ChangeOrQuestion<
    OfMention & OtherTypes & { readonly apply?: boolean },
    Decided,
    NamePreview,
    { readonly without: 'apply' }
  >
  /** Asks where something is open; else the page is done. */
  done: Change<
    OnPage & Onwards & { readonly force?: boolean; readonly rejectOpen?: boolean },
    Arrived
  > & {
    readonly answer: OpenThings
  }
  reopen: Change<OnPage>
  putHere: Change<OfRecord & { readonly range?: Range; readonly ranges?: readonly Range[] }>
  confirm: Change<OfRecord>
  drop: Change<OfRecord>
}

/** Where the review goes on after a decision. */
export interface Onwards {
  readonly advance?: boolean
  readonly filter?: ReviewFilter
}

/** With `advance`: how far the page is. */
export interface Arrived {
  readonly state: ReviewState
  /** The end of the corpus was passed. */
  readonly wrapped?: true
}

/** `items`, or `ranges` of the page `uri`, all of the type `type` or of `types` in the same order. */
export interface ManyMentions extends Partial<OnPage> {
  readonly items?: readonly PlacedMention[]
  readonly ranges?: readonly Range[]
  readonly type?: string
  readonly types?: readonly string[]
}

/** Each with its page. */
export interface ManyPlaces {
  readonly items: readonly PlacedMention[]
}

/** A mention of the page `uri`, without that of the command's page. */
export interface PlacedMention extends Partial<OnPage> {
  readonly range: Range
  readonly type?: string
}

export interface OtherTypes {
  readonly otherTypes?: boolean
  readonly items?: readonly PlacedMention[]
}

export interface AllOfName extends OfMention, OtherTypes {
  readonly scope?: 'page' | 'corpus'
  readonly preview?: boolean
}

/** A group of a review, on the page `uri` or on all. */
export interface OfGroup extends Partial<OnPage> {
  readonly by: ReviewGrouping
  readonly key: string
  readonly filter?: ReviewFilter
  readonly preview?: boolean
  /** Those that stay as they are. */
  readonly except?: readonly PlacedMention[]
}

/** Suggestions of a group, and the pages they are on; `items` of the answer lists the first of them. */
export interface GroupPreview {
  readonly count: number
  readonly pages: number
}

/** How many were decided, and how many not. */
export interface Decided {
  readonly count: number
  readonly left: number
}

/** What a decision on all suggestions of a name would decide; `items` of the answer lists them. */
export interface NamePreview {
  readonly name: string
  readonly type: string
  /** Suggestions of this type, and the pages they are on. */
  readonly count: number
  readonly pages: number
  /** How many are suggested with another type. */
  readonly otherTypes: Readonly<Record<string, number>>
  /** Annotations of the name, which stay. */
  readonly annotated: number
}

/** What is open on a page that is to be done. */
export interface OpenThings {
  readonly open: number
  readonly unsure: number
  readonly unsureJoins: number
  readonly doubts: number
}
