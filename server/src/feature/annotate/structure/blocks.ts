/** Where blocks begin and of which kind they are. */

import { blockKinds } from '../../../page/corrected/correction.ts'
import { setKind, splitAt } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import type { AtPlace } from '../../../protocol.ts'
import { kindLabel } from '../../wording/block-kinds.ts'
import { t } from '../../wording/messages.ts'
import type { Action } from '../action.ts'
import { atPlace, type InOffsets, oneOf, optional, orNull } from '../parameters.ts'
import { type Refused, refused, wrong } from '../refused.ts'
import { idAnswer } from '../result.ts'
import { structured, unstructured } from './page-record.ts'

const kinds = blockKinds.map((kind) => `\`${kind}\``).join(', ')

export const splitBlock: Action<'splitBlock'> = {
  description: 'A block begins at `position`, inside another one.',
  parameters: {
    ...atPlace,
    kind: optional(oneOf(blockKinds, `Kind of the new block, else that of the old one. ${kinds}.`)),
  },
  answer: idAnswer,
  run(_, params, context) {
    const { document } = params.place
    const offset = offsetOf(params)
    if (offset === undefined) return wrong('position')
    const correction = splitAt(document.text, document.page, offset, params.kind)
    if (correction === undefined) {
      return refused(t('A block is split inside its text, not at its edges.'))
    }
    return structured(document, correction, t('Split block'), context)
  },
}

export const setBlockKind: Action<'setBlockKind'> = {
  description: 'Sets the kind of the block at `position`.',
  parameters: {
    ...atPlace,
    kind: orNull(oneOf(blockKinds, `${kinds}; \`null\` leaves it to the program again.`)),
  },
  answer: idAnswer,
  run(_, params, context) {
    const { kind } = params
    const { document } = params.place
    const offset = offsetOf(params)
    if (offset === undefined) return wrong('position')
    const block = blockAt(document.page, offset)
    if (block === undefined) return noBlock()
    if (kind === null) {
      const nothing = t('Nobody has set the kind of this block.')
      return unstructured(document, setKind(block, block.kind), t('Kind of block'), nothing)
    }
    const label = t('Kind of block: {0}', kindLabel(kind))
    return structured(document, setKind(block, kind), label, context)
  },
}

export function noBlock(): Refused {
  return refused(t('There is no block of text here.'))
}

export function offsetOf({ position, range, ranges }: InOffsets<AtPlace>): number | undefined {
  return position ?? range?.start ?? ranges?.[0]?.start
}
