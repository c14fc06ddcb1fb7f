/** What the database keeps of one page, as plain data that a process can send to another one. */
import type { Attributes, Status } from '../../annotation/record/record.ts'
import type { Piece } from '../../text/offset-map.ts'
import type { Span } from '../../text/span.ts'

/** Offsets are UTF-16 units of the page's text. */
export interface PageRows {
  /** Unique among the pages of the index. */
  readonly path: string
  readonly uri: string
  /** Of the bytes of page and sidecar as they were read. */
  readonly hash: string
  readonly terms: string
  /** Of everything below. */
  readonly digest: string
  /** False where the same bytes may give something else another time: annotations were looked for in git. */
  readonly isSettled: boolean
  readonly state: string
  readonly newspaper: string | undefined
  readonly date: string | undefined
  readonly number: number | undefined
  readonly isDone: boolean
  readonly content: PageContent
  readonly articles: readonly ArticleRow[]
  readonly mentions: readonly MentionRow[]
  readonly names: readonly NameRow[]
  readonly facts: readonly FactRow[]
}

/** The text, what is read in it as a whole, and what only a look at the page says of its mentions. */
export interface PageContent {
  readonly text: string
  readonly units: readonly Unit[]
  /** What people say of mentions; most have none. */
  readonly attributes: readonly AttributesRow[]
}

/** Of the mention of this type from `start` to `end`. */
export interface AttributesRow extends Span {
  readonly type: string
  readonly values: Attributes
}

/** An article, a caption, a masthead. */
export interface Unit {
  /** Index of its article. */
  readonly article: number | undefined
  /** As it is read. */
  readonly text: string
  readonly pieces: readonly Piece[]
}

export interface ArticleRow extends Span {
  readonly kind: string
  readonly headline: string | undefined
}

export interface MentionRow {
  readonly spans: readonly Span[]
  readonly type: string
  readonly status: Status
  readonly article: number | undefined
  /** Id of its name; none has a rejected mention, and one whose name is what stands there, on this page alone. */
  readonly name: string | undefined
  readonly text: string
  /** 该公司 is no form of the name. */
  readonly isPronoun: boolean
}

/** A thing of the page by its fullest name. */
export interface NameRow {
  readonly id: string
  readonly type: string
  /** Ids that the thing has on pages which only have a shorter name. */
  readonly shorter: readonly string[]
}

/** What the page says of an initiative. */
export interface FactRow extends Span {
  /** Index of the mention of the initiative. */
  readonly mention: number
  /** Whether a person said so, by a relation of the type `key`. */
  readonly isSaid: boolean
  readonly key: string
  readonly part: string | undefined
  readonly type: string
  readonly text: string
  /** 0 to 1. */
  readonly confidence: number | undefined
}
