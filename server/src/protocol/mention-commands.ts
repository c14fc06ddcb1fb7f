/** Commands that mark mentions, say something of them, and join them by relations. */
import type {
  AtPlace,
  Change,
  Identified,
  OfMention,
  OfRecord,
  OnPage,
  Question,
} from './command.ts'
import type { Position, Range } from './place.ts'
import type { MentionStatus } from './reading.ts'
import type { AttributeInfo } from './schema.ts'

/** By attribute; which values one may have the schema says. `null` takes the attribute away. */
export type AttributeValues = Readonly<Record<string, unknown>>

/** Marking mentions, and what is said of them. */
export interface MentionCommands {
  mark: Change<
    AtPlace & {
      readonly type: string
      readonly attributes?: AttributeValues
      readonly note?: string
      readonly fragments?: boolean
    },
    Identified
  >
  fragmentsOf: Question<OnPage & { readonly range: Range }, Fragments>
  retype: Change<OfMention & { readonly type: string }, Identified>
  widen: Change<OfMention & Step, Identified>
  narrow: Change<OfMention & Step, Identified>
  setRange: Change<
    OfRecord & { readonly range?: Range; readonly ranges?: readonly Range[] },
    Identified
  >
  split: Change<OfMention, Identified>
  mergeNext: Change<OfMention, Identified>
  addFragment: Change<
    OnPage & { readonly range: Range; readonly id?: string; readonly position?: Position },
    Identified
  >
  removeFragment: Change<OfMention, Identified>
  delete: Change<OfMention>
  setAttributes: Change<OfMention & { readonly attributes: AttributeValues }, Identified>
  setNote: Change<OfMention & { readonly note: string | null }, Identified>
  setUnsure: Change<
    OfMention & { readonly unsure: boolean; readonly note?: string | null },
    Identified
  >
  setEntity: Change<OfMention & { readonly entity: string | null }, Identified>
  setReading: Change<OfMention & { readonly reading: string | null }, Identified>
}

/** By how much a mention is widened or narrowed, and on which side. */
export interface Step {
  readonly side: 'start' | 'end'
  readonly by?: 'character' | 'word'
}

/** What of a selection belongs to one article. */
export interface Fragments {
  readonly ranges: readonly Range[]
  readonly texts: readonly string[]
  /** The selection belongs to the article as it is. */
  readonly whole: boolean
}

export interface RelationCommands {
  attachTargets: Question<OfMention, RelationTargets>
  relationTargets: Question<OfMention & { readonly relation?: string }, RelationTargets>
  attach: Change<
    OnPage & {
      readonly from: RelationEnd
      readonly to: RelationEnd
      readonly type: string
      readonly attributes?: AttributeValues
      readonly note?: string | null
    },
    { readonly id: string; readonly from: string; readonly to: string }
  >
  setRelationAttributes: Change<
    OfRecord & { readonly attributes?: AttributeValues; readonly note?: string | null },
    Identified
  >
  detach: Change<OfRecord>
}

/** A mention at one end of a relation. */
export type RelationEnd = Omit<OfMention, 'uri'>

/** A mention, and others with the relations that it can have to them. */
export interface RelationTargets {
  readonly mention: NamedMention
  readonly targets: readonly RelationTarget[]
}

export interface NamedMention {
  readonly range: Range
  readonly text: string
  readonly type: string
  readonly status: MentionStatus
  /** Of an annotation; a suggestion has none. */
  readonly id?: string
  /** Name of its article. */
  readonly article?: string
}

export interface RelationTarget extends NamedMention {
  /** It is read in the same article. */
  readonly near: boolean
  /** In UTF-16 units. */
  readonly distance: number
  readonly relations: readonly PossibleRelation[]
}

export interface PossibleRelation {
  /** Name of the relation, and what people call it. */
  readonly type: string
  readonly label: string
  /** Where the mention stands that was asked about. */
  readonly end: 'from' | 'to'
  readonly attributes: readonly AttributeInfo[]
  /** Of the relation, where the two are joined by it already; `values` are its attributes. */
  readonly id?: string
  readonly values?: Readonly<Record<string, string | number | boolean>>
}
