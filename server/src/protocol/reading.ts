/** What reading a corpus asks for: pages, marks, articles, entities, initiatives. */
import type { Location, Position, Range } from './place.ts'

export type MentionStatus = 'suggested' | 'accepted' | 'rejected'

/** What the client needs to know about a file before it treats it as a page. */
export interface PageInfo {
  readonly uri: string
  /** False for every file that no corpus lists. */
  readonly isPage: boolean
  /** Encoding the server read it in: `utf8`, `gb18030`, … (VS Code's names). */
  readonly encoding: string
  readonly state: 'ready' | 'tooLarge' | 'binary' | 'garbled'
}

/** What a link on a mention's card does: a command of the extension, at the range. */
export interface CardAct {
  readonly act:
    | 'accept'
    | 'reject'
    | 'retype'
    | 'attach'
    | 'editNote'
    | 'deleteMention'
    | 'nextSameEntity'
    | 'openInitiative'
    | 'copyMarkdown'
    | 'copyJson'
  readonly uri: string
  readonly range: Range
}

/** One mention for the decorations of an editor. */
export interface Mark extends MarkKind {
  /** One range per line and fragment. */
  readonly ranges: readonly Range[]
}

/** What many marks have in common. */
export interface MarkKind {
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
  readonly kinds: readonly MarkKind[]
  /**
   * The marks by place, as numbers: for each mark its index in `kinds` and its number of ranges, and
   * for each range its line less that of the range before it, its first character, its length.
   */
  readonly data: readonly number[]
  /** Proposed continuations that the reader should see: where one sentence stops, another goes on. */
  readonly unsureJoins: readonly { readonly from: Range; readonly to: Range }[]
  /** `#rrggbb` by type, of those in `kinds` that do not have the theme's colour: see `TypeInfo`. */
  readonly colours?: Readonly<Record<string, string>>
}

export interface EntityItem {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly count: number
  /** How many of its mentions nobody has decided on. */
  readonly open: number
  /** Of the earliest issue that names it: `2021-11-22`. */
  readonly issued?: string
  /** Where an initiative takes place; where an organisation or a place is, as far as its name says it. */
  readonly place?: string
  /** In a knowledge base outside. */
  readonly address?: string
  /** Uri of the corpus root. */
  readonly corpus: string
  /** Pages with mentions, in order, as people name them (newspaper, date and page; else file name). */
  readonly pages: readonly {
    readonly uri: string
    readonly label: string
    readonly count: number
    /** UTF-16 offset of the first mention there. */
    readonly first: number
  }[]
}

/** An initiative for its panel. Facts are absent where the text did not give them. */
export interface InitiativeItem extends EntityItem {
  /** Kind by its head noun: `campaign`, `competition`, …; `kindLabel` in the interface language. */
  readonly kind: string
  readonly kindLabel: string
  readonly owner?: string
  readonly since?: string
  /** What `since` means, in EDTF: `2021-06`. */
  readonly began?: string
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
  /** Why it is one of the entity, in the interface language. */
  readonly why: string
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

export interface ReadingRequests {
  'biaozhu/pageInfo': (params: { readonly uri: string }) => PageInfo
  /** `visible`: where the person looks; suggestions of a large page begin there. */
  'biaozhu/marks': (params: { readonly uri: string; readonly visible?: Position }) => Marks | null
  /** With `uri` what that page names, `count` and `open` of that page alone; else of all pages. */
  'biaozhu/initiatives': (params: { readonly uri?: string }) => readonly InitiativeItem[]
  /** The number of initiatives of which nobody has confirmed a mention. */
  'biaozhu/unconfirmed': (params: Record<string, never>) => number
  /** With `uri` what that page names, `count` and `open` of that page alone; else of all pages. */
  'biaozhu/entities': (params: { readonly uri?: string }) => readonly EntityItem[]
  /** Mentions of an entity in order of page and position, with `uri` on that page alone; empty for an id that is gone. */
  'biaozhu/mentions': (params: {
    readonly corpus: string
    readonly id: string
    readonly uri?: string
  }) => readonly MentionItem[]
  /** The next or previous mention from a position, wrapping round at the page's end. */
  'biaozhu/neighbour': (params: {
    readonly uri: string
    readonly position: Position
    readonly direction: 'next' | 'previous'
    /** `entity`: only mentions of the entity under the cursor, over all pages of its corpus. */
    readonly scope: 'page' | 'entity'
  }) => Location | null
  /** The article at a position, or the one with an index. */
  'biaozhu/logicalArticle': (params: {
    readonly uri: string
    readonly position?: Position
    readonly article?: number
  }) => LogicalArticle | null
  'biaozhu/pageData': (params: { readonly uri: string }) => PageDataInfo | null
  'biaozhu/corpora': (params: Record<string, never>) => readonly CorpusInfo[]
}
