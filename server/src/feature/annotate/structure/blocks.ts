/** Where blocks begin and of which kind they are. */

import { blockKinds } from '../../../page/corrected/correction.ts'
import { setKind, splitAt } from '../../../page/corrected/make-correction.ts'
import { blockAt } from '../../../page/lookup.ts'
import { own } from '../../../values/json.ts'
import { kindLabel } from '../../wording/block-kinds.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionParams, ActionResult } from '../action.ts'
import { idAnswer, refused, wrong } from '../result.ts'
import { structured, unstructured } from './page-record.ts'

const kinds = blockKinds.map((kind) => `\`${kind}\``).join(', ')

export const splitBlock: Action = {
  name: 'splitBlock',
  description: 'A block begins at `position`, inside another one.',
  parameters: { kind: `Kind of the new block, else that of the old one. ${kinds}.` },
  answer: idAnswer,
  run(_, params, context) {
    const { place } = params
    const offset = offsetOf(params)
    const kind = kindIn(params)
    if (place === undefined || offset === undefined) return wrong('position')
    if (kind === undefined && own(params.values, 'kind') !== undefined) return wrong('kind')
    const { document } = place
    const correction = splitAt(document.text, document.page, offset, kind)
    if (correction === undefined) {
      return refused(t('A block is split inside its text, not at its edges.'))
    }
    return structured(document, correction, t('Split block'), context)
  },
}

export const setBlockKind: Action = {
  name: 'setBlockKind',
  description: 'Sets the kind of the block at `position`.',
  parameters: { kind: `${kinds}; \`null\` leaves it to the program again.` },
  answer: idAnswer,
  run(_, params, context) {
    const { place } = params
    const offset = offsetOf(params)
    if (place === undefined || offset === undefined) return wrong('position')
    const { document } = place
    const block = blockAt(document.page, offset)
    if (block === undefined) return noBlock()
    if (own(params.values, 'kind') === null) {
      const nothing = t('Nobody has set the kind of this block.')
      return unstructured(document, setKind(block, block.kind), t('Kind of block'), nothing)
    }
    const kind = kindIn(params)
    if (kind === undefined) return wrong('kind')
    const label = t('Kind of block: {0}', kindLabel(kind))
    return structured(document, setKind(block, kind), label, context)
  },
}

export function noBlock(): ActionResult {
  return refused(t('There is no block of text here.'))
}

export function offsetOf({ offset, span, spans }: ActionParams): number | undefined {
  return offset ?? span?.start ?? spans?.[0]?.start
}

function kindIn({ values }: ActionParams) {
  return blockKinds.find((kind) => kind === own(values, 'kind'))
}
