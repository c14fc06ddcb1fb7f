/**
 * What a page gives to an exchange format and gets back from it. Plain data. All spans are UTF-16
 * offsets in `ExchangePage.text`, which has no byte order mark and no newline but `\n`.
 */

import type {
  AnnotationRecord,
  Attributes,
  Newline,
  Status,
} from '../../annotation/record/record.ts'
import type { PageData } from '../../page/model.ts'
import type { Span } from '../../text/span.ts'
import type { JsonObject } from '../../values/json.ts'

/** The page as its file has it, or with its articles in order and their breaks joined. */
export type TextKind = 'source' | 'logical'

export interface ExchangePage {
  /** Identifies the page: relative, `/` between folders, with its ending: `2021/p03.txt`. */
  readonly path: string
  readonly kind: TextKind
  readonly text: string
  /** By position. Rejected ones are there only where they are asked for. */
  readonly mentions: readonly ExchangeMention[]
  /** Both ends are in `mentions`. */
  readonly relations: readonly ExchangeRelation[]
  readonly articles: readonly ExchangeArticle[]
  readonly data: PageData
  /**
   * Everything else of the sidecar, as it is there (`at` counts in the source): corrections of the page
   * and of its text, mentions whose place is lost, relations with such an end.
   */
  readonly records: readonly AnnotationRecord[]
  /** Of the file from which the text was read. */
  readonly newline: Newline
  /** Of the source as sidecars have it: SHA-256 of the LF view, in hex. */
  readonly sha256: string
}

/** What mentions and relations have in common; the same keys as in a sidecar. */
export interface ExchangeStatement {
  /** The record's; a suggestion has one that is unique in its page and the same each time. */
  readonly id: string
  readonly type: string
  readonly status: Status
  /** 0 to 1. */
  readonly confidence?: number
  /** The recogniser that found it. */
  readonly source?: string
  /** Never empty. */
  readonly attributes?: Attributes
  readonly note?: string
  readonly unsure?: true
  readonly who?: string
  /** ISO time. */
  readonly when?: string
  /** Further keys of the sidecar's record: doubts, merge conflicts, keys of later versions. Never empty. */
  readonly extra?: JsonObject
}

export interface ExchangeMention extends ExchangeStatement {
  /** In reading order, at least one, none empty; they do not touch and do not overlap each other. */
  readonly spans: readonly Span[]
  /** Id of the entity that a person chose. */
  readonly entity?: string
  /** Id of the entity to which Biaozhu links it: for tables and reports, never read back. */
  readonly linked?: string
  /** What should be read here. */
  readonly reading?: string
}

export interface ExchangeRelation extends ExchangeStatement {
  /** Ids of mentions. */
  readonly from: string
  readonly to: string
}

export interface ExchangeArticle {
  /** Title lines in order; none where the page lost them. */
  readonly titleLines: readonly string[]
  /** The main title line. */
  readonly headline?: string
  /** Names of the authors. */
  readonly byline: readonly string[]
  /** The blocks in reading order. */
  readonly spans: readonly Span[]
}

/** A page as a file of another tool gives it. Ids are that file's own where the format has none of ours. */
export interface ReadPage {
  /** What the file says of the page: its path, its name, or the file's own name without ending. */
  readonly name: string
  /** Name of the layer, where the file has what several people say of one page: each is a page then. */
  readonly annotator?: string
  /** The text to which the spans refer, LF newlines: from the file, else the one of the context. */
  readonly text: string
  readonly mentions: readonly ReadMention[]
  readonly relations: readonly ExchangeRelation[]
  /** Where the format holds them. */
  readonly data?: PageData
  readonly records?: readonly AnnotationRecord[]
}

export interface ReadMention extends ExchangeMention {
  /** The words of each span, where the file says them and has no text of its own. */
  readonly quote?: readonly string[]
  /** Text before and behind, as far as the file has it. */
  readonly prefix?: string
  readonly suffix?: string
  /** Found by its words, and not all of the context that the file says is there. */
  readonly doubt?: 'moved'
}
