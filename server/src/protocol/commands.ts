/**
 * The server's commands by name: what each takes, what it answers, and whether it only asks. On the wire
 * `biaozhu.server.` stands before the name. docs/commands.md says what each does.
 */
import type { AnswerOf, Change, Question } from './command.ts'
import type { EntityCommands } from './entity-commands.ts'
import type { MentionCommands, RelationCommands } from './mention-commands.ts'
import type { ReviewCommands } from './review-commands.ts'
import type { CorrectionCommands, StructureCommands } from './text-commands.ts'

export interface Commands
  extends MentionCommands,
    RelationCommands,
    EntityCommands,
    CorrectionCommands,
    StructureCommands,
    ReviewCommands,
    ServerCommands {}

export type CommandName = keyof Commands

export type CommandParams<N extends CommandName> = Commands[N]['params']

export type CommandAnswer<N extends CommandName> = AnswerOf<DoneOf<N>, QuestionOf<N>>

/** What the answer of kind `done` has under `answer`; `never` where there is no such answer. */
export type DoneOf<N extends CommandName> = N extends CommandName
  ? Commands[N] extends { done: infer Done }
    ? Done
    : never
  : never

/** What the answer of kind `answer` has under `answer`; `never` where there is no such answer. */
export type QuestionOf<N extends CommandName> = N extends CommandName
  ? Commands[N] extends { answer: infer Answer }
    ? Answer
    : never
  : never

/** Commands of the server itself. */
export interface ServerCommands {
  import: Change<{ readonly plan: string; readonly onConflict?: 'skip' | 'ours' | 'theirs' }>
  undo: Change<{ readonly transaction: string }>
  redo: Change<{ readonly transaction: string }>
  /** `corpus` is the uri of its root; else that of the page `uri`, else the only one. */
  retrain: Question<
    { readonly uri?: string; readonly corpus?: string; readonly cancel?: boolean },
    TrainReport | null
  >
}

/** What came of learning from done pages. */
export type TrainReport =
  | {
      readonly kind: 'judged'
      /** Number of pages held back, on which the new model was tried. */
      readonly pages: number
      readonly before: Rates
      readonly after: Rates
      /** Suggestions follow the new model. */
      readonly kept: boolean
    }
  /** Of less than two pages none can be held back. */
  | { readonly kind: 'tooFewPages'; readonly pages: number }
  /** Another run is under way. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }

/** From 0 to 1. */
export interface Rates {
  readonly f1: number
}
