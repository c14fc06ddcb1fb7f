/** All that is known of one initiative, with the words that say it. */
import type { OverviewRow } from './overview.ts'
import type { Location } from './place.ts'
import type { MentionStatus } from './reading.ts'

/** An article in which it is named; captions and other text outside articles of a page are one, too. */
export interface DetailArticle {
  readonly pageLabel: string
  readonly title?: string
  /** Of the issue: `2021-11-22`, or its beginning. */
  readonly date?: string
}

export interface DetailFact {
  /** Index in `articles`. */
  readonly article: number
  /** As it stands on the page. */
  readonly text: string
  /** The full name of who or what is meant, a date in EDTF, a number with its unit; absent where it is the text. */
  readonly value?: string
  readonly status: MentionStatus
  /** The words that say it. */
  readonly location: Location
}

export interface DetailFacts {
  readonly key:
    | 'owner'
    | 'place'
    | 'since'
    | 'targets'
    | 'figures'
    | 'actors'
    | 'edition'
    | 'partOf'
  readonly label: string
  /** Two articles say different things. */
  readonly differs: boolean
  readonly said: readonly DetailFact[]
}

/** A mention between the words beside it. */
export interface ConcordanceLine {
  readonly article: number
  readonly left: string
  readonly text: string
  readonly right: string
  readonly status: MentionStatus
  readonly location: Location
}

export interface InitiativeDetail {
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kindLabel: string
  /** In a knowledge base outside. */
  readonly address?: string
  /** In order of the dates of their issues, those without one last. */
  readonly articles: readonly DetailArticle[]
  /** Kinds of facts of which something is known. */
  readonly facts: readonly DetailFacts[]
  /** In the order of the articles. */
  readonly mentions: readonly ConcordanceLine[]
  /** By year: how often papers of that year name it, how often it is said to have begun or been held then. */
  readonly life: readonly OverviewRow[]
}

export interface InitiativeRequests {
  /** `null` for an id that is gone, or of something else. */
  'biaozhu/initiative': (params: {
    readonly corpus: string
    readonly id: string
  }) => InitiativeDetail | null
  /** The same as a text to be pasted elsewhere, JSON as the command line has it. */
  'biaozhu/initiativeText': (params: {
    readonly corpus: string
    readonly id: string
    readonly format: 'markdown' | 'json'
  }) => string | null
}
