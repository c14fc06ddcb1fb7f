/**
 * Our own requests and notifications, as types only: client and server import this file with
 * `import type`, so that a wrong method, parameter or answer does not compile. Positions are the
 * protocol's (zero-based line, UTF-16 character); everything else is plain data.
 *
 * Semantic tokens: token types are the schema's types with a small first letter (`initiative`,
 * `organization`, …), token modifiers the statuses `suggested`, `accepted`, `rejected`.
 */

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface Location {
  readonly uri: string
  readonly range: Range
}

export type MentionStatus = 'suggested' | 'accepted' | 'rejected'

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
  /** The setting `biaozhu.annotator`: name of the person, else it is git's. */
  readonly annotator?: string
  /** Absolute path of a folder where the server may remember things: texts, learned models. */
  readonly storage?: string
}

/** What the client needs to know about a file before it treats it as a page. */
export interface PageInfo {
  readonly uri: string
  /** False for every file that no corpus lists. */
  readonly isPage: boolean
  /** Encoding the server read it in: `utf8`, `gb18030`, … (VS Code's names). */
  readonly encoding: string
  readonly state: 'ready' | 'tooLarge' | 'binary' | 'garbled'
}

/** One mention for the decorations of an editor. */
export interface Mark {
  /** One range per line and fragment. */
  readonly ranges: readonly Range[]
  readonly type: string
  readonly status: MentionStatus
  /** A person has flagged it. */
  readonly unsure?: true
  /** A change of the text has made its place uncertain. */
  readonly doubt?: true
}

export interface Marks {
  readonly uri: string
  /** Version of the open document that the marks are of. */
  readonly version: number
  readonly marks: readonly Mark[]
  /** Proposed continuations that the reader should see: where one sentence stops, another goes on. */
  readonly unsureJoins: readonly { readonly from: Range; readonly to: Range }[]
  /** `#rrggbb` by type, of those in `marks` that do not have the theme's colour: see `TypeInfo`. */
  readonly colours?: Readonly<Record<string, string>>
}

/** A schema type with its names in the interface. `biaozhu/types` says name and label alone. */
export interface TypeInfo {
  readonly name: string
  readonly label: string
  readonly description?: string
  /** Marks a selection with this type: `1` to `9`, `0` or `-`. The first eleven types have one. */
  readonly key?: string
  /** `#rrggbb`. A default type to which the schema gives none has the theme's: `biaozhu.initiative`. */
  readonly colour?: string
  /** Name of the type of which this is a kind. */
  readonly parent?: string
  readonly attributes?: readonly AttributeInfo[]
}

export interface AttributeInfo {
  readonly name: string
  readonly label: string
  readonly kind: 'flag' | 'choice' | 'text' | 'number'
  /** Of a choice. */
  readonly choices?: readonly { readonly name: string; readonly label: string }[]
}

export interface RelationInfo {
  readonly name: string
  readonly label: string
  /** Names of the types that may stand at its ends; kinds of them may, too. Absent: any. */
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly attributes?: readonly AttributeInfo[]
}

/** The schema of one corpus. */
export interface SchemaInfo {
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly types: readonly TypeInfo[]
  readonly relations: readonly RelationInfo[]
  /** Whether mentions may be nested and cross. */
  readonly overlap: boolean
}

export interface EntityItem {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly count: number
  /** Uri of the corpus root. */
  readonly corpus: string
  /** Pages with mentions, in order, as people name them (newspaper, date and page; else file name). */
  readonly pages: readonly {
    readonly uri: string
    readonly label: string
    readonly count: number
  }[]
}

/** An initiative for its panel. Facts are absent where the text did not give them. */
export interface InitiativeItem extends EntityItem {
  /** Kind by its head noun: `campaign`, `competition`, …; `kindLabel` in the interface language. */
  readonly kind: string
  readonly kindLabel: string
  readonly owner?: string
  readonly place?: string
  /** What only people say of it, by relations. */
  readonly since?: string
  readonly targets?: readonly string[]
  readonly figures?: readonly string[]
}

