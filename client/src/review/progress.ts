/** The status bar item `◐ 12/40`: how far the page in front is, and how much of it is decided. */
import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode'
import type { ReviewState } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import { badgeOf } from './badge.ts'
import { isEverything } from './filter.ts'
import { stateText } from './page-state.ts'
import type { ReviewScope } from './scope.ts'

/** `refresh` shows at once what a command has changed. */
export interface Progress extends Disposable {
  refresh(): void
}

export function showProgress(server: Server, scope: ReviewScope): Progress {
  const item = window.createStatusBarItem('biaozhu.review', StatusBarAlignment.Left)
  item.name = l10n.t('Biaozhu: Review of the Page')
  item.command = 'biaozhu.nextSuggestion'
  let asked = 0
  const show = async (): Promise<void> => {
    const turn = ++asked
    const page = activePage()
    const [state, [pageState] = [], today = 0] =
      page === undefined
        ? []
        : await Promise.all([
            server.request('biaozhu/reviewState', { uri: page, filter: scope.filter(page) }),
            server.request('biaozhu/pageStates', { uris: [page] }),
            doneToday(server),
          ])
    // A later question is on its way.
    if (turn !== asked) return
    if (state === undefined || state === null) return item.hide()
    const { done, total } = state
    // The sign of the page in lists of files, where a locked page has the editor's lock instead.
    const sign = pageState === undefined ? '$(checklist)' : badgeOf(pageState).sign
    item.text = `${sign} ${done}/${total}`
    const words = [...wordsOf(state), ...(pageState === undefined ? [] : [stateText(pageState)])]
    item.tooltip = [
      ...words,
      ...(today === 0 ? [] : [l10n.t('Pages done today: {0}', today)]),
      ...(isEverything(scope.scope) ? [] : [l10n.t('The review is filtered.')]),
    ]
      .concat('', l10n.t('Click for the next suggestion.'))
      .join('\n')
    item.accessibilityInformation = { label: words.join(', ') }
    item.show()
  }
  const refresh = (): void => void show()
  const soon = debounced(refresh, 200)
  const subscriptions: readonly Disposable[] = [
    item,
    soon,
    window.onDidChangeActiveTextEditor(refresh),
    server.onDidChange(() => soon.run()),
    server.onDidChangeState(() => soon.run()),
    scope.onDidChange(refresh),
  ]
  refresh()
  return {
    refresh,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** How many pages are done since midnight, as this machine has it. */
export async function doneToday(server: Server): Promise<number> {
  const since = new Date(new Date().setHours(0, 0, 0, 0)).toISOString()
  return (await server.request('biaozhu/doneSince', { since })) ?? 0
}

/** What is counted, line by line; what there is none of is left out. */
function wordsOf({ done, total, open, unsure, doubts, joins }: ReviewState): string[] {
  return [
    l10n.t('{0} of {1} on this page decided', done, total),
    ...(open > 0 ? [l10n.t('open: {0}', open)] : []),
    ...(unsure > 0 ? [l10n.t('flagged as unsure: {0}', unsure)] : []),
    ...(doubts > 0 ? [l10n.t('in doubt since the text changed: {0}', doubts)] : []),
    ...(joins > 0 ? [l10n.t('joins to be confirmed: {0}', joins)] : []),
  ]
}

function activePage(): string | undefined {
  const document = window.activeTextEditor?.document
  return document !== undefined && isPageEditorDocument(document) ? uriKey(document.uri) : undefined
}
