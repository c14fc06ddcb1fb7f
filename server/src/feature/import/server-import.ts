/** The preview of an import as the server makes it for an editor. */

import { fileURLToPath } from 'node:url'
import { type Annotations, noAnnotations } from '../../annotation/placed/placed.ts'
import { defaultSchema, type Schema } from '../../annotation/schema/schema.ts'
import type { Document, Snapshot } from '../../corpus/snapshot/model.ts'
import { importFolder } from '../../disk/import-folder.ts'
import { formats } from '../../exchange/formats.ts'
import type { ImportParams, ImportPreview } from '../../protocol.ts'
import { printable } from '../../text/columns.ts'
import { append } from '../../values/append.ts'
import { defined } from '../../values/defined.ts'
import { pagesInScope } from '../export/scope.ts'
import type { Progress } from '../export/server-export.ts'
import { t } from '../wording/messages.ts'
import { annotatorsIn, isLayerName, layeredParts, saidBy } from './annotators.ts'
import { countItems } from './edits.ts'
import { type PlannedPage, planPage } from './plan.ts'
import { rememberPlan } from './plans.ts'
import { readImport } from './read.ts'
import { importProblem, importRows, shownPage } from './report.ts'

/** Lines of details that are sent at most. */
const mostDetails = 2000

const none = { new: 0, same: 0, conflicting: 0, uncertain: 0 }

export interface ImportMeans {
  readonly who: string
  /** ISO time of now. */
  readonly when: string
  readonly newId: () => string
  /** What a layer of a page says now; `undefined` where there is none of that name. */
  readLayer(document: Document, name: string): Promise<Annotations | undefined>
}

export async function importPreview(
  snapshot: Snapshot,
  { format: name, from, as, scope, layer, annotator }: ImportParams,
  { who, when, newId, readLayer }: ImportMeans,
  progress: Progress,
): Promise<ImportPreview> {
  const plan = newId()
  const nothing = { plan, files: 0, counts: none, pages: [], details: [], annotators: [] }
  const format = formats.find((each) => each.name === name)
  if (format?.read === undefined) {
    return { ...nothing, problems: [t('There is no format {0}.', name)] }
  }
  if (layer !== undefined && !isLayerName(layer)) {
    return { ...nothing, problems: [t('“{0}” cannot be the name of a layer.', layer)] }
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
  const annotators = annotatorsIn(reading.pages)
  const problems = reading.problems.map(importProblem)
  if (annotator === undefined && layer !== undefined && annotators.length > 0) {
    problems.push(t('Several annotators cannot be one layer: {0}.', annotators.join(', ')))
    return { ...nothing, annotators, problems }
  }
  const chosen = annotator === undefined ? reading.pages : saidBy(reading.pages, annotator)
  const schemaOf = (document: Document): Schema => schemas.get(document) ?? defaultSchema
  const options = { format, as, when, newId, schemaOf }
  const pages: PlannedCount[] = []
  const details: string[] = []
  for (const { document, layer: own, incoming } of layeredParts(chosen, { as, layer })) {
    if (progress.isCancelled()) break
    const annotations = own === undefined ? document.annotations : await readLayer(document, own)
    const planned = {
      ...planPage(document, annotations ?? noAnnotations, incoming, {
        ...options,
        who: own ?? who,
      }),
      ...defined({ layer: own }),
    }
    pages.push(countsOf(planned))
    if (details.length < mostDetails) append(details, detailsOf(planned))
    await progress.pause()
  }
  if (reading.files === 0)
    problems.push(t('There are no files of {0} in this folder.', format.title))
  rememberPlan(plan, { format, as, layer, pages: chosen })
  return {
    plan,
    files: reading.files,
    counts: sumOf(pages),
    pages,
    problems,
    annotators,
    details: details.slice(0, mostDetails),
    ...(progress.isCancelled() ? ({ cancelled: true } as const) : {}),
  }
}

type PlannedCount = ImportPreview['pages'][number]

function countsOf(planned: PlannedPage): PlannedCount {
  const { document, items, layer } = planned
  const counts = countItems(items)
  return { uri: document.uri, path: shownPage(planned), counts, ...defined({ layer }) }
}

function detailsOf(planned: PlannedPage): readonly string[] {
  return importRows(planned).map(({ cells }) => printable(cells.join('  ')))
}

function sumOf(pages: readonly PlannedCount[]): ImportPreview['counts'] {
  const sum = { ...none }
  for (const { counts } of pages) {
    for (const kind of ['new', 'same', 'conflicting', 'uncertain'] as const) {
      sum[kind] += counts[kind]
    }
  }
  return sum
}
