/** The preview of an import as the server makes it for an editor. */

import { fileURLToPath } from 'node:url'
import { defaultSchema } from '../../annotation/schema/schema.ts'
import type { Snapshot } from '../../corpus/snapshot/model.ts'
import { importFolder } from '../../disk/import-folder.ts'
import { formats } from '../../exchange/formats.ts'
import type { ImportedKind, ImportParams, ImportPreview } from '../../protocol.ts'
import { printable } from '../../text/columns.ts'
import { append } from '../../values/append.ts'
import { pagesInScope } from '../export/scope.ts'
import type { Progress } from '../export/server-export.ts'
import { t } from '../wording/messages.ts'
import { lastAnnotators } from './annotators.ts'
import { countItems } from './edits.ts'
import { byDocument, planPage } from './plan.ts'
import { rememberPlan } from './plans.ts'
import { readImport } from './read.ts'
import { importProblem, importRows } from './report.ts'

/** Lines of details that are sent at most. */
const mostDetails = 2000

export async function importPreview(
  snapshot: Snapshot,
  { format: name, from, as, scope }: ImportParams,
  {
    who,
    when,
    newId,
  }: { readonly who: string; readonly when: string; readonly newId: () => string },
  progress: Progress,
): Promise<ImportPreview> {
  const plan = newId()
  const counts: Record<ImportedKind, number> = { new: 0, same: 0, conflicting: 0, uncertain: 0 }
  const nothing = { plan, files: 0, counts, pages: [], details: [] }
  const format = formats.find((each) => each.name === name)
  if (format?.read === undefined) {
    return { ...nothing, problems: [t('There is no format {0}.', name)] }
  }
  const folder = await importFolder(fileURLToPath(from))
  if (folder === undefined) return { ...nothing, problems: [t('There is no such folder.')] }
  const scopes = pagesInScope(snapshot, scope)
  const schemas = new Map(
    scopes.flatMap(({ corpus, documents }) => documents.map((each) => [each, corpus.schema])),
  )
  const reading = await readImport(format, folder, {
    documents: [...schemas.keys()],
    schema: scopes[0]?.corpus.schema ?? defaultSchema,
    onFile: (done, total) => progress.report(done, total),
    pause: () => progress.pause(),
    isCancelled: () => progress.isCancelled(),
  })
  const pages: ImportPreview['pages'][number][] = []
  const details: string[] = []
  const last = lastAnnotators(reading.pages)
  for (const [document, incoming] of byDocument(last.pages)) {
    if (progress.isCancelled()) break
    const schemaOf = () => schemas.get(document) ?? defaultSchema
    const planned = planPage(document, document.annotations, incoming, {
      format,
      as,
      who,
      when,
      newId,
      schemaOf,
    })
    const found = countItems(planned.items)
    for (const kind of ['new', 'same', 'conflicting', 'uncertain'] as const) {
      counts[kind] += found[kind]
    }
    pages.push({ uri: document.uri, path: document.path, counts: found })
    if (details.length < mostDetails) {
      append(
        details,
        importRows(planned).map(({ cells }) => printable(cells.join('  '))),
      )
    }
    await progress.pause()
  }
  const problems = [...reading.problems, ...last.problems].map(importProblem)
  if (reading.files === 0)
    problems.push(t('There are no files of {0} in this folder.', format.title))
  rememberPlan(plan, { format, as, pages: last.pages })
  return {
    plan,
    files: reading.files,
    counts,
    pages,
    problems,
    details: details.slice(0, mostDetails),
    ...(progress.isCancelled() ? ({ cancelled: true } as const) : {}),
  }
}
