/** What an action on annotations is: a function from a snapshot to the records that it changes. */

import type { PageEdit, PageOfCorpus, Snapshot } from '../../corpus/snapshot/model.ts'
import type { PreviewItem } from '../../protocol.ts'
import type { Span } from '../../text/span.ts'
import type { Json, JsonObject } from '../../values/json.ts'

/** One server command, `biaozhu.server.` and its name. Adding one is a file and a line in actions.ts. */
export interface Action {
  readonly name: string
  /** What it does and which parameters it takes, for docs/commands.md. English. */
  readonly description: string
  /** Its parameters besides `uri`, with what they mean: a table in docs/commands.md. English. */
  readonly parameters?: Readonly<Record<string, string>>
  /** What its answer has under `answer`. English. */
  readonly answer?: string
  /** Its answer has an edit of the page, which the server lets the client make where `apply` asks for that. */
  readonly plansEdit?: true
  /** Total. `params` have the right form, what they say may still make no sense. */
  run(snapshot: Snapshot, params: ActionParams, context: ActionContext): ActionResult
}

export interface ActionParams {
  /** The page of `uri`. */
  readonly place: PageOfCorpus | undefined
  /** Of `position`: UTF-16 offset in the page. */
  readonly offset: number | undefined
  /** Of `range`. */
  readonly span: Span | undefined
  /** Of `ranges`. */
  readonly spans: readonly Span[] | undefined
  /** Of `from` and `to`, each a position or an object as the parameters of a command are. */
  readonly ends?: { readonly from?: Place; readonly to?: Place }
  /** Of `items`: each with a place of its own. */
  readonly items?: readonly ActionParams[]
  /** Everything that the client sent. */
  readonly values: JsonObject
}

/** What says where on the page something is: offsets, or an `id` or `type` in `values`. */
export type Place = Pick<ActionParams, 'offset' | 'span' | 'spans' | 'values'>

export interface ActionContext {
  /** Name of the annotator. */
  readonly who: string
  /** ISO time of now. */
  readonly when: string
  readonly newId: () => string
  /** With which a page was done. */
  readonly versions: { readonly recogniser: string }
}

export type ActionResult =
  | {
      readonly kind: 'edits'
      /** What was done, for the undo list: short, in the interface language. */
      readonly label: string
      readonly edits: readonly PageEdit[]
      /** What the person wants to see next. */
      readonly select?: Selected
      /** To be shown, in the interface language. */
      readonly message?: string
      readonly answer?: Json
      readonly items?: readonly PlacedItem[]
      /** What can be said only when the edits are in; wins over the same above. */
      readonly after?: (snapshot: Snapshot) => Afterwards
    }
  /** Nothing changes: a preview, a question. */
  | {
      readonly kind: 'answer'
      readonly answer: Json
      readonly select?: Selected
      readonly items?: readonly PlacedItem[]
    }
  /** Why it cannot be done, in the interface language. */
  | { readonly kind: 'refused'; readonly message: string }

export interface Afterwards {
  readonly select?: Selected | undefined
  readonly answer?: Json
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
