/** Entities: what mentions refer to, over the whole corpus. */
import type { Mention } from '../annotation/record/mention.ts'

/** A mention with the page on which it stands. */
export interface PlacedMention {
  /** Identifies the page in its corpus: the path relative to the corpus root, `/` between folders. */
  readonly page: string
  readonly mention: Mention
}

export interface Entity {
  /** Deterministic: the same pages give the same ids. `Initiative:助企十条`, `000.txt#Person:吴浩`. */
  readonly id: string
  readonly type: string
  /** The one that a person has chosen, else the fullest among the mentions. */
  readonly name: string
  /** The other surface forms, longest first. */
  readonly aliases: readonly string[]
  /** Number of its mentions. */
  readonly count: number
  /** Number of pages on which they stand. */
  readonly pages: number
  /** Of the same thing in a knowledge base outside, as a person says. */
  readonly uri?: string
}

/** An entity with all that is said of it. */
export interface LinkedEntity extends Entity {
  /** In order of page and position. */
  readonly mentions: readonly PlacedMention[]
}

/** A fact with its evidence. The text may be a short form: the mention's entity has the full name. */
export interface Fact extends PlacedMention {
  readonly text: string
}

/** A part of a long answer: from the index `from` on, at most `most`. Everything where nothing is said. */
export interface Part {
  readonly from?: number
  readonly most?: number
}
