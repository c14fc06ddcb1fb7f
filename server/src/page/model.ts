/** What a page consists of: blocks, articles and the logical text in which names are whole. */
import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

/**
 * What a block is for. Title lines are `kicker`, `headline` and `subhead` (above the body);
 * `crosshead` is a heading inside the body; `section` a section or column name such as `工运速递`;
 * `caption` belongs to a photo, `note` to the page (`阅读提示`, `小编说`), `masthead` and `contact`
 * to the newspaper.
 */
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

/** A source range with one function. It may begin inside a line; it never ends in white space. */
export interface Block {
  readonly kind: BlockKind
  readonly span: Span
}

/**
 * How a block goes on from the one before it in the logical text of an article:
 * `break` is a new paragraph, `join` a sentence that a column break or another block cut (the
 * blocks stand directly behind each other), `unsure` a proposed continuation that is shown as a
 * hint and treated as a new paragraph.
 */
export type Joint = 'break' | 'join' | 'unsure'

/** Text made of source pieces in reading order, with the map back. */
export interface LogicalText {
  readonly text: string
  readonly map: OffsetMap
}

/** An item of the page: `article` has a body, `photo` is a caption with a title line of its own. */
export interface Article {
  readonly kind: 'article' | 'photo'
  /** In reading order, not necessarily adjacent or in source order; joints[i] is before blocks[i]. */
  readonly blocks: readonly Block[]
  readonly joints: readonly Joint[]
  /** Hull of the blocks in the source. `start` of the article is that of its first own block. */
  readonly span: Span
  /** Title lines in order (kicker, headline, subheads), without line breaks. */
  readonly titleLines: readonly string[]
  /** The main title line; `undefined` where the page lost it. */
  readonly headline: string | undefined
  /** Names of the authors, with their source spans. */
  readonly byline: readonly BylineName[]
  readonly logical: LogicalText
}

export interface BylineName {
  readonly name: string
  readonly span: Span
}

/** A proposed continuation: the text before `from` visibly stops, the text at `to` visibly goes on. */
export interface UnsureJoin {
  readonly from: Block
  readonly to: Block
}

/** What the masthead says of the newspaper's issue, as far as found. */
export interface PageData {
  readonly newspaper?: string
  /** ISO date, `2021-11-22`. */
  readonly date?: string
  /** Page number in the issue. */
  readonly number?: number
}

export interface Page {
  /** All blocks in source order. */
  readonly blocks: readonly Block[]
  readonly articles: readonly Article[]
  /** Blocks of no article (mastheads, section names, captions, contacts), each a text of its own. */
  readonly loose: readonly LooseBlock[]
  readonly unsureJoins: readonly UnsureJoin[]
  readonly data: PageData
}

export interface LooseBlock {
  readonly block: Block
  readonly logical: LogicalText
}
