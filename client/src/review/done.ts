/** *Page Is Done* and *Reopen Page*. */
import { commands, type Disposable, l10n, type Uri, window } from 'vscode'
import type { OpenThings } from '../../../server/src/protocol.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import type { Send } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { doneToday } from './progress.ts'
import type { ReviewScope } from './scope.ts'

/** Both take the page of the editor in front, or the file of the list that they were chosen in. */
export function doneCommands(server: Server, send: Send, scope: ReviewScope): Disposable[] {
  return [
    commands.registerCommand('biaozhu.markDone', async (file?: Uri) => {
      const page = pageOf(file)
      if (page === undefined || !(await finish(send, scope, page))) return
      const today = await doneToday(server)
      window.setStatusBarMessage(l10n.t('Pages done today: {0}', today), 5000)
    }),
    commands.registerCommand('biaozhu.reopenPage', async (file?: Uri) => {
      const page = pageOf(file)
      if (page !== undefined) await send('reopen', { uri: page })
    }),
  ]
}

/** Whether it is done. */
async function finish(send: Send, scope: ReviewScope, uri: string): Promise<boolean> {
  const values = { uri, filter: scope.filter(uri) }
  const asked = await send('done', values)
  if (asked?.kind !== 'answer') return asked?.kind === 'done'
  const yes = l10n.t('Page Is Done')
  const show = l10n.t('Show What Is Open')
  const detail = openThings(asked.answer).join('\n')
  const question = l10n.t('Something on this page is still open. Is it done all the same?')
  const reject = l10n.t('Done, and Reject the Rest')
  // The first one is what Enter does: nothing is decided by it.
  const choices = asked.answer.open > 0 ? [show, reject, yes] : [show, yes]
  const choice = await window.showWarningMessage(question, { modal: true, detail }, ...choices)
  if (choice === show) await commands.executeCommand('biaozhu.review.focus')
  if (choice !== yes && choice !== reject) return false
  const rest = choice === reject ? { rejectOpen: true } : {}
  return (await send('done', { ...values, force: true, ...rest }))?.kind === 'done'
}

/** What the answer of the server counts, line by line. */
function openThings(counts: OpenThings): string[] {
  const lines: readonly (readonly [keyof OpenThings, (count: number) => string])[] = [
    ['open', (count) => l10n.t('Suggestions: {0}', count)],
    ['unsure', (count) => l10n.t('Flagged as unsure: {0}', count)],
    ['unsureJoins', (count) => l10n.t('Joins to be confirmed: {0}', count)],
    ['doubts', (count) => l10n.t('In doubt since the text changed: {0}', count)],
  ]
  return lines.flatMap(([key, text]) => {
    const count = counts[key]
    return count > 0 ? [text(count)] : []
  })
}

function pageOf(file: Uri | undefined): string | undefined {
  if (file !== undefined) return file.toString()
  const document = window.activeTextEditor?.document
  return document !== undefined && isPageEditorDocument(document)
    ? document.uri.toString()
    : undefined
}
