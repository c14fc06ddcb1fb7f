/** Rejecting a suggestion, which is remembered; an annotation that came from one is rejected the same way. */
import { t } from '../wording/messages.ts'
import { decideOne } from './accept.ts'
import type { Action } from './action.ts'
import { advanceAnswer, advanceParameters } from './advance.ts'
import { rejection } from './decide.ts'

export const reject: Action = {
  name: 'reject',
  description:
    'Rejects the suggestion at `position`, `range` or with `id`; it does not come back. The relations of an annotation go with it.',
  parameters: {
    type: 'Optional: only a mention of this type.',
    ...advanceParameters,
  },
  answer: advanceAnswer,
  run: (_, params, context) =>
    decideOne(params, context, { decide: rejection, label: (text) => t('Reject “{0}”', text) }),
}
