/** Importing what a preview has shown: one step, over all its pages, that can be taken back. */

import { findPage, type PageEdit, type PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { own } from '../../values/json.ts'
import { importEdit, type OnConflict } from '../import/edits.ts'
import { byDocument, planPage } from '../import/plan.ts'
import { planOf } from '../import/plans.ts'
import { t } from '../wording/messages.ts'
import type { Action } from './action.ts'

export const importPlan: Action = {
  name: 'import',
  description: 'Writes what a preview of `biaozhu/importPreview` has shown, over all its pages.',
  parameters: {
    plan: 'The id that the preview gave.',
    onConflict:
      '`skip` (default): conflicting ones stay as they are; `ours`: what only the file says of them is added; `theirs`: the file wins.',
  },
  run(snapshot, { values }, { who, when, newId }) {
    const id = own(values, 'plan')
    const plan = typeof id === 'string' ? planOf(id) : undefined
    if (plan === undefined) {
      return { kind: 'refused', message: t('The preview is too old. Import once more.') }
    }
    const { format, as } = plan
    const edits: PageEdit[] = []
    let count = 0
    for (const [before, incoming] of byDocument(plan.pages)) {
      const place = findPage(snapshot, before.uri)
      if (place === undefined || place.document.text !== before.text) {
        return { kind: 'refused', message: t('{0} has changed since the preview.', before.path) }
      }
      const { document, corpus }: PageOfCorpus = place
      const { annotations } = document
      const { items } = planPage(document, annotations, incoming, {
        ...{ format, as, who, when, newId, schemaOf: () => corpus.schema },
      })
      const records = annotations.records.map(({ record }) => record)
      const edit = importEdit(document.uri, items, records, conflictOf(own(values, 'onConflict')))
      count += edit.put.length
      if (edit.put.length + edit.drop.length > 0) edits.push(edit)
    }
    if (edits.length === 0)
      return { kind: 'refused', message: t('There is nothing new to import.') }
    return {
      kind: 'edits',
      label: t('Import of {0} annotations from {1}', count, format.title),
      edits,
    }
  },
}

function conflictOf(value: unknown): OnConflict {
  return value === 'ours' || value === 'theirs' ? value : 'skip'
}
