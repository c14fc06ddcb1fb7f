/** An export as the server does it for an editor: pages of the workspace, corpus by corpus. */
import { fileURLToPath } from 'node:url'
import { statedGuidelines } from '../../corpus/config/guidelines.ts'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import { exportFolder } from '../../disk/export-folder.ts'
import { nodeFiles } from '../../disk/files.ts'
import { safeName } from '../../exchange/file/safe-path.ts'
import { addCounts, countLosses, type LossCount } from '../../exchange/format/losses.ts'
import { formats } from '../../exchange/formats.ts'
import type { ExportAnswer, ExportParams } from '../../protocol.ts'
import { t } from '../wording/messages.ts'
import { type ExportedPage, exportPages } from './export.ts'
import { corpusSource, type ExportCircumstances } from './export-source.ts'
import { lossSentences } from './loss-sentences.ts'
import { pagesInScope } from './scope.ts'

export interface Progress {
  report(done: number, total: number): void
  isCancelled(): boolean
  /** Lets other work have its turn. */
  pause(): Promise<void>
}

/** Several corpora go to folders of their own, by their names. Rejects only because of a fault of the program. */
export async function serverExport(
  snapshot: Snapshot,
  params: ExportParams,
  about: ExportCircumstances,
  progress: Progress,
): Promise<ExportAnswer> {
  const none = { pages: 0, accepted: 0, suggested: 0, losses: [], details: [] }
  const format = formats.find(({ name }) => name === params.format)
  if (format === undefined) return { ...none, problem: t('There is no format {0}.', params.format) }
  const scopes = pagesInScope(snapshot, params.scope)
  const total = scopes.reduce((sum, { documents }) => sum + documents.length, 0)
  if (total === 0) return { ...none, problem: t('There are no pages to export.') }
  const { text = format.text, side = true, options = {}, status } = params
  const folder = fileURLToPath(params.folder)
  const pages = snapshot.corpora.flatMap(({ documents }) => documents.map(({ uri }) => uri))
  const details: string[] = []
  const sum = { pages: 0, accepted: 0, suggested: 0 }
  let losses: readonly LossCount[] = []
  for (const { corpus, documents } of scopes) {
    const own = scopes.length === 1 ? folder : `${folder}/${safeName(nameOf(corpus))}`
    const guidelines = await statedGuidelines([corpus], nodeFiles)
    const links = format.links === true
    const source = corpusSource(corpus, documents, { ...about, guidelines }, links)
    const done = await exportPages(
      { ...source, units: (choices) => paused(source.units(choices), progress) },
      { format, status, text, side, options },
      {
        folder: exportFolder(own, pages),
        isCancelled: () => progress.isCancelled(),
        onPage(page) {
          sum.pages++
          progress.report(sum.pages, total)
          details.push(detailOf(page, format.title))
        },
      },
    )
    sum.accepted += done.accepted
    sum.suggested += done.suggested
    losses = addCounts(losses, done.losses)
    if (done.problem !== undefined) {
      return { ...sum, losses: lossSentences(losses, format.title), details, problem: done.problem }
    }
  }
  const sentences = lossSentences(losses, format.title)
  const cancelled = progress.isCancelled() ? ({ cancelled: true } as const) : {}
  return { ...sum, losses: sentences, details, ...cancelled }
}

async function* paused<T>(
  units: AsyncIterable<T> | Iterable<T>,
  progress: Progress,
): AsyncGenerator<T, void> {
  for await (const unit of units) {
    yield unit
    await progress.pause()
  }
}

function nameOf({ config, root }: Snapshot['corpora'][number]): string {
  return config.name ?? decodeURIComponent(root.slice(root.lastIndexOf('/') + 1))
}

function detailOf({ path, accepted, suggested, losses }: ExportedPage, title: string): string {
  const counts = t('{0}: {1} accepted, {2} suggested', path, accepted, suggested)
  return [counts, ...lossSentences(countLosses(losses), title)].join('; ')
}
