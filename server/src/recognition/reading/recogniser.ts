/** What a recogniser is: a value in a plain list that turns a unit of text into candidates. */
import type { Block, BylineName } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import type { Word } from '../../words/word.ts'

/** One text that recognisers see whole: an article's logical text or a loose block's. */
export interface Unit {
  /** As `fold` gives it. */
  readonly text: string
  /** As it is printed, of the same length; left out where that is `text`. */
  readonly printed?: string
  /** They are `text`, one behind the other. */
  readonly words: readonly Word[]
  /** Blocks with their spans in `text`, in order. */
  readonly blocks: readonly UnitBlock[]
  /** Names found by the byline parser, with spans in `text`. */
  readonly byline: readonly BylineName[]
}

export interface UnitBlock {
  readonly kind: Block['kind']
  readonly span: Span
}

/** Adjacent divisions, from the larger to the smaller as the text has them: 浙江省衢州市开化县. */
export interface Chain extends Span {
  /** 0 to 1: a chain of one short name that is a word of its own is less sure. */
  readonly confidence: number
  /** Whether a part ends in 省, 市, 县, 街道 and the like. */
  readonly full: boolean
}

/** A proposed mention, with offsets in the unit's text. The resolver decides between them. */
export interface Candidate extends Span {
  readonly type: string
  /** 0 to 1. */
  readonly confidence: number
  /** Shown to people: `quoted name`, `company legal form`. */
  readonly reason: string
  /** Whether the confidence is how probable the tagger finds it, which says nothing of its form. */
  readonly isWeighed?: boolean
  /** For a name known from elsewhere on its page: where it was found first. */
  readonly origin?: Origin
}

interface Origin {
  /** Index of the unit on its page. */
  readonly unit: number
  /** Offset in that unit's text. */
  readonly start: number
}

export interface Recogniser {
  readonly name: string
  recognise(unit: Unit, lexicon: Lexicon): readonly Candidate[]
}

/** The text of a unit as people see and mark it. */
export function printedText({ text, printed }: Pick<Unit, 'text' | 'printed'>): string {
  return printed ?? text
}
