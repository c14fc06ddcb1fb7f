/** Relations of mentions, both ways. */
import type { Location, Position, Range } from './place.ts'

/** A relation, seen from the mention that was asked about or another mention of its entity. */
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
  /** Name of its page, where that is another one than the page asked about. */
  readonly page?: string
  readonly note?: string
}

/** The relations of the mention at a position, then those of its entity’s other mentions. */
export interface Relations {
  readonly location: Location
  readonly text: string
  readonly type: string
  readonly items: readonly RelatedItem[]
}

export interface RelationsRequests {
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
}
