/** What an exchange format is: a value in a plain list that turns pages into files of another tool and back. */

import type { Schema } from '../../annotation/schema/schema.ts'
import type { Span } from '../../text/span.ts'
import type { Wording } from '../../text/wording.ts'
import type { Holds } from './holds.ts'
import type { Loss } from './losses.ts'
import type { ExchangePage, ReadPage, TextKind } from './model.ts'

export interface Format {
  /** As on the command line. */
  readonly name: string
  /** As its tool writes it: `brat`, `Web Annotation`. A name, the same in every language. */
  readonly title: string
  /** What it is for, with the names under which people look for it. English, a few words. */
  readonly purpose: string
  /** With the dot, of the files that are read: a page `X.txt` becomes `X` and this. */
  readonly extension: string
  /** `page`: a file for each page; `all`: one file for all of them. */
  readonly files: 'page' | 'all'
  /** What a position counts in this format's files. */
  readonly unit: Unit
  /** What becomes of newlines, and what a span over one is. English, one sentence. */
  readonly newlines: string
  /** The text that is written where nobody chooses. */
  readonly text: TextKind
  readonly holds: Holds
  /** It shows entities and initiatives: all pages have to be known before the first is written. */
  readonly links?: true
  /** Choices such as `--tags bio|bioes`. */
  readonly options: readonly FormatOption[]
  /** Makes a writer for one export. Total. */
  write(context: WriteContext): PageWriter
  /** `undefined` for a format that is only written. */
  readonly read: FormatReader | undefined
}

/** `token`: the format has no offsets; `none`: it has no places at all. */
export type Unit = 'UTF-16' | 'code point' | 'token' | 'none'

export interface FormatOption {
  readonly name: string
  /** The first is the default. */
  readonly values: readonly string[]
  /** English, for `--help`: `what a line is`. */
  readonly help: string
}

/** What a writer may know beside its pages: the same for all of them. */
export interface WriteContext {
  readonly schema: Schema
  /** The words of a text in UTF-16 offsets, adjacent and covering it, as a `Segmenter` gives them. */
  readonly words: (text: string) => readonly Span[]
  /** Of the corpus; a file for all pages is named after it. */
  readonly title: string
  /** The paths of all pages that will come, in this order. */
  readonly pages: readonly string[]
  readonly versions: Versions
  /** ISO time of the export. */
  readonly created: string
  readonly initiatives: readonly ExchangeInitiative[]
  /** Values of the format's options, by name; the default where one is not there. */
  readonly options: Readonly<Record<string, string>>
}

export interface Versions {
  readonly biaozhu: string
  readonly recogniser?: string
  readonly schema?: string
  readonly guidelines?: string
}

/** An initiative of the corpus, for formats that list them. Texts are as people read them. */
export interface ExchangeInitiative {
  /** Id of the entity: mentions have it as `entity`. */
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly owner?: string
  readonly place?: string
  /** Number of its mentions, and the paths of the pages on which they stand. */
  readonly mentions: number
  readonly pages: readonly string[]
}

/** A piece of a file. The first of a path makes the file, later ones are appended to it. */
export interface Chunk {
  /** Relative to the output folder, `/` between folders. */
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Writes one export, page by page: `begin`, `page` for each page, `end`, and what each gives is
 * written before the next is asked for. A writer remembers no pages, so that thousands take no memory.
 */
export interface PageWriter {
  /** Settings of the tool, headings. */
  begin(): readonly Chunk[]
  /** `stem`: path of the page's files without ending, which no other page of this export has. */
  page(page: ExchangePage, stem: string): WrittenPage
  end(): readonly Chunk[]
}

export interface WrittenPage {
  readonly chunks: readonly Chunk[]
  /** Everything that reading these chunks will not give back. */
  readonly losses: readonly Loss[]
}

export interface FormatReader {
  /** Whether a file, by its path, is one of which pages are read: `X.ann`, not `annotation.conf`. */
  accepts(path: string): boolean
  /** Paths of the other files that reading this one needs, where they are there: `X.txt`, `types.xml`. */
  companions(path: string): readonly string[]
  /** Total: what cannot be read becomes a problem, and the rest is read. */
  read(file: ImportedFile, context: ReadContext): Reading
}

export interface ImportedFile {
  /** Relative to the chosen folder, `/` between folders. */
  readonly path: string
  readonly content: Uint8Array
}

export interface ReadContext {
  readonly schema: Schema
  /** Those of `companions` that are there, by path. */
  readonly companions: ReadonlyMap<string, Uint8Array>
  /**
   * The text for which a file without text was written, LF newlines: the page of that name (path, file
   * name or stem), in its logical form where the side file says so. `undefined`: there is none.
   */
  text(name: string): string | undefined
}

export interface Reading {
  readonly pages: readonly ReadPage[]
  readonly problems: readonly ReadProblem[]
}

/** What is said of a file. */
export interface FileNote {
  readonly path: string
  /** One-based, where the format has lines. */
  readonly line?: number
  /** One sentence. */
  readonly message: string
}

export interface ReadProblem extends FileNote {
  readonly message: Wording
}
