/** Rejecting a suggestion, which is remembered; an annotation that came from one is rejected the same way. */
import { mentionSpan } from '../../annotation/model.ts'
import { t } from '../messages.ts'
import type { Action } from './action.ts'
import { decidedRecord, targetOf } from './target.ts'

export const reject: Action = {
  name: 'reject',
  description: 'Rejects the suggestion at `position`, `range` or with `id`; it does not come back.',
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return { kind: 'refused', message: t('There is no mention here.') }
    const { document, mention } = target
    const record = decidedRecord(target, { status: 'rejected' }, context)
    return {
      kind: 'edits',
      label: t('Reject “{0}”', mention.text),
      edits: [{ uri: document.uri, put: [record], drop: [] }],
      select: { uri: document.uri, span: mentionSpan(mention) },
    }
  },
}
