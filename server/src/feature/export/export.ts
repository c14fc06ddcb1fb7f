/** Writes pages in an exchange format: page by page, so that thousands take no memory. */
import type { ExportFolder } from '../../disk/export-folder.ts'
import type { Chunk, WriteContext } from '../../exchange/format/format.ts'
import { addCounts, type Loss, type LossCount, sumLosses } from '../../exchange/format/losses.ts'
import type { ExchangeMention } from '../../exchange/format/model.ts'
import { sideFilePath, sideLines } from '../../exchange/our-page/side-file.ts'
import type { ExportChoices, ExportUnit } from './choices.ts'
import { exportPaths } from './export-paths.ts'

export interface ExportSource {
  /** In the order of `units`. */
  readonly pages: readonly string[]
  /** What is the same for all pages. */
  readonly context: Omit<WriteContext, 'pages' | 'options'>
  units(choices: ExportChoices): AsyncIterable<ExportUnit> | Iterable<ExportUnit>
}

export interface ExportedPage {
  readonly path: string
  readonly accepted: number
  readonly suggested: number
  readonly losses: readonly Loss[]
}

export interface ExportTarget {
  readonly folder: ExportFolder
  /** Hears of each page that is written. */
  onPage?(page: ExportedPage): void
  /** Asked before each page; what is written until then stays. */
  isCancelled?(): boolean
}

export interface Exported {
  readonly pages: number
  readonly accepted: number
  readonly suggested: number
  /** Of all pages. */
  readonly losses: readonly LossCount[]
  /** Why nothing more was written. English. */
  readonly problem?: string
}

/** Rejects only because of a fault of the program: a file that cannot be written is a problem. */
export async function exportPages(
  { pages, context, units }: ExportSource,
  choices: ExportChoices,
  { folder, onPage, isCancelled }: ExportTarget,
): Promise<Exported> {
  const { format, side, options } = choices
  const stems = exportPaths(pages, '')
  const stemOf = new Map(pages.map((path, i) => [path, stems[i] ?? path]))
  const writer = format.write({ ...context, pages, options })
  // Nobody imports what is only written.
  const isSideWanted = side && format.read !== undefined
  const sum = { pages: 0, accepted: 0, suggested: 0 }
  let losses: readonly LossCount[] = []
  const write = async (chunks: readonly Chunk[]): Promise<void> => {
    // Files at once, the pieces of one in their order.
    const files = new Map<string, Promise<void>>()
    for (const { path, content } of chunks) {
      const before = files.get(path) ?? Promise.resolve()
      files.set(
        path,
        before.then(() => folder.write(path, content)),
      )
    }
    await Promise.all(files.values())
  }
  /** The files of the page before: they are written while the next one is read. */
  let writing = Promise.resolve()
  try {
    await write(writer.begin())
    for await (const { page, line, lost = [] } of units(choices)) {
      if (isCancelled?.()) break
      const stem = stemOf.get(page.path) ?? page.path
      const written = writer.page(page, stem)
      const beside = isSideWanted ? line + sideLines(page, written.losses) : ''
      const path = sideFilePath(format.files === 'page' ? stem : context.title, format.name)
      await writing
      writing = write(
        beside === '' ? written.chunks : [...written.chunks, { path, content: beside }],
      )
      // Its failure is heard of when it is waited for.
      writing.catch(() => undefined)
      const counts = countsOf(page.mentions)
      sum.pages++
      sum.accepted += counts.accepted
      sum.suggested += counts.suggested
      losses = sumLosses(losses, written.losses)
      if (!isSideWanted) losses = addCounts(losses, lost)
      onPage?.({ path: page.path, ...counts, losses: written.losses })
    }
    await writing
    await write(writer.end())
    return { ...sum, losses }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...sum, losses, problem: error.message }
  }
}

function countsOf(mentions: readonly ExchangeMention[]): { accepted: number; suggested: number } {
  const accepted = mentions.filter(({ status }) => status === 'accepted').length
  return { accepted, suggested: mentions.length - accepted }
}
