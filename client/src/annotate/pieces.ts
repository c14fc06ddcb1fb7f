/** A selection that another block cuts through: what of it belongs together is offered. */
import { l10n } from 'vscode'
import type { Range } from '../../../server/src/protocol.ts'
import type { Place } from '../change/place.ts'
import type { Boxes } from '../pick/boxes.ts'
import type { Send } from '../server/send.ts'

/** The place with the ranges that the person wants; `undefined` where the box was left. */
export async function inPieces(send: Send, boxes: Boxes, place: Place): Promise<Place | undefined> {
  const [range, ...others] = place.ranges
  // Within a line nothing is cut.
  if (range === undefined || others.length > 0 || range.start.line === range.end.line) return place
  const answer = await send('fragmentsOf', { uri: place.uri, range })
  if (answer?.kind !== 'answer') return place
  const { ranges, texts, whole } = answer.answer
  if (whole || ranges.length === 0) return place
  const choices = [
    { label: texts.join(' … '), key: '1', description: l10n.t('of one article'), value: ranges },
    { label: l10n.t('Everything that is selected'), key: '2', value: place.ranges },
  ]
  const title = l10n.t('Another block is in between')
  const chosen = await boxes.choose<readonly Range[]>({ choices }, { title })
  return chosen && { ...place, ranges: chosen }
}
