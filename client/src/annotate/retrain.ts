/** *Learn from Done Pages*: asks the server for it, shows that it works, and says what came of it. */
import { commands, type Disposable, l10n, ProgressLocation, window } from 'vscode'
import type { Rates, TrainReport } from '../../../server/src/protocol.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { type Send, sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'

export function retrainCommands(server: Server): Disposable[] {
  const send = sender(server)
  return [commands.registerCommand('biaozhu.retrain', () => retrain(server, send))]
}

async function retrain(server: Server, send: Send): Promise<void> {
  const corpus = await chooseCorpus(server)
  if (corpus === undefined) return
  const title = l10n.t('Learning from done pages')
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => {
      const stopping = token.onCancellationRequested(() => send('retrain', { cancel: true }))
      return send('retrain', corpus).finally(() => stopping.dispose())
    },
  )
  if (answer?.kind === 'answer') showReport(answer.answer)
}

/** The corpus of the page in front, else the only one, else the one that the person names. */
async function chooseCorpus(
  server: Server,
): Promise<{ readonly uri: string } | { readonly corpus: string } | undefined> {
  const document = window.activeTextEditor?.document
  if (document !== undefined && isPageEditorDocument(document)) {
    return { uri: document.uri.toString() }
  }
  const corpora = (await server.request('biaozhu/corpora', {})) ?? []
  const [only] = corpora
  if (only === undefined) {
    void window.showInformationMessage(l10n.t('There is no corpus.'))
    return undefined
  }
  if (corpora.length === 1) return { corpus: only.root }
  const items = corpora.map(({ name, root }) => ({ label: name, root }))
  const chosen = await window.showQuickPick(items, { title: l10n.t('Learn from Done Pages') })
  return chosen === undefined ? undefined : { corpus: chosen.root }
}

function showReport(report: TrainReport | null): void {
  switch (report?.kind) {
    case 'judged':
      return void window.showInformationMessage(judgement(report))
    case 'tooFewPages':
      return void window.showInformationMessage(
        l10n.t('At least two pages have to be done before Biaozhu can learn from them.'),
      )
    case 'busy':
      return void window.showInformationMessage(
        l10n.t('Biaozhu is learning from done pages already.'),
      )
    case 'failed':
      return void window.showErrorMessage(
        l10n.t('Learning from done pages failed: {0}', report.message),
      )
    default:
  }
}

function judgement({ pages, before, after, kept }: TrainReport & { kind: 'judged' }): string {
  const [now, then] = [percent(after), percent(before)]
  return kept
    ? l10n.t(
        'Tried on {0} pages held back: F1 is {1} % instead of {2} %. Suggestions now follow what was learned.',
        pages,
        now,
        then,
      )
    : l10n.t(
        'Tried on {0} pages held back: F1 would be {1} % instead of {2} %. Suggestions stay as they were.',
        pages,
        now,
        then,
      )
}

/** `96.5`. */
function percent({ f1 }: Rates): string {
  return (100 * f1).toFixed(1)
}
