/** What annotating asks for: what stands under the cursor, corrections, layers. */
import type { Location, Position } from './place.ts'
import type { Mark, MentionStatus } from './reading.ts'

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
  /** The entity that it belongs to; a rejected one to none. `corpus` is the uri of the root. */
  readonly belongs?: { readonly corpus: string; readonly id: string; readonly name: string }
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
