/** From suggestion to suggestion: after each decision the next one is selected. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { Server } from '../client.ts'
import { selectPlace } from '../show.ts'
import { type Place, pageEditor, placeIn, targetIn } from './place.ts'
import type { Queue } from './queue.ts'
import type { Send } from './send.ts'

type Direction = 'next' | 'previous'

export interface Review {
  /** Selects the next or previous suggestion, on another page where this one has no more. */
  go(from: Place, direction: Direction): Promise<void>
  /** Whether the selection is a suggestion to which `go` has gone. */
  isHere(): boolean
}

export function reviewOf(server: Server): Review {
  let here: string | undefined
  return {
    async go({ uri, position, ranges: [range] }, direction) {
      const found = await server.request('biaozhu/reviewNext', {
        uri,
        position,
        ...(range === undefined ? {} : { range }),
        direction,
      })
      if (found === undefined || found === null) {
        window.setStatusBarMessage(l10n.t('No suggestion is left.'), 5000)
        return
      }
      await selectPlace(found)
      here = selected()
    },
    isHere: () => here !== undefined && here === selected(),
  }
}

export function reviewCommands(send: Send, review: Review, keys: Queue): Disposable[] {
  const decide = (name: 'accept' | 'reject') => () =>
    keys.run(async () => {
      const editor = pageEditor()
      if (editor === undefined) return
      const place = placeIn(editor)
      const answer = await send(name, targetIn(place))
      if (answer?.kind === 'done') await review.go(place, 'next')
    })
  const move = (direction: Direction) => () =>
    keys.run(async () => {
      const editor = pageEditor()
      if (editor !== undefined) await review.go(placeIn(editor), direction)
    })
  return [
    commands.registerCommand('biaozhu.accept', decide('accept')),
    commands.registerCommand('biaozhu.reject', decide('reject')),
    commands.registerCommand('biaozhu.nextSuggestion', move('next')),
    commands.registerCommand('biaozhu.previousSuggestion', move('previous')),
  ]
}

function selected(): string | undefined {
  const editor = pageEditor()
  return editor === undefined ? undefined : JSON.stringify(placeIn(editor))
}
