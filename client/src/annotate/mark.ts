/** *Mark…*, *Mark Again* and *Change Type…*. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { Here, Keys } from '../change/keys.ts'
import { pageEditor, spansIn, targetIn } from '../change/place.ts'
import type { Boxes } from '../pick/boxes.ts'
import type { Review } from '../review/go.ts'
import type { Offer } from '../review/offer.ts'
import type { Send } from '../server/send.ts'
import { inPieces } from './pieces.ts'
import type { Types } from './types.ts'

export interface Marking {
  readonly send: Send
  readonly types: Types
  readonly review: Review
  readonly keys: Keys
  readonly offer: Offer
}

export function markCommands(marking: Marking): Disposable[] {
  const { types, review, keys } = marking
  const at = (work: (pressed: Pressed) => Promise<unknown>) => {
    const options = { moves: review.isHere() }
    return isCut()
      ? keys.ask((...pressed) => work(pressed), options)
      : keys.at((here) => work([here]), options)
  }
  return [
    commands.registerCommand('biaozhu.mark', (given?: { readonly type?: unknown }) => {
      const type = given?.type
      if (typeof type === 'string') return at((pressed) => change(marking, pressed, 'mark', type))
      return inBox(marking, 'mark', l10n.t('Mark as'))
    }),
    commands.registerCommand('biaozhu.markWithKey', (given?: { readonly key?: unknown }) => {
      const key = given?.key
      return typeof key === 'string' ? at((pressed) => withKey(marking, pressed, key)) : undefined
    }),
    commands.registerCommand('biaozhu.markAgain', () => {
      const type = types.last()
      if (type === undefined) return inBox(marking, 'mark', l10n.t('Mark as'))
      return at((pressed) => change(marking, pressed, 'mark', type))
    }),
    commands.registerCommand('biaozhu.retype', () =>
      inBox(marking, 'retype', l10n.t('Change type to')),
    ),
  ]
}

type Way = 'mark' | 'retype'
type Pressed = readonly [here: Here, boxes?: Boxes]

/** Whether it may be asked which pieces of the selection are meant. */
function isCut(): boolean {
  return pageEditor()?.selections.some(({ isSingleLine }) => !isSingleLine) === true
}

async function withKey(marking: Marking, pressed: Pressed, key: string): Promise<void> {
  const type = await marking.types.withKey(pressed[0].place().uri, key)
  if (type !== undefined) return change(marking, pressed, 'mark', type)
  window.setStatusBarMessage(l10n.t('No type has the key {0}.', key), 5000)
}

/** Keys that were pressed before are answered before the box opens; none is behind it. */
function inBox(marking: Marking, way: Way, title: string): Promise<void> {
  return marking.keys.ask(async (here, boxes) => {
    const type = await marking.types.ask(boxes, here.place().uri, title)
    if (type !== undefined) await change(marking, [here, boxes], way, type)
  })
}

async function change(
  marking: Marking,
  [here, boxes]: Pressed,
  way: Way,
  type: string,
): Promise<void> {
  const { send, types, review, offer } = marking
  const isReview = review.isHere()
  const isPiecewise = way === 'mark' && boxes !== undefined
  const place = isPiecewise ? await inPieces(send, boxes, here.place()) : here.place()
  if (place === undefined) return
  const answer =
    way === 'mark'
      ? await send('mark', { ...spansIn(place), type })
      : await send('retype', { ...targetIn(place), type })
  if (answer?.kind !== 'done') return
  types.used(type)
  if (way === 'mark') offer.after(place.uri, answer)
  // Else the selection stays: keys that follow at once shall mean what they always mean.
  if (isReview) await review.go(place, 'next')
}
