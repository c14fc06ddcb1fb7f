/** What an exchange format is: a value in a plain list that turns pages into files of another tool. */
import type { Mention } from '../annotation/model.ts'
import type { Schema } from '../annotation/schema.ts'

export interface ExportedFile {
  /** Relative to the output folder, `/` between folders. */
  readonly path: string
  readonly content: string
}

export interface Format {
  /** As on the command line. */
  readonly name: string
  /** What a position counts, and in which text: every tool has its own unit. */
  readonly offsets: string
  /** What of our annotation the format cannot say. */
  readonly loses: readonly string[]
  /** With the dot: a page `X.txt` becomes `X` and this. */
  readonly extension: string
  /** One page's file. `text` is its source, to which the spans of `mentions` refer. Total. */
  writePage(text: string, mentions: readonly Mention[]): string
  /** Files that the tool wants once for all pages. */
  writeSettings(schema: Schema): readonly ExportedFile[]
}
