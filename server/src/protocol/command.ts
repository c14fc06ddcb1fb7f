/** What a command is: its parameters, its answer, and whether it only asks. */
import type { Location, Position, Range } from './place.ts'

/** A command that only asks: nothing changes. */
export interface Question<Params, Answer> {
  readonly params: Params
  /** `answer` of an answer of kind `answer`. */
  readonly answer: Answer
  readonly asks: 'always'
}

/** A command that changes annotations. */
export interface Change<Params, Done = undefined> {
  readonly params: Params
  /** `answer` of an answer of kind `done`. */
  readonly done: Done
}

/** A command that changes annotations and, as its parameters say, only asks. */
export interface ChangeOrQuestion<Params, Done, Answer, When extends Asks> {
  readonly params: Params
  readonly done: Done
  readonly answer: Answer
  readonly asks: When
}

/** A command that answers how the text is to be edited. The client makes that edit. */
export interface TextEdit<Params, Answer> {
  readonly params: Params
  readonly answer: Answer
  readonly editsText: true
}

/** When a command only asks: always; with a parameter that is `true`; as long as a parameter is not `true`. */
export type Asks = 'always' | { readonly with: string } | { readonly without: string }

/** What the server says of a command when it starts, so that the client treats the command rightly. */
export interface CommandTraits {
  readonly asks?: Asks
  readonly editsText?: true
}

/**
 * Answer of every command. `Done` is what it has under `answer` when something was done, `Answer` when
 * it was a question; `never` where it never answers so.
 */
export type AnswerOf<Done, Answer> =
  | ([Done] extends [never] ? never : DoneAnswer<Done>)
  | ([Answer] extends [never] ? never : QuestionAnswer<Answer>)
  | RefusedAnswer

/** An answer of which nobody knows yet to which command. */
export type AnyAnswer = AnswerOf<unknown, unknown>

export interface DoneAnswer<Done = unknown> {
  readonly kind: 'done'
  /** What was done, in the interface language. */
  readonly label: string
  /** Uris of pages whose annotations changed. */
  readonly pages: readonly string[]
  /** For the commands `undo` and `redo`; absent where nothing has changed. */
  readonly transaction?: string
  /** What the person wants to see next. */
  readonly select?: Location
  /** To be shown. */
  readonly message?: string
  readonly answer?: Done
  readonly items?: readonly PreviewItem[]
}

/** A question was answered, nothing has changed. */
export interface QuestionAnswer<Answer = unknown> {
  readonly kind: 'answer'
  readonly answer: Answer
  readonly select?: Location
  readonly items?: readonly PreviewItem[]
}

export interface RefusedAnswer {
  readonly kind: 'refused'
  /** To be shown. */
  readonly message: string
  /** `unsaved`: the pages `pages` have to be saved first. */
  readonly reason?: 'unsaved'
  readonly pages?: readonly string[]
}

/** A mention that a command would change, or has found. */
export interface PreviewItem extends Location {
  readonly text: string
  readonly type: string
  /** The sentence around it; `[start, end)` of it there, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

export interface OnPage {
  readonly uri: string
}

/** A place on a page: the cursor, a selection, a selection in pieces. */
export interface AtPlace extends OnPage {
  readonly position?: Position
  readonly range?: Range
  readonly ranges?: readonly Range[]
}

/**
 * A mention: the one with `id`; else the one at `range` exactly, of the type `type` where that is given;
 * else the one under `position`, or where `range` or `ranges` begin.
 */
export interface OfMention extends AtPlace {
  readonly id?: string
  readonly type?: string
}

/** A record of a page by its id. */
export interface OfRecord extends OnPage {
  readonly id: string
}

/** Id of the annotation that was changed. */
export interface Identified {
  readonly id: string
}
