/** *Mark…*, *Mark Again* and *Change Type…*. */
import { commands, type Disposable, l10n, Selection, window } from 'vscode'
import { pageEditor, placeIn, spansIn, targetIn } from './place.ts'
import type { Queue } from './queue.ts'
import type { Review } from './review.ts'
import type { Send } from './send.ts'
import type { Types } from './types.ts'

export interface Marking {
  readonly send: Send
  readonly types: Types
  readonly review: Review
  readonly keys: Queue
}

export function markCommands(marking: Marking): Disposable[] {
  const { types, keys } = marking
  return [
    commands.registerCommand('biaozhu.mark', (given?: { readonly key?: unknown }) => {
      const key = given?.key
      if (typeof key === 'string') return keys.run(() => withKey(marking, key))
      return inBox(marking, 'mark', l10n.t('Mark as'))
    }),
    commands.registerCommand('biaozhu.markAgain', () => {
      const type = types.last()
      if (type === undefined) return inBox(marking, 'mark', l10n.t('Mark as'))
      return keys.run(() => change(marking, 'mark', type))
    }),
    commands.registerCommand('biaozhu.retype', () =>
      inBox(marking, 'retype', l10n.t('Change type to')),
    ),
  ]
}

type Way = 'mark' | 'retype'

async function withKey(marking: Marking, key: string): Promise<void> {
  const editor = pageEditor()
  if (editor === undefined) return
  const type = await marking.types.withKey(editor.document.uri.toString(), key)
  if (type !== undefined) return change(marking, 'mark', type)
  window.setStatusBarMessage(l10n.t('No type has the key {0}.', key), 5000)
}

/** Nothing waits for the box: what other keys ask for meanwhile comes first. */
async function inBox(marking: Marking, way: Way, title: string): Promise<void> {
  const editor = pageEditor()
  if (editor === undefined) return
  const type = await marking.types.ask(editor.document.uri.toString(), title)
  if (type !== undefined) await marking.keys.run(() => change(marking, way, type))
}

async function change(marking: Marking, way: Way, type: string): Promise<void> {
  const { send, types, review } = marking
  const editor = pageEditor()
  if (editor === undefined) return
  const place = placeIn(editor)
  const isReview = review.isHere()
  const answer = await send(way, { ...(way === 'mark' ? spansIn(place) : targetIn(place)), type })
  if (answer?.kind !== 'done') return
  types.used(type)
  if (isReview) return review.go(place, 'next')
  // What was marked is not replaced by the next character that is typed.
  editor.selections = editor.selections.map(({ active }) => new Selection(active, active))
}
