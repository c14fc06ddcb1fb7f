/** Writes pages in an exchange format, one file a page and the settings that the tool wants. */
import { fileName } from '../corpus/page-data.ts'
import type { PagesOfPaths } from '../corpus/pages-of-paths.ts'
import { formats } from '../exchange/formats.ts'
import type { Outside } from './command-line.ts'

export interface ExportTarget {
  /** Name of the format. */
  readonly format: string
  readonly folder: string
  readonly outside: Pick<Outside, 'write' | 'error'>
}

/** False when the format is unknown or a file could not be written, which is then said. */
export async function exportPages(
  { corpus, documents }: PagesOfPaths,
  { format: name, folder, outside }: ExportTarget,
): Promise<boolean> {
  const format = formats.find((each) => each.name === name)
  if (format === undefined) return false
  const paths = exportPaths(
    documents.map(({ path }) => path),
    format.extension,
  )
  const pages = documents.map(({ text, mentions }, i) => ({
    path: paths[i] ?? '',
    content: format.writePage(text, mentions),
  }))
  try {
    for (const { path, content } of [...format.writeSettings(corpus.schema), ...pages]) {
      await outside.write(folder, path, content)
    }
    return true
  } catch (error) {
    outside.error(`biaozhu: cannot write: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
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
