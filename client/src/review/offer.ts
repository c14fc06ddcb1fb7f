/** After a mark: how often the same name is suggested elsewhere, in the status bar, to mark it there too. */
import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode'
import type { DoneAnswer, Identified, NamePreview } from '../../../server/src/protocol.ts'
import { debounced } from '../server/debounced.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'

export interface Offer extends Disposable {
  /** `answer` is that of a mark on the page `uri`. */
  after(uri: string, answer: DoneAnswer<Identified>): void
}

/** So long it can be seen, in ms. */
const shownFor = 20_000

export function offerEverywhere(server: Server, send: Send): Offer {
  const item = window.createStatusBarItem('biaozhu.everywhere', StatusBarAlignment.Left)
  item.name = l10n.t('Biaozhu: Mark Everywhere')
  let marked: { readonly uri: string; readonly id: string } | undefined
  const hide = (): void => {
    marked = undefined
    item.hide()
  }
  const hideLater = debounced(hide, shownFor)
  const ask = async (): Promise<void> => {
    const asked = marked
    if (asked === undefined) return
    const answer = await send('markEverywhere', asked, { quiet: true })
    // Marked again meanwhile.
    if (asked !== marked) return
    const count = answer?.kind === 'answer' ? countOf(answer.answer) : 0
    if (answer?.kind !== 'answer' || count === 0) return hide()
    item.text = `$(search) ${l10n.t('“{0}”: {1} more', answer.answer.name, count)}`
    item.tooltip = l10n.t('Suggested elsewhere as well: click to choose where it is marked too.')
    item.accessibilityInformation = { label: `${item.text.slice(10)}. ${item.tooltip}` }
    item.command = { command: 'biaozhu.markEverywhere', title: '', arguments: [asked] }
    item.show()
  }
  // Marking goes on without it: only behind a pause there is a look at all pages.
  const soon = debounced(() => void ask(), 600)
  const news = server.onDidChange(() => {
    if (marked !== undefined) soon.run()
  })
  return {
    after(uri, answer) {
      const id = answer.answer?.id
      marked = id === undefined ? undefined : { uri, id }
      item.hide()
      soon.run()
      hideLater.run()
    },
    dispose() {
      for (const each of [item, hideLater, soon, news]) each.dispose()
    },
  }
}

/** Suggestions of the name, those with another type too. */
function countOf({ count, otherTypes }: NamePreview): number {
  return Object.values(otherTypes).reduce((sum, each) => sum + each, count)
}
