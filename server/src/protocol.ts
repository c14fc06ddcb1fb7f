/**
 * Our own requests and notifications, as types only: client and server import this file with
 * `import type`, so that a wrong method, parameter or answer does not compile. Positions are the
 * protocol's (zero-based line, UTF-16 character); everything else is plain data.
 *
 * Semantic tokens: token types are the schema's types with a small first letter (`initiative`,
 * `organization`, …), token modifiers the statuses `suggested`, `accepted`, `rejected`.
 */
import type { AnnotatingRequests } from './protocol/annotating.ts'
import type { CommandTraits } from './protocol/command.ts'
import type { ExchangeRequests } from './protocol/exchange.ts'
import type { InitiativeRequests } from './protocol/initiative.ts'
import type { OverviewRequests } from './protocol/overview.ts'
import type { ReadingRequests } from './protocol/reading.ts'
import type { RelationsRequests } from './protocol/relations.ts'
import type { ReviewRequests } from './protocol/review.ts'
import type { SchemaRequests } from './protocol/schema.ts'
import type { SearchRequests } from './protocol/search.ts'

export type * from './protocol/annotating.ts'
export type * from './protocol/command.ts'
export type * from './protocol/commands.ts'
export type * from './protocol/entity-commands.ts'
export type * from './protocol/exchange.ts'
export type * from './protocol/initiative.ts'
export type * from './protocol/mention-commands.ts'
export type * from './protocol/overview.ts'
export type * from './protocol/place.ts'
export type * from './protocol/reading.ts'
export type * from './protocol/relations.ts'
export type * from './protocol/review.ts'
export type * from './protocol/review-commands.ts'
export type * from './protocol/schema.ts'
export type * from './protocol/search.ts'
export type * from './protocol/text-commands.ts'

/** How the client starts the server. */
export interface InitializationOptions {
  /** BCP 47 tag of the interface language, as `vscode.env.language` says it: `zh-cn`. */
  readonly locale?: string
  /** `biaozhu.pages` by workspace folder uri: globs that make a folder without corpus.json a corpus. */
  readonly pages?: Readonly<Record<string, readonly string[]>>
  /** False: suggestions are computed but not shown. */
  readonly suggestions?: boolean
  /** 0 to 1: suggestions below this confidence are not shown in the text; panels keep them. */
  readonly minimumConfidence?: number
  /** `biaozhu.dateHints`; true: inlay hints say behind each date what it means. */
  readonly dateHints?: boolean
  /** `biaozhu.codeLens`; false: no lens above the titles of articles. */
  readonly codeLens?: boolean
  /** The setting `biaozhu.annotator`: name of the person, else it is git's. */
  readonly annotator?: string
  /** Absolute path of a folder where the server may remember things: texts, learned models. */
  readonly storage?: string
  /** `biaozhu.personalModel.enabled`; false: what was learned from done pages is not used. */
  readonly personalModel?: boolean
  /** `biaozhu.personalModel.retrainAfterPages`: done pages after which it is learned anew, 0 for never. */
  readonly retrainAfterPages?: number
  /** `biaozhu.rejected.visible`; true: rejected suggestions have a card, and can be accepted again. */
  readonly rejected?: boolean
  /** The client has the commands of our extension: cards and code actions lead to them. */
  readonly ownCommands?: boolean
}

/** What the server says of itself in its answer to `initialize`, under `capabilities.experimental`. */
export interface ServerTraits {
  /** By name. */
  readonly commands: Readonly<Record<string, CommandTraits>>
}

/** Parameters and answer by method. */
export interface Requests
  extends AnnotatingRequests,
    ExchangeRequests,
    InitiativeRequests,
    OverviewRequests,
    ReadingRequests,
    RelationsRequests,
    ReviewRequests,
    SchemaRequests,
    SearchRequests {}

/** From the server to the client. */
export interface Notifications {
  /** Something that views and decorations show has changed. `pages`: uris of changed pages. */
  'biaozhu/changed': { readonly revision: number; readonly pages: readonly string[] }
  /** A sidecar cannot be written (it is tried again), or could be again where there is no `message`. */
  'biaozhu/saving': {
    readonly uri: string
    readonly code?: string
    readonly message?: string
  }
  /** While the folder is indexed, and once with `done === total` at its end. */
  'biaozhu/indexing': { readonly done: number; readonly total: number }
  /** Pages that are written, or files that are read, while an export or import goes on. */
  'biaozhu/exchanging': { readonly done: number; readonly total: number }
}

/** From the client to the server. */
export interface ClientNotifications {
  /** Settings that the server reads, after one of them changed. */
  'biaozhu/settings': Omit<InitializationOptions, 'locale'>
}
