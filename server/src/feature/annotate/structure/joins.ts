/** Where a passage goes on, and that it does not go on there. */

import { continuesAt as continuing } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import type { Block } from '../../../page/model.ts'
import { unsureJoinAt } from '../../looking/join-at.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionParams } from '../action.ts'
import { atPlace, flag, optional, orNull, position } from '../parameters.ts'
import { refused } from '../refused.ts'
import { idAnswer } from '../result.ts'
import { offsetOf } from './blocks.ts'
import { structured, unstructured } from './page-record.ts'

export const continuesAt: Action<'continuesAt'> = {
  description:
    'The passage with the block at `from` goes on with the block at `to`, or it does not. Without them: so it is with the proposed continuation at `position`.',
  parameters: {
    ...atPlace,
    from: optional(position('A position in the block that stops.')),
    to: optional(position('A position in the block that goes on.')),
    value: optional(
      orNull(
        flag(
          '`true`, `false` (they do not belong together), or `null` (left to the program again).',
        ),
      ),
    ),
  },
  answer: idAnswer,
  run(_, params, context) {
    const { value = true } = params
    const { document } = params.place
    const join = joinOf(params)
    if (join === undefined) return refused(t('Nothing stops and goes on elsewhere here.'))
    const { from, to } = join
    if (from === to) return refused(t('A block cannot go on with itself.'))
    const correction = continuing(document.text, from, to, value ?? true)
    if (value === null) {
      const nothing = t('Nobody has said whether these belong together.')
      return unstructured(document, correction, t('Continuation'), nothing)
    }
    const label = value ? t('It goes on there') : t('They do not belong together')
    return structured(document, correction, label, context)
  },
}

function joinOf(
  params: ActionParams<'continuesAt'>,
): { readonly from: Block; readonly to: Block } | undefined {
  const { from, to } = params
  const { document } = params.place
  if (from === undefined || to === undefined) {
    const offset = offsetOf(params)
    return offset === undefined ? undefined : unsureJoinAt(document, offset)
  }
  const [first, second] = [from, to].map((each) => blockAt(document.page, each))
  return first === undefined || second === undefined ? undefined : { from: first, to: second }
}
