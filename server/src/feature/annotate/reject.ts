/** Rejecting a suggestion, which is remembered; an annotation that came from one is rejected the same way. */
import { t } from '../wording/messages.ts'
import { decideOne, decisionParameters } from './accept.ts'
import type { Action } from './action.ts'
import { advanceAnswer } from './advance.ts'
import { rejection } from './decide.ts'

export const reject: Action<'reject'> = {
  description:
    'Rejects the suggestion at `position`, `range` or with `id`; it does not come back. The relations of an annotation go with it.',
  parameters: decisionParameters(),
  answer: advanceAnswer,
  run: (_, params, context) =>
    decideOne(params, context, { decide: rejection, label: (name) => t('Reject “{0}”', name) }),
}
