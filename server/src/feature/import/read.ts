/** Reads the files of another program: finds the page of each, and brings what they say to its source. */

import type { Schema } from '../../annotation/schema/schema.ts'
import type { Document } from '../../corpus/snapshot/model.ts'
import type { ImportFolder } from '../../disk/import-folder.ts'
import { decodeUtf8 } from '../../exchange/file/files.ts'
import type {
  FileNote,
  Format,
  FormatReader,
  Reading,
  ReadProblem,
} from '../../exchange/format/format.ts'
import type { ReadPage } from '../../exchange/format/model.ts'
import type { LogicalSide } from '../../exchange/our-page/logical-side.ts'
import { sideFilePath } from '../../exchange/our-page/side-file.ts'
import { t, type Wording } from '../../text/wording.ts'
import { append } from '../../values/append.ts'
import { defined } from '../../values/defined.ts'
import { type PageIndex, pageIndex } from './page-index.ts'
import { emptySides, type Sides, sidesOf } from './sides.ts'
import { atItsWords, inSource, type SourceReading } from './source.ts'
import { ownLogical, type PageTexts, pageTexts } from './texts.ts'

export interface IncomingPage extends SourceReading {
  readonly document: Document
  /** The file that says it. */
  readonly path: string
  /** Name of the layer, where the file has what several people say of one page. */
  readonly annotator?: string
}

export interface ImportReading {
  readonly pages: readonly IncomingPage[]
  readonly problems: readonly ReadProblem[]
  /** Number of files that the format accepts. */
  readonly files: number
}

export interface ReadOptions {
  readonly schema: Schema
  readonly documents: readonly Document[]
  /** Called before each file, with how many are done. */
  onFile?(done: number, total: number): void
  isCancelled?(): boolean
  /** Called between two files: lets other work have its turn. */
  pause?(): Promise<void>
}

/** Never rejects because of files: what cannot be read is a problem. A cancelled reading has what it has. */
export async function readImport(
  format: Format,
  folder: ImportFolder,
  options: ReadOptions,
): Promise<ImportReading> {
  const index = pageIndex(options.documents)
  const pages: IncomingPage[] = []
  const problems: ReadProblem[] = []
  let files = 0
  for await (const { path, reading, texts } of readFiles(format, folder, index, options)) {
    files++
    append(problems, reading.problems)
    for (const page of reading.pages) {
      const document = index.find(page.name, page.text)
      if (typeof document === 'string') {
        problems.push({ path, message: document })
        continue
      }
      const found = inSource(page, document, texts)
      append(
        problems,
        found.problems.map((message) => ({ path, message })),
      )
      pages.push({ ...found, document, path, ...defined({ annotator: page.annotator }) })
    }
  }
  return { pages, problems, files }
}

export interface PageAlone {
  /** The file that says it. */
  readonly path: string
  /** With what the side file restores, each mention where its words are. */
  readonly page: ReadPage
  /** The way back, where the side file says that the text is a logical one. */
  readonly logical: LogicalSide | undefined
}

export interface AloneReading {
  readonly pages: readonly PageAlone[]
  readonly problems: readonly ReadProblem[]
  /** Of mentions whose place is not sure. */
  readonly uncertain: readonly FileNote[]
}

/** The same without pages of ours: what the files say, in their own text. */
export async function readPages(
  format: Format,
  folder: ImportFolder,
  options: ReadOptions,
): Promise<AloneReading> {
  const index = pageIndex(options.documents)
  const pages: PageAlone[] = []
  const problems: ReadProblem[] = []
  const uncertain: FileNote[] = []
  // Nothing is written beside pages: what the other format cannot hold it says itself.
  const all = { ...options, schema: { ...options.schema, overlap: true } }
  for await (const { path, reading, sides } of readFiles(format, folder, index, all)) {
    append(problems, reading.problems)
    for (const read of reading.pages) {
      const logical = sides.logical(read.name)
      const found = atItsWords(sides.restore(read, read.name))
      append(
        problems,
        found.problems.map((message) => ({ path, message })),
      )
      append(
        uncertain,
        found.uncertain.map((message) => ({ path, message })),
      )
      pages.push({
        path,
        page: found.page,
        logical: logical?.text === read.text ? logical : undefined,
      })
    }
  }
  return { pages, problems, uncertain }
}

