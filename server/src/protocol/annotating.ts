/** What annotating asks for: answers of commands, what stands under the cursor, corrections, layers. */
import type { Location, Position } from './place.ts'
import type { Mark, MentionStatus } from './reading.ts'

/**
 * Answer of every `biaozhu.server.*` command (docs/commands.md). Its one argument is an object with
 * `uri` and `position`, `range` or `ranges` in it, or `id` of an annotation.
 */
export type CommandAnswer =
  | {
      readonly kind: 'done'
      /** What was done, in the interface language. */
      readonly label: string
      /** Uris of pages whose annotations changed. */
      readonly pages: readonly string[]
      /** For `biaozhu.server.undo` and `biaozhu.server.redo`; absent where nothing has changed. */
      readonly transaction?: string
      /** What the person wants to see next. */
      readonly select?: Location
      /** To be shown. */
      readonly message?: string
      readonly answer?: unknown
      readonly items?: readonly PreviewItem[]
    }
  /** A question was answered, nothing has changed. */
  | {
      readonly kind: 'answer'
      readonly answer: unknown
      readonly select?: Location
      readonly items?: readonly PreviewItem[]
    }
  | {
      readonly kind: 'refused'
      /** To be shown. */
      readonly message: string
      /** `unsaved`: the pages `pages` have to be saved first. */
      readonly reason?: 'unsaved'
      readonly pages?: readonly string[]
    }

/** A mention with what a person has said of it. */
export interface MentionInfo {
  /** From the first to the last character. */
  readonly location: Location
  readonly text: string
  readonly type: string
  readonly status: MentionStatus
  /** Of an annotation; a suggestion has none. */
  readonly id?: string
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
  readonly note?: string
  readonly unsure?: boolean
  /** Id of the entity that a person has chosen. */
  readonly entity?: string
  readonly reading?: string
}

/** A mention that a command would change, or has found. */
export interface PreviewItem extends Location {
  readonly text: string
  readonly type: string
  /** The sentence around it; `[start, end)` of it there, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

/** A correction of the text of a page. */
export interface CorrectionItem {
  readonly id: string
  readonly location: Location
  readonly was: string
  readonly now: string
  readonly certainty: 'certain' | 'conjectured'
  readonly note?: string
  readonly who?: string
  readonly when?: string
}

/** One annotator's layer of a page: `X.anno.NAME.jsonl`. */
export interface Layer {
  readonly name: string
  readonly marks: readonly Mark[]
  /** Marks that have no place on the page as it is, and lines that cannot be read. */
  readonly orphans: number
  readonly broken: number
}

export interface AnnotatingRequests {
  /** The mention that commands change at a position. */
  'biaozhu/mentionAt': (params: {
    readonly uri: string
    readonly position: Position
  }) => MentionInfo | null
  'biaozhu/corrections': (params: { readonly uri: string }) => readonly CorrectionItem[]
  /** Names of annotators who have a layer of a page, and marks of the one that is named. */
  'biaozhu/layers': (params: { readonly uri: string }) => readonly string[]
  'biaozhu/layer': (params: { readonly uri: string; readonly name: string }) => Layer | null
  /** Uri of the page's scan, where corpus.json says how scans are named. */
  'biaozhu/scan': (params: { readonly uri: string }) => string | null
}
