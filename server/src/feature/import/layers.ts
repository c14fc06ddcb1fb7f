/** Writing the layers of an import that a person has seen: files beside the pages, each whole or not at all. */
import { noAnnotations } from '../../annotation/placed/placed.ts'
import { sidecarVersion } from '../../annotation/record/record.ts'
import {
  type Document,
  findPage,
  type PageEdit,
  type Snapshot,
} from '../../corpus/snapshot/model.ts'
import type { ImportLayersAnswer, ImportLayersParams } from '../../protocol.ts'
import { messageOf } from '../../values/message-of.ts'
import { t } from '../wording/messages.ts'
import { layeredParts } from './annotators.ts'
import { importEdit } from './edits.ts'
import { planPage } from './plan.ts'
import { planOf } from './plans.ts'
import type { ImportMeans } from './server-import.ts'

export interface LayerMeans extends Omit<ImportMeans, 'who'> {
  /** Rejects with the system's error where it cannot be written. */
  writeLayer(
    document: Document,
    layer: { readonly name: string; readonly annotations: typeof noAnnotations },
    edit: PageEdit,
  ): Promise<void>
}

/** Never rejects: what cannot be written is a problem, and the rest is. */
export async function importLayers(
  snapshot: Snapshot,
  { plan: id, onConflict }: ImportLayersParams,
  { when, newId, readLayer, writeLayer }: LayerMeans,
): Promise<ImportLayersAnswer> {
  const plan = planOf(id)
  if (plan === undefined) {
    return { written: 0, problems: [t('The preview is too old. Import once more.')] }
  }
  const problems: string[] = []
  let written = 0
  for (const { document: before, layer: name, incoming } of layeredParts(plan.pages, plan)) {
    if (name === undefined) continue
    const place = findPage(snapshot, before.uri)
    if (place === undefined || place.document.text !== before.text || !place.document.saved) {
      problems.push(t('{0} has changed since the preview.', before.path))
      continue
    }
    const { document, corpus } = place
    const annotations = (await readLayer(document, name)) ?? noAnnotations
    if ((annotations.header?.version ?? 0) > sidecarVersion) {
      problems.push(t('A newer version of Biaozhu wrote the annotations of this page.'))
      continue
    }
    const options = { format: plan.format, as: plan.as, who: name, when, newId }
    const schemaOf = () => corpus.schema
    const planned = planPage(document, annotations, incoming, { ...options, schemaOf })
    const edit = importEdit(planned, onConflict)
    if (edit.put.length + edit.drop.length === 0) continue
    try {
      await writeLayer(document, { name, annotations }, edit)
      written++
    } catch (error) {
      const reason = messageOf(error)
      problems.push(t('{0}: {1}', document.path, reason))
    }
  }
  return { written, problems }
}
