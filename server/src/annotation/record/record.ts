/**
 * Records of a sidecar, as they stand in its lines; docs/sidecar.md shows each. Keys that are not
 * named here are kept: they ride along in the objects, and are printed behind the known ones.
 */
import type { Json, JsonObject } from '../../values/json.ts'

/** The version of the format that is written. */
export const sidecarVersion = 1

export type Status = 'suggested' | 'accepted' | 'rejected'

/** Half-open range of code points over the LF view of the page. */
export type Range = readonly [start: number, end: number]

/** Where something stands. The quotes with their context are the truth, the offsets derived. */
export interface Anchor {
  /** In reading order, at least one; several for a discontinuous mention. */
  readonly at: readonly Range[]
  /** The text of each range, line breaks as `\n`. */
  readonly quote: readonly string[]
  /** Up to 32 code points before the first range and behind the last one. */
  readonly prefix: string
  readonly suffix: string
  /** Set when a change of the text made the place uncertain, until a person has looked at it. */
  readonly anchor?: Doubt
  /** What was marked, where the text in the ranges is now another: `anchor` is `changed`. */
  readonly marked?: readonly string[]
  /** Hash of the text that `at` counts in, where it is not the header's: after a merge. */
  readonly of?: string
}

/** `changed`: its text is another; `moved`: found by its quote; `orphan`: not found. */
export type Doubt = 'changed' | 'moved' | 'orphan'

/** Who decided what, and when: an ISO time. */
export interface Decision {
  readonly note?: string
  readonly who?: string
  readonly when?: string
  /** Values of the other side of a merge, by key: where both had changed one. `null`: had none. */
  readonly conflict?: JsonObject
}

export type AttributeValue = string | number | boolean
export type Attributes = Readonly<Record<string, AttributeValue>>

/** The first line. */
export interface Header {
  readonly kind: 'header'
  /** Of the format: 1. */
  readonly version: number
  /** File name of the page. */
  readonly page: string
  /** SHA-256 of the UTF-8 bytes of the LF view, in hex. */
  readonly sha256: string
  /** Code points of the LF view. */
  readonly length: number
  readonly newline: Newline
}

export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed'

/** What a person or a recogniser says about something: the same for mentions and relations. */
interface Statement extends Decision {
  readonly id: string
  readonly type: string
  readonly attributes?: Attributes
  readonly status: Status
  readonly unsure?: true
  /** The recogniser that suggested it, and its confidence (0 to 1). */
  readonly source?: string
  readonly confidence?: number
}

export interface SpanRecord extends Anchor, Statement {
  readonly kind: 'span'
  /** Id of an entity. */
  readonly entity?: string
  /** It names nothing by itself, as 该公司: only its `entity` says what is meant. */
  readonly coreference?: true
  /** What should be read here, where the page is conjectured to be wrong. */
  readonly reading?: string
  /** Of a rejected one: this name is not of this type anywhere in the corpus. */
  readonly everywhere?: true
}

export interface RelationRecord extends Statement {
  readonly kind: 'relation'
  /** Ids of span records. */
  readonly from: string
  readonly to: string
}

/** A person's correction of the page's structure or data. docs/sidecar.md lists what there is. */
export interface PageRecord extends Partial<Anchor>, Decision {
  readonly kind: 'page'
  readonly id: string
  readonly what: string
  readonly value?: Json
}

/** A correction of the text: `quote` is what the page says now, `was` what the source said. */
export interface CorrectionRecord extends Anchor, Decision {
  readonly kind: 'correction'
  readonly id: string
  readonly was: string
  readonly certainty: 'certain' | 'conjectured'
}

export type AnnotationRecord = SpanRecord | RelationRecord | PageRecord | CorrectionRecord
export type AnchoredRecord = SpanRecord | CorrectionRecord | (PageRecord & Anchor)

export function isAnchored(record: AnnotationRecord): record is AnchoredRecord {
  return record.kind !== 'relation' && record.at !== undefined
}
