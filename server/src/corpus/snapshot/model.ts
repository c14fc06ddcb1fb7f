/** The immutable values that features read: a snapshot of corpora and pages. */

import type { EntitiesReading } from '../../annotation/entities/entities-text.ts'
import type { EntitiesRecord } from '../../annotation/entities/entity-record.ts'
import type { Past } from '../../annotation/placed/past.ts'
import type { Annotations } from '../../annotation/placed/placed.ts'
import type { PutBack } from '../../annotation/placed/put-back.ts'
import type { Mention } from '../../annotation/record/mention.ts'
import type { AnnotationRecord } from '../../annotation/record/record.ts'
import type { TextView } from '../../annotation/record/selectors.ts'
import type { Schema } from '../../annotation/schema/schema.ts'
import { normalUri } from '../../disk/uri.ts'
import type { EntityDecisions } from '../../entity/decisions.ts'
import type { SnapshotIndex } from '../../index/model.ts'
import type { Page, PageData } from '../../page/model.ts'
import type { LineIndex } from '../../text/lines.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import type { CorpusConfig, Problem } from '../config/config.ts'
import type { Names } from './names.ts'

/** A page at one moment. Everything derived is a lazy member: nothing is invalidated by hand. */
export interface Document {
  readonly uri: string
  /** Path relative to the corpus root, `/` between folders; unique in its corpus. */
  readonly path: string
  readonly text: string
  /** Version of the open editor's buffer, `undefined` for a page that is not open. */
  readonly version: number | undefined
  /** Encoding it was read in, by VS Code's names (`utf8`, `gb18030`). */
  readonly encoding: string
  /** Only a `ready` page is analysed; the others have no articles and no mentions. */
  readonly state: 'ready' | 'tooLarge' | 'garbled'
  readonly lines: LineIndex
  /** As people corrected it. */
  readonly page: Page
  /** The text as sidecars see it. */
  readonly view: TextView
  /** By which its names are read. */
  readonly lexicon: Lexicon
  /** What people decided, with spans in `text`. */
  readonly annotations: Annotations
  /** By place: mentions with a `record`, accepted and rejected. Orphans are none. */
  readonly decided: readonly Mention[]
  /** By place: those and the suggestions, which touch no accepted one. */
  readonly mentions: readonly Mention[]
  /** Whether somebody asked for `mentions` already. */
  readonly isAnalysed: boolean
  /** Those of `mentions` that can be had at once: of a large page what was prepared. */
  readonly mentionsSoFar: readonly Mention[]
  /** Whether asking for `mentions` is quick. */
  readonly isPrepared: boolean
  /** Makes it so in steps of some milliseconds, what is near the UTF-16 offset `around` first. */
  prepare(around: number): Generator<void, void>
  /**
   * False while an editor has changes that the file has not: `annotations` then describe neither
   * file nor sidecar, and nothing can be annotated.
   */
  readonly saved: boolean
  /** What its sidecar describes. */
  readonly stored: StoredPage
  /** The texts that it had before, as far as annotations were made in them. */
  readonly past: Past
}

/** A page as the disk has it; as the editor has it where there is no file. */
export interface StoredPage {
  readonly text: string
  /** With spans in that text. */
  readonly annotations: Annotations
  readonly view: TextView
}

/** What an action does to the records of one page. */
export interface PageEdit {
  /** Uri of the page. */
  readonly uri: string
  /** New records, and changed ones whole; `at` counts in the page's text as it is. */
  readonly put: readonly AnnotationRecord[]
  /** Ids of records to take away. */
  readonly drop: readonly string[]
  /** Records to put where they were in an earlier text. */
  readonly back?: readonly PutBack[]
}

/** One corpus: a folder with corpus.json or with the setting `biaozhu.pages`. */
export interface Corpus {
  /** Uri of the root folder, no slash at its end. */
  readonly root: string
  readonly config: CorpusConfig
  /** Uri of corpus.json, `undefined` where the setting makes the folder a corpus. */
  readonly configUri: string | undefined
  /** Mistakes in corpus.json; the keys they are in have their last good value or their default. */
  readonly problems: readonly Problem[]
  readonly schema: Schema
  /** Sorted by path. */
  readonly documents: readonly Document[]
  /** Number of files that match the globs but are binary. */
  readonly binary: number
  /** Their paths. */
  readonly binaryPaths: ReadonlySet<string>
  /** What people say of entities, as `entities.jsonl` has it. */
  readonly entities: CorpusEntities
  /** What people's decisions on all pages say of names. */
  readonly names: Names
  /** Answers what is asked of all pages, as they are in this snapshot. */
  readonly index: SnapshotIndex<Document>
  /** The page with this uri, in any spelling of it. */
  find(uri: string): Document | undefined
  /** The page with this path below the root. */
  byPath(path: string): Document | undefined
  /** Whether the file matches the globs but is binary, and therefore no document. */
  isBinary(uri: string): boolean
  /** What is known of a page: set in corpus.json, else its file name, else its masthead. */
  pageData(document: Document): PageData
}

/** The `entities.jsonl` of a corpus. */
export interface CorpusEntities extends EntitiesReading {
  readonly decisions: EntityDecisions
}

/** What an action does to records of a corpus' `entities.jsonl`. */
export interface EntitiesEdit {
  /** Uri of the corpus root. */
  readonly root: string
  readonly put: readonly EntitiesRecord[]
  /** Keys of records to take away. */
  readonly drop: readonly string[]
}

export interface Snapshot {
  /** Grows by one with each change. */
  readonly revision: number
  readonly corpora: readonly Corpus[]
}

export interface PageOfCorpus {
  readonly corpus: Corpus
  readonly document: Document
}

/** The pages with these paths. */
export function pagesAt(corpus: Corpus, paths: readonly string[]): readonly PageOfCorpus[] {
  return paths.flatMap((path) => {
    const document = corpus.byPath(path)
    return document === undefined ? [] : [{ corpus, document }]
  })
}

/** The page with this uri, in any spelling of it. A page belongs to the innermost corpus only. */
export function findPage(snapshot: Snapshot, uri: string): PageOfCorpus | undefined {
  const normal = normalUri(uri)
  for (const corpus of snapshot.corpora) {
    const document = corpus.find(normal)
    if (document !== undefined) return { corpus, document }
  }
  return undefined
}
