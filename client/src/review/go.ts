/** From suggestion to suggestion: after each decision the next one is selected. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { Location, ReviewFilter, ReviewStop } from '../../../server/src/protocol.ts'
import type { Keys } from '../change/keys.ts'
import { type Place, pageEditor, placeIn, targetIn } from '../change/place.ts'
import { uriKey } from '../editor/convert.ts'
import { selectPlace } from '../editor/show.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { areRejectedShown } from '../server/settings.ts'

type Direction = 'next' | 'previous'

export interface Review {
  /** Selects the next or previous suggestion, on another page where this one has no more. */
  go(from: Place, direction: Direction): Promise<void>
  /** Selects where a decision says that the review goes on; nothing is left where it says nothing. */
  arrive(place: Location | undefined): Promise<void>
  /** What is stopped at when the search begins on a page. */
  filter(page: string): ReviewFilter
  /** Whether the selection is a suggestion to which `go` has gone. */
  isHere(): boolean
}

/** `filter` says what is stopped at when the search begins on a page. */
export function reviewOf(server: Server, filter: (page: string) => ReviewFilter): Review {
  let here: string | undefined
  /** Where it was said that the page has nothing before: pressed again there, another page is asked for. */
  let told: string | undefined
  return {
    async go({ uri, position, ranges: [range] }, direction) {
      const found = await server.request('biaozhu/reviewNext', {
        uri,
        position,
        ...(range === undefined ? {} : { range }),
        direction,
        filter: filter(uri),
      })
      const before = told
      told = selected()
      if (direction === 'previous' && found && leaves(uri, found) && before !== told) {
        const message = l10n.t('Nothing is open before it on this page. Again: the page before.')
        window.setStatusBarMessage(message, 5000)
        return
      }
      told = undefined
      await this.arrive(found ?? undefined)
    },
    async arrive(place) {
      if (place === undefined) {
        window.setStatusBarMessage(l10n.t('No suggestion is left.'), 5000)
        return
      }
      await selectPlace(place)
      here = selected()
    },
    filter,
    isHere: () => here !== undefined && here === selected(),
  }
}

export function reviewCommands(send: Send, review: Review, keys: Keys): Disposable[] {
  const decide = (name: 'accept' | 'reject') => () =>
    keys.at(
      async (here) => {
        const place = here.place()
        // The answer says at once where the review goes on: there is no second question.
        const filter = review.filter(place.uri)
        const again = name === 'accept' && areRejectedShown() ? { rejected: true } : {}
        const before = selected()
        const answer = await send(name, { ...targetIn(place), ...again, advance: true, filter })
        // Who has moved on meanwhile is not taken away from there.
        if (answer?.kind === 'done' && selected() === before) await review.arrive(answer.select)
      },
      { moves: true },
    )
  const move = (direction: Direction) => () =>
    keys.at((here) => review.go(here.place(), direction), { moves: true })
  return [
    commands.registerCommand('biaozhu.accept', decide('accept')),
    commands.registerCommand('biaozhu.reject', decide('reject')),
    commands.registerCommand('biaozhu.nextSuggestion', move('next')),
    commands.registerCommand('biaozhu.previousSuggestion', move('previous')),
  ]
}

/** Whether the page before would open, or the last one on this page be shown again. */
function leaves(uri: string, found: ReviewStop): boolean {
  return uriKey(found.uri) !== uriKey(uri) || found.wrapped === true
}

function selected(): string | undefined {
  const editor = pageEditor()
  return editor === undefined ? undefined : JSON.stringify(placeIn(editor))
}
