/** What a command of the command line is: its name, options and help as data, and what it does. */
import type { Annotations } from '../annotation/placed/placed.ts'
import type { Analyser } from '../corpus/analysis/analysis.ts'
import type { IndexOptions } from '../corpus/indexing/index-file.ts'
import type { IndexingReport } from '../corpus/indexing/update-index.ts'
import type { PageStream } from '../corpus/paths/page-stream.ts'
import type { PagesOfPaths } from '../corpus/paths/pages-of-paths.ts'
import type { SidecarsOfPaths } from '../corpus/paths/sidecars-of-paths.ts'
import type { Document, PageEdit } from '../corpus/snapshot/model.ts'
import type { ExportFolder } from '../disk/export-folder.ts'
import type { ImportFolder } from '../disk/import-folder.ts'
import type { Spool } from '../disk/spool.ts'
import type { TemporaryFile } from '../disk/temporary.ts'
import type { IndexedPage, IndexReader } from '../index/database/reader.ts'
import type { Lexicon } from '../values/lexicon.ts'

/** What the command line does to the world outside. */
export interface Outside {
  readonly version: string
  /** Loads the dictionaries at its first call: a command that needs no words does not ask for it. */
  analyser(): Promise<Analyser>
  /** The word lists alone. */
  lexicon(): Lexicon
  out(text: string): void
  error(text: string): void
  /** How far the work is, for people who wait at a terminal; an empty text takes it away. */
  progress(text: string): void
  /** Writes, and resolves when the reader wants more. */
  print(text: string): Promise<void>
  /** Lines of standard input, read no faster than they are taken. */
  lines(): AsyncIterable<string>
  pages(paths: readonly string[]): Promise<PagesOfPaths>
  /** The same one by one, for thousands of them. */
  stream(paths: readonly string[]): Promise<PageStream>
  /** Room for more lines than memory should hold. */
  spool(): Spool
  /** Room for a file of that name. Rejects where there is none. */
  temporaryFile(name: string): Promise<TemporaryFile>
  sidecars(paths: readonly string[]): Promise<SidecarsOfPaths>
  /** Brings an index up to date with the pages of `paths`, or of a part of them; a sentence where it cannot be written. */
  index(file: string, paths: readonly string[], how: IndexOptions): Promise<IndexingReport | string>
  /** Makes one index of those of parts; a sentence where one of them cannot be read or written. */
  mergeIndexes(file: string, parts: readonly string[]): Promise<IndexingReport | string>
  /** An index to be asked; a sentence where it cannot be read. */
  openIndex(file: string): Promise<IndexReader | string>
  /** How many of these pages are not on disk as they were indexed. */
  changedPages(pages: Iterable<IndexedPage>): Promise<number>
  /** Of a path as it is given. */
  uriOf(path: string): string
  /** Text of a UTF-8 file; `undefined` where it cannot be read or is not UTF-8. */
  read(path: string): Promise<string | undefined>
  /** The folder of an export; `pages` are uris of files that it must not touch. */
  exportFolder(path: string, pages: readonly string[]): ExportFolder
  /** The folder, or the one file in it, that is imported; `undefined` where there is neither. */
  importFolder(path: string): Promise<ImportFolder | undefined>
  /** What an annotator has of a page. */
  layer(document: Document, name: string): Promise<Annotations>
  /** Changes the sidecar of a page, or an annotator's. Rejects when it cannot. */
  changeSidecar(
    document: Document,
    annotations: Annotations,
    edit: PageEdit,
    layer: string | undefined,
  ): Promise<void>
  /** Who annotates the pages of a folder uri; `corpus` is whom its corpus.json names. */
  annotator(folder: string, corpus: string | undefined): Promise<string | undefined>
  /** A new id for a record. */
  newId(): string
  /** Writes a file below a folder, which is made where it is missing, or at its end. Rejects when it cannot. */
  write(folder: string, path: string, content: string | Uint8Array, at?: 'end'): Promise<void>
}

/** 0: done, nothing found by a check; 1: something found; 2: misuse, or input that cannot be read. */
export type ExitStatus = 0 | 1 | 2

export interface Option {
  /** Without dashes: `format`. Two commands that have it agree on whether it takes a value. */
  readonly name: string
  /** One sentence for help. */
  readonly summary: string
  /** How help writes its value: `DIR`. Without it, it is a flag. */
  readonly value?: string
  /** The values it may have; then `value` is them. */
  readonly values?: readonly string[]
  /** Its value where it is not given. */
  readonly default?: string
  readonly required?: boolean
  /** It takes what stands behind it up to the next option, and may be there several times. */
  readonly many?: true
  /** Its value may be missing: what stands behind it is one only if this says so, else a path. */
  isValue?(text: string): boolean
}

export interface Operands {
  /** How help writes them: `PATH…`. */
  readonly shown: string
  /** Ends the sentence `mentions needs …`. */
  readonly needed: string
  readonly least: number
  readonly most: number
}

/** One call: the options by name, with their defaults (a flag that is set, and a value that may be missing: empty). */
export interface Call {
  readonly options: ReadonlyMap<string, string>
  /** The values of options that take many. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly operands: readonly string[]
}

export interface Command {
  readonly name: string
  /** For the list of all commands, at most 60 columns, no stop. */
  readonly summary: string
  /** Sentences for the command's own help. */
  readonly description: string
  readonly operands: Operands
  readonly options: readonly Option[]
  /** More that help says, with its heading: lines of at most 80 columns. */
  readonly topic?: readonly string[]
  /** Lines as they are typed, at least one. */
  readonly examples: readonly string[]
  /** Where 0 or 1 mean something of its own. */
  readonly statuses?: string
  /** Total as to its input; rejects only because of a fault of the program. */
  run(call: Call, outside: Outside): Promise<ExitStatus>
}

/** Pages or folders of pages, one or more. */
export const paths: Operands = {
  shown: 'PATH…',
  needed: 'a file or folder',
  least: 1,
  most: Number.POSITIVE_INFINITY,
}
