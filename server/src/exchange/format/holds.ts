/** What a format can say of an annotation, as a list of parts. */

/** Keys of a mention; its spans and its type are in every format that has mentions. */
export type MentionPart = StatementPart | 'entity' | 'reading'

/** Keys of a relation; its type and its ends are in every format that has relations. */
export type StatementPart =
  | 'id'
  | 'status'
  | 'confidence'
  | 'source'
  | 'attributes'
  | 'note'
  | 'unsure'
  | 'who'
  | 'when'
  | 'extra'

/** `records`: corrections of the page and of its text. */
export type PagePart = 'articles' | 'data' | 'records'

export interface Holds {
  readonly mentions: readonly MentionPart[]
  /** `undefined`: no relations at all. */
  readonly relations: readonly StatementPart[] | undefined
  readonly page: readonly PagePart[]
  /** Parts of the page that are written for people to read, and not read back. */
  readonly shows?: readonly PagePart[]
  /** Mentions in several pieces; over a line break; one inside the other; crossing each other. */
  readonly discontinuous: boolean
  readonly acrossLines: boolean
  readonly nested: boolean
  readonly crossing: boolean
}

export const mentionParts: readonly MentionPart[] = [
  ...(['id', 'status', 'confidence', 'source', 'attributes', 'note', 'unsure'] as const),
  ...(['entity', 'reading', 'who', 'when', 'extra'] as const),
]

export const relationParts: readonly StatementPart[] = [
  ...(['id', 'status', 'confidence', 'source', 'attributes', 'note', 'unsure'] as const),
  ...(['who', 'when', 'extra'] as const),
]
