/** Commands that correct the text of a page, and its structure and data. */
import type {
  AtPlace,
  Change,
  Identified,
  OfRecord,
  OnPage,
  Question,
  TextEdit,
} from './command.ts'
import type { Position, Range } from './place.ts'

/** Corrections of the text. */
export interface CorrectionCommands {
  correctText: TextEdit<
    OnPage & {
      readonly range: Range
      readonly text: string
      readonly certainty?: Certainty
      readonly note?: string
      readonly apply?: boolean
    },
    CorrectionPlan
  >
  revertCorrection: TextEdit<OfRecord & { readonly apply?: boolean }, CorrectionPlan>
  recordCorrection: Change<MadeCorrection, Partial<Identified>>
  corrections: Question<
    Partial<OnPage> & { readonly corpus?: string },
    { readonly corrections: readonly ListedCorrection[] }
  >
}

export type Certainty = 'certain' | 'conjectured'

/** How the text is corrected: the edit to be made, and what is recorded when the page is saved. */
export interface CorrectionPlan {
  readonly edit: { readonly uri: string; readonly range: Range; readonly text: string }
  readonly record: MadeCorrection
}

/** A correction that the client has made and saved: parameters of `recordCorrection`. */
export interface MadeCorrection extends OnPage {
  /** What the page says now; else `text`, which begins at `position`. */
  readonly range?: Range
  readonly position?: Position
  readonly text?: string
  readonly was: string
  readonly certainty?: Certainty
  readonly note?: string
  /** Of the correction that is taken back. */
  readonly id?: string
}

export interface ListedCorrection extends OfRecord {
  /** Name of the page. */
  readonly page: string
  readonly range: Range
  readonly was: string
  readonly now: string
  readonly certainty: Certainty
  readonly sentence: string
  /** `[start, end)` of the corrected text in `sentence`, in UTF-16 units. */
  readonly highlight: readonly [number, number]
  readonly note?: string
  readonly who?: string
  readonly when?: string
  readonly doubt?: 'changed' | 'moved' | 'orphan'
}

/** Blocks, articles and data of a page. */
export interface StructureCommands {
  articlesOf: Question<OnPage, { readonly articles: readonly ArticleInfo[] }>
  blocksAt: Question<OnPage & { readonly position?: Position; readonly range?: Range }, BlocksInfo>
  splitBlock: Change<AtPlace & { readonly kind?: BlockKind }, Identified>
  /** Nothing is answered where a kind is taken back. */
  setBlockKind: Change<AtPlace & { readonly kind: BlockKind | null }, Identified | undefined>
  continuesAt: Change<
    AtPlace & {
      readonly from?: Position
      readonly to?: Position
      readonly value?: boolean | null
    },
    Identified | undefined
  >
  moveBlock: Change<
    OnPage & {
      readonly position?: Position
      readonly range?: Range
      readonly article: number | 'new'
    },
    Identified
  >
  setTitles: Change<ArticleLines, Identified>
  setByline: Change<ArticleLines, Identified>
  setPageData: Change<
    OnPage & {
      readonly newspaper?: string | null
      readonly date?: string | null
      readonly number?: number | null
    }
  >
}

/** Lines or names of an article: of `article`, else of the one at `position` or at the first range. */
export interface ArticleLines extends AtPlace {
  readonly ranges: readonly Range[]
  readonly article?: number
}

export interface ArticleInfo {
  readonly index: number
  readonly title: string
  readonly kind: 'article' | 'photo'
  readonly range: Range
  readonly titles: readonly Range[]
  readonly byline: readonly Range[]
}

export interface BlocksInfo {
  readonly blocks: readonly BlockInfo[]
  readonly kinds: readonly { readonly kind: BlockKind; readonly label: string }[]
}

export interface BlockInfo {
  readonly kind: BlockKind
  readonly label: string
  readonly range: Range
  /** Its first words. */
  readonly text: string
  /** Index of its article. */
  readonly article?: number
  /** What people said of its beginning (`split`) and kind (`kind`). */
  readonly said: readonly { readonly id: string; readonly what: string }[]
}

export type BlockKind =
  | 'masthead'
  | 'section'
  | 'kicker'
  | 'headline'
  | 'subhead'
  | 'byline'
  | 'crosshead'
  | 'paragraph'
  | 'caption'
  | 'contact'
  | 'note'
