/** Writes pages in an exchange format: the files of each page, and those that the tool wants for all. */

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Document } from '../corpus/model.ts'
import { fileName, pageDataOf } from '../corpus/page-data.ts'
import type { PagesOfPaths } from '../corpus/pages-of-paths.ts'
import { normalUri } from '../corpus/uri.ts'
import type { Chunk, Format, WriteContext } from '../exchange/format.ts'
import { formats } from '../exchange/formats.ts'
import { logicalLine } from '../exchange/logical-side.ts'
import { logicalPage } from '../exchange/logical-text.ts'
import type { ExchangePage } from '../exchange/model.ts'
import { sideFilePath, sideLines } from '../exchange/side-file.ts'
import { sourcePage } from '../exchange/source-page.ts'
import { lfText } from '../exchange/text-positions.ts'
import type { Outside } from './command/command.ts'

export interface ExportTarget {
  /** Name of the format. */
  readonly format: string
  readonly folder: string
  readonly outside: Pick<Outside, 'write' | 'error' | 'version'>
}

/** False when the format is unknown or a file could not be written, which is then said. */
export async function exportPages(
  pages: PagesOfPaths,
  { format: name, folder, outside }: ExportTarget,
): Promise<boolean> {
  const format = formats.find((each) => each.name === name)
  if (format === undefined) return false
  const { documents } = pages
  const stems = exportPaths(
    documents.map(({ path }) => path),
    '',
  )
  const writer = format.write(contextOf(pages, outside.version))
  const begun = new Set<string>()
  const originals = new Map(documents.map((document) => [normalUri(document.uri), document]))
  const write = async (chunks: readonly Chunk[]): Promise<void> => {
    for (const { path, content } of chunks) {
      const page = originals.get(normalUri(pathToFileURL(resolve(folder, path)).href))
      // A folder of pages can take their annotations, but a page is never written.
      if (page !== undefined && page.text === content) continue
      if (page !== undefined) throw new Error(`${path} is the page itself, choose another folder`)
      await outside.write(folder, path, content, begun.has(path) ? 'end' : undefined)
      begun.add(path)
    }
  }
  try {
    await write(writer.begin())
    for (const [i, document] of documents.entries()) {
      const stem = stems[i] ?? ''
      const { page, line } = pageIn(format, exchangePage(pages, document), document)
      const { chunks, losses } = writer.page(page, stem)
      const content = line + sideLines(page, losses)
      const path = sideFilePath(format.files === 'page' ? stem : title, format.name)
      await write(content === '' ? chunks : [...chunks, { path, content }])
    }
    await write(writer.end())
    return true
  } catch (error) {
    outside.error(`biaozhu: cannot write: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

/** Of a file for all pages. */
const title = 'biaozhu'

function contextOf({ corpus, documents }: PagesOfPaths, version: string): WriteContext {
  return {
    schema: corpus.schema,
    words: (text) => [{ start: 0, end: text.length }],
    title,
    pages: documents.map(({ path }) => path),
    versions: { biaozhu: version },
    created: new Date().toISOString(),
    initiatives: [],
    options: {},
  }
}

/** The page in the text that the format wants, and the line of the side file that leads back. */
function pageIn(
  { text }: Format,
  source: ExchangePage,
  { text: raw, page: structure }: Document,
): { readonly page: ExchangePage; readonly line: string } {
  if (text === 'source') return { page: source, line: '' }
  const { page, map } = logicalPage(source, structure, lfText(raw).toLf)
  return { page, line: logicalLine(source.path, source.text, map) }
}

/** What was rejected is no mention here, and stays a record of the page. */
function exchangePage({ corpus }: PagesOfPaths, document: Document): ExchangePage {
  const { path, view, page, mentions, annotations } = document
  return sourcePage({
    path,
    view,
    page,
    data: pageDataOf(corpus.config, path, page.data),
    mentions: mentions.filter(({ status }) => status !== 'rejected'),
    records: annotations.records.map(({ record }) => record),
    linked: (mention) => corpus.entityOf(path, mention)?.id,
  })
}

/** File names without folders where all differ; where two are the same, these keep their folders. */
export function exportPaths(paths: readonly string[], extension: string): readonly string[] {
  const renamed = (path: string): string => `${path.replace(/\.[^./]+$/, '')}${extension}`
  const long = paths.map(renamed)
  const short = keepUnique(long.map(fileName), long)
  // a.txt and a.text of one folder can only be told apart by their endings.
  return keepUnique(
    short,
    paths.map((path) => path + extension),
  )
}

/** Each name, or the other one where it is there twice. Some file systems fold capitals. */
function keepUnique(names: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) {
    const folded = name.toLowerCase()
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  return names.map((name, i) =>
    (counts.get(name.toLowerCase()) ?? 0) > 1 ? (others[i] ?? name) : name,
  )
}