export interface MentionItem {
  readonly location: Location
  /** The name as it is read. */
  readonly text: string
  readonly pageLabel: string
  readonly article?: string
  readonly status: MentionStatus
  /** The sentence around the mention; `[start, end)` of the mention in it, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

/** An article as continuous text, for *Read in order*. */
export interface LogicalArticle {
  readonly uri: string
  /** Index of the article on its page. */
  readonly article: number
  readonly title: string
  readonly text: string
  /**
   * Lines of `text` in order and where each piece of them stands in the page, for jumps both ways.
   */
  readonly pieces: readonly { readonly logical: Range; readonly source: Range }[]
}

/** What is known of a page: found in the masthead or file name, or set by a person. */
export interface PageDataInfo {
  readonly uri: string
  /** Path relative to the corpus root, the key under `pageData` in corpus.json. */
  readonly page: string
  readonly newspaper?: string
  /** `2021-11-22`, or a year alone. */
  readonly date?: string
  readonly number?: number
}

export interface CorpusInfo {
  /** Uri of the corpus root. */
  readonly root: string
  readonly name: string
  readonly pages: number
  readonly binary: number
  /** Uri of its corpus.json where it has one. */
  readonly config?: string
}

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

/** What a review stops at; an absent key leaves everything in. */
export interface ReviewFilter {
  /** Names of types. */
  readonly types?: readonly string[]
  /** 0 to 1: suggestions that are at least, or at most, this sure. */
  readonly minimumConfidence?: number
  readonly maximumConfidence?: number
  /** Index of an article on the page asked about; other pages are left out. */
  readonly article?: number
  /** Only what a person has flagged as unsure. */
  readonly unsure?: boolean
  /** Also stops where there is no mention: in quotation marks, in 《》, at numbers. */
  readonly gaps?: readonly ReviewGap[]
}

export type ReviewGap = 'quote' | 'title' | 'number'

/** How far a page is. A decision on a suggestion is done; all counts are within the filter. */
export interface ReviewState {
  /** Decided mentions, and `done` with what is open. */
  readonly done: number
  readonly total: number
  /** Suggestions, and gaps where the filter asks for them. */
  readonly open: number
  readonly unsure: number
  readonly doubts: number
  /** Proposed continuations that nobody has decided. */
  readonly joins: number
}

export interface ReviewPage extends ReviewState {
  readonly uri: string
  readonly label: string
}

export interface ReviewStop extends Location {
  /** The end of the corpus was passed. */
  readonly wrapped?: true
}

/** One thing of a page on which a person may decide. */
export interface ReviewRow {
  readonly kind: 'suggestion' | 'unsure' | 'doubt' | 'join' | 'gap'
  /** From the first to the last character. */
  readonly location: Location
  readonly text: string
  readonly type?: string
  readonly confidence?: number
  /** Title of its article. */
  readonly article?: string
  /** Of an annotation. */
  readonly id?: string
  readonly note?: string
  /** The sentence around it; `[start, end)` of it there, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

/** `stale`: done with another schema or recogniser than now. */
export type PageProgress = 'untouched' | 'inProgress' | 'done' | 'stale'

export interface PageState {
  readonly uri: string
  readonly progress: PageProgress
  /** Annotations whose place in the text is lost. */
  readonly orphans: number
}

/** A relation, seen from the mention that was asked about. */
export interface RelatedItem {
  /** Id of the relation. */
  readonly id: string
  /** Name of the relation's type, and its label in the interface language. */
  readonly relation: string
  readonly label: string
  /** `out`: the mention asked about has it; `in`: it is the other one's. */
  readonly direction: 'out' | 'in'
  /** The other end. */
  readonly location: Location
  readonly text: string
  readonly type: string
  /** Of the relation's attributes, in the interface language: `lead`, `number 12`. */
  readonly values: readonly string[]
  /** Name of the article in which the other end stands. */
  readonly article?: string
  readonly note?: string
}

/** The relations of the mention at a position. */
export interface Relations {
  readonly location: Location
  readonly text: string
  readonly type: string
  readonly items: readonly RelatedItem[]
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

export interface Requests {
  'biaozhu/pageInfo': (params: { readonly uri: string }) => PageInfo
  /** `visible`: where the person looks; suggestions of a large page begin there. */
  'biaozhu/marks': (params: { readonly uri: string; readonly visible?: Position }) => Marks | null
  'biaozhu/types': (params: Record<string, never>) => readonly TypeInfo[]
  /** The schema of the corpus that a page belongs to. */
  'biaozhu/schema': (params: { readonly uri: string }) => SchemaInfo | null
  'biaozhu/initiatives': (params: Record<string, never>) => readonly InitiativeItem[]
  'biaozhu/entities': (params: Record<string, never>) => readonly EntityItem[]
  /** Mentions of an entity in order of page and position; empty for an id that is gone. */
  'biaozhu/mentions': (params: {
    readonly corpus: string
    readonly id: string
  }) => readonly MentionItem[]
  /** The next or previous mention from a position, wrapping round at the page's end. */
  'biaozhu/neighbour': (params: {
    readonly uri: string
    readonly position: Position
    readonly direction: 'next' | 'previous'
    /** `entity`: only mentions of the entity under the cursor, over all pages of its corpus. */
    readonly scope: 'page' | 'entity'
  }) => Location | null
  /** The mention that commands change at a position. */
  'biaozhu/mentionAt': (params: {
    readonly uri: string
    readonly position: Position
  }) => MentionInfo | null
  /** The article at a position, or the one with an index. */
  'biaozhu/logicalArticle': (params: {
    readonly uri: string
    readonly position?: Position
    readonly article?: number
  }) => LogicalArticle | null
  'biaozhu/pageData': (params: { readonly uri: string }) => PageDataInfo | null
  /** The next or previous open thing from a position, then on the next page that has one, wrapping round. */
  'biaozhu/reviewNext': (params: {
    readonly uri: string
    readonly position: Position
    readonly direction: 'next' | 'previous'
    /** What is selected, as a stop is: it is not stopped at again. A cursor alone may be before a stop. */
    readonly range?: Range
    readonly filter?: ReviewFilter
  }) => ReviewStop | null
  'biaozhu/reviewState': (params: {
    readonly uri: string
    readonly filter?: ReviewFilter
  }) => ReviewState | null
  /** Pages on which something is open, in order. */
  'biaozhu/review': (params: { readonly filter?: ReviewFilter }) => readonly ReviewPage[]
  /** What is open on one page, in order. */
  'biaozhu/reviewRows': (params: {
    readonly uri: string
    readonly filter?: ReviewFilter
  }) => readonly ReviewRow[]
  /** Of all pages, or of those that are named. */
  'biaozhu/pageStates': (params: { readonly uris?: readonly string[] }) => readonly PageState[]
  /** The mention at a position and what it is related to, both ways. */
  'biaozhu/relations': (params: {
    readonly uri: string
    readonly position: Position
  }) => Relations | null
  /** Where the other ends of its relations stand on the page. */
  'biaozhu/related': (params: {
    readonly uri: string
    readonly position: Position
  }) => readonly Range[]
  'biaozhu/corrections': (params: { readonly uri: string }) => readonly CorrectionItem[]
  /** Names of annotators who have a layer of a page, and marks of the one that is named. */
  'biaozhu/layers': (params: { readonly uri: string }) => readonly string[]
  'biaozhu/layer': (params: { readonly uri: string; readonly name: string }) => Layer | null
  /** Uri of the page's scan, where corpus.json says how scans are named. */
  'biaozhu/scan': (params: { readonly uri: string }) => string | null
  'biaozhu/corpora': (params: Record<string, never>) => readonly CorpusInfo[]
}

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
}

/** From the client to the server. */
export interface ClientNotifications {
  /** Settings that the server reads, after one of them changed. */
  'biaozhu/settings': Omit<InitializationOptions, 'locale'>
}