interface FileReading {
  readonly path: string
  readonly reading: Reading
  readonly texts: PageTexts
  readonly sides: Sides
}

async function* readFiles(
  format: Format,
  folder: ImportFolder,
  index: PageIndex,
  { schema, onFile, isCancelled, pause }: ReadOptions,
): AsyncGenerator<FileReading, void> {
  const { read: reader } = format
  if (reader === undefined) return
  const files = folder.chosen.filter((path) => reader.accepts(path))
  for (const [i, path] of files.entries()) {
    onFile?.(i, files.length)
    await pause?.()
    if (isCancelled?.()) return
    const loaded = await load(path, { format, reader, folder })
    if (typeof loaded !== 'string') {
      const { sides } = loaded
      yield { path, sides, ...readFile(path, loaded, { format, reader, schema, index }) }
    } else {
      const reading = { pages: [], problems: [{ path, message: loaded }] }
      yield { path, sides: emptySides, reading, texts: pageTexts(emptySides, false) }
    }
  }
}

interface Loaded {
  readonly content: Uint8Array
  readonly companions: ReadonlyMap<string, Uint8Array>
  readonly sides: Sides
}

/** A file with those beside it that reading it needs; a sentence where it cannot be read. */
async function load(
  path: string,
  { format, reader, folder }: { format: Format; reader: FormatReader; folder: ImportFolder },
): Promise<Loaded | Wording> {
  const content = await folder.read(path)
  if (content === undefined) return t('The file cannot be read.')
  if (typeof content === 'string') return content
  const companions = new Map<string, Uint8Array>()
  for (const beside of reader.companions(path)) {
    const bytes = await folder.read(beside)
    if (typeof bytes === 'string') return t('{0}: {1}', beside, bytes)
    if (bytes !== undefined) companions.set(beside, bytes)
  }
  const stem = path.toLowerCase().endsWith(format.extension)
    ? path.slice(0, -format.extension.length)
    : path.replace(/\.[^./]+$/, '')
  // `biaozhu.doccano.jsonl` has its side file by the name of the export, `biaozhu`.
  const own = `.${format.name}`
  const short = stem.endsWith(own) ? stem.slice(0, -own.length) : stem
  const side =
    (await folder.read(sideFilePath(stem, format.name))) ??
    (await folder.read(sideFilePath(short, format.name)))
  const sides = side instanceof Uint8Array ? sidesOf(decodeUtf8(side)) : emptySides
  return { content, companions, sides }
}

/**
 * What a file says, and the texts that pages were exported in. Where no side file says it, a format without
 * text may have been written from the logical text or from the source: the one that fits better.
 */
function readFile(
  path: string,
  { content, companions, sides }: Loaded,
  {
    format,
    reader,
    schema,
    index,
  }: { format: Format; reader: FormatReader; schema: Schema; index: PageIndex },
): { readonly reading: Reading; readonly texts: PageTexts } {
  const attempt = (own: boolean): { reading: Reading; texts: PageTexts } => {
    const texts = pageTexts(sides, own)
    const text = (name: string): string | undefined => {
      const [document, ...others] = index.named(name)
      if (document !== undefined && others.length === 0) return texts.textOf(document)
      return sides.logical(name)?.text
    }
    return { reading: reader.read({ path, content }, { schema, companions, text }), texts }
  }
  const first = attempt(ownLogical(sides, format))
  const isTried = first.reading.problems.length === 0 || !ownLogical(sides, format)
  if (isTried) return first
  const second = attempt(false)
  return second.reading.problems.length < first.reading.problems.length ? second : first
}
