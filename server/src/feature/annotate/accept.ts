/** Accepting a suggestion: from now on it is an annotation. */
import { mentionSpan } from '../../annotation/model.ts'
import { t } from '../messages.ts'
import type { Action } from './action.ts'
import { decidedRecord, targetOf } from './target.ts'

export const accept: Action = {
  name: 'accept',
  description: 'Accepts the suggestion at `position`, `range` or with `id`.',
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return { kind: 'refused', message: t('There is no mention here.') }
    const { document, mention } = target
    const record = decidedRecord(target, { status: 'accepted' }, context)
    return {
      kind: 'edits',
      label: t('Accept “{0}”', mention.text),
      edits: [{ uri: document.uri, put: [record], drop: [] }],
      select: { uri: document.uri, span: mentionSpan(mention) },
    }
  },
}
