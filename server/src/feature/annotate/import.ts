/** Importing what a preview has shown: one step, over all its pages, that can be taken back. */

import { findPage, type PageEdit } from '../../corpus/snapshot/model.ts'
import { layerOf } from '../import/annotators.ts'
import { importEdit } from '../import/edits.ts'
import { byDocument, planPage } from '../import/plan.ts'
import { planOf } from '../import/plans.ts'
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { oneOf, optional, text } from './parameters.ts'
import { refused } from './refused.ts'

export const importPlan: Action<'import'> = {
  description: 'Writes what a preview of `biaozhu/importPreview` has shown, over all its pages.',
  parameters: {
    plan: text('The id that the preview gave.'),
    onConflict: optional(
      oneOf(
        ['skip', 'ours', 'theirs'],
        '`skip` (default): conflicting ones stay as they are; `ours`: what only the file says of them is added; `theirs`: the file wins.',
      ),
    ),
  },
  run(snapshot, { plan: id, onConflict = 'skip' }, { who, when, newId }) {
    const plan = planOf(id)
    if (plan === undefined) return refused(t('The preview is too old. Import once more.'))
    const { format, as } = plan
    const edits: PageEdit[] = []
    let count = 0
    for (const [before, incoming] of byDocument(
      plan.pages.filter((page) => layerOf(page, plan) === undefined),
    )) {
      const place = findPage(snapshot, before.uri)
      if (place === undefined || place.document.text !== before.text) {
        return refused(t('{0} has changed since the preview.', before.path))
      }
      const { document, corpus } = place
      const { annotations } = document
      const planned = planPage(document, annotations, incoming, {
        format,
        as,
        who,
        when,
        newId,
        schemaOf: () => corpus.schema,
      })
      const edit = importEdit(planned, onConflict)
      count += edit.put.length
      if (edit.put.length + edit.drop.length > 0) edits.push(edit)
    }
    if (edits.length === 0) return refused(t('There is nothing new to import.'))
    return {
      kind: 'edits',
      label: t('Import of {0} annotations from {1}', count, format.title),
      edits,
    }
  },
}
