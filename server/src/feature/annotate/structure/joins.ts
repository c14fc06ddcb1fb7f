/** Where a passage goes on, and that it does not go on there. */

import type { Document } from '../../../corpus/snapshot/model.ts'
import { continuesAt as continuing } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import type { Block } from '../../../page/model.ts'
import { own } from '../../../values/json.ts'
import { unsureJoinAt } from '../../looking/join-at.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionParams } from '../action.ts'
import { idAnswer, refused, wrong } from '../result.ts'
import { offsetOf } from './blocks.ts'
import { structured, unstructured } from './page-record.ts'

export const continuesAt: Action = {
  name: 'continuesAt',
  description:
    'The passage with the block at `from` goes on with the block at `to`, or it does not. Without them: so it is with the proposed continuation at `position`.',
  parameters: {
    from: 'A position in the block that stops.',
    to: 'A position in the block that goes on.',
    value: '`true`, `false` (they do not belong together), or `null` (left to the program again).',
  },
  answer: idAnswer,
  run(_, params, context) {
    const { place, values } = params
    const value = own(values, 'value') ?? (Object.hasOwn(values, 'value') ? null : true)
    if (place === undefined) return wrong('uri')
    if (value !== null && typeof value !== 'boolean') return wrong('value')
    const { document } = place
    const join = joinOf(document, params)
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
  document: Document,
  params: ActionParams,
): { readonly from: Block; readonly to: Block } | undefined {
  const { from, to } = params.ends ?? {}
  if (from?.offset === undefined || to?.offset === undefined) {
    const offset = offsetOf(params)
    return offset === undefined ? undefined : unsureJoinAt(document, offset)
  }
  const [first, second] = [from.offset, to.offset].map((each) => blockAt(document.page, each))
  return first === undefined || second === undefined ? undefined : { from: first, to: second }
}
