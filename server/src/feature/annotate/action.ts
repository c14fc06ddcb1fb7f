/** What an action on annotations is: a function from a snapshot to the records that it changes. */

import type { EntitiesEdit, PageEdit, Snapshot } from '../../corpus/snapshot/model.ts'
import type {
  CommandName,
  CommandParams,
  Commands,
  CommandTraits,
  DoneOf,
  PreviewItem,
  QuestionOf,
} from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import type { InOffsets, ParametersOf } from './parameters.ts'
import type { Refused } from './refused.ts'

/** Commands that are no actions: they are about other commands, or about learning. */
export type OtherCommand = 'undo' | 'redo' | 'retrain'

/** Name of an action, as it stands behind `biaozhu.server.`. */
export type ActionName = Exclude<CommandName, OtherCommand>

/** One server command. Adding one is its types in protocol/, a file here and a line in actions.ts. */
export type Action<N extends ActionName> = TraitsOf<N> & {
  /** What it does and which parameters it takes, for docs/commands.md. English. */
  readonly description: string
  readonly parameters: ParametersOf<CommandParams<N>>
  /** What its answer has under `answer`. English. */
  readonly answer?: string
  /** The page is done then: what its annotations say can be learned. */
  readonly finishesPage?: true
  /** Total. `params` have the right form, what they say may still make no sense. */
  run(snapshot: Snapshot, params: ActionParams<N>, context: ActionContext): ActionResult<N>
}

export type ActionParams<N extends ActionName> = InOffsets<CommandParams<N>>

/** What the protocol says of a command, which the action repeats for clients to hear at run time. */
export type TraitsOf<N extends CommandName> = Pick<
  Commands[N],
  keyof Commands[N] & keyof CommandTraits
>

export interface ActionContext {
  /** Name of the annotator. */
  readonly who: string
  /** ISO time of now. */
  readonly when: string
  readonly newId: () => string
  /** With which a page was done. */
  readonly versions: { readonly recogniser: string }
}

export type ActionResult<N extends CommandName> = ResultOf<DoneOf<N>, QuestionOf<N>>

/** The result of an action of which nobody knows which one it is. */
export type AnyResult = ResultOf<unknown, unknown>

type ResultOf<Done, Answer> =
  | ([Done] extends [never] ? never : Edits<Done>)
  | ([Answer] extends [never] ? never : Answered<Answer>)
  | Refused

export interface Edits<Done = undefined> {
  readonly kind: 'edits'
  /** What was done, for the undo list: short, in the interface language. */
  readonly label: string
  readonly edits: readonly PageEdit[]
  /** What is said of entities, one for each corpus. */
  readonly entities?: readonly EntitiesEdit[]
  /** What the person wants to see next. */
  readonly select?: Selected
  /** To be shown, in the interface language. */
  readonly message?: string
  readonly answer?: Done
  readonly items?: readonly PlacedItem[]
  /** `select` and `answer` as they are when the edits are applied, instead of the same above. */
  readonly after?: (snapshot: Snapshot) => Afterwards<Done>
}

/** Nothing changes: a preview, a question. */
export interface Answered<Answer> {
  readonly kind: 'answer'
  readonly answer: Answer
  readonly select?: Selected
  readonly items?: readonly PlacedItem[]
}

export interface Afterwards<Done> {
  readonly select?: Selected | undefined
  readonly answer?: Done
}

/** A mention that the answer is about. */
export interface PlacedItem extends Selected, Omit<PreviewItem, 'uri' | 'range' | 'highlight'> {
  /** In the sentence. */
  readonly highlight: Span
}

/** A mention or another place on a page. */
export interface Selected {
  readonly uri: string
  readonly span: Span
}
