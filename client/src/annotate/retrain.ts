/** *Learn from Done Pages*: asks the server for it, shows that it works, and says what came of it. */
import { commands, type Disposable, l10n, ProgressLocation, window } from 'vscode'
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
  if (answer?.kind === 'refused') void window.showWarningMessage(answer.message)
  else if (answer?.kind === 'answer') tell(answer.answer)
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

/** `answer` is the server's `TrainReport`. */
function tell(answer: unknown): void {
  const report = new Map<string, unknown>(Object.entries(answer ?? {}))
  switch (report.get('kind')) {
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
        l10n.t('Learning from done pages failed: {0}', String(report.get('message'))),
      )
    default:
  }
}

function judgement(report: ReadonlyMap<string, unknown>): string {
  const [before, after] = [f1Of(report.get('before')), f1Of(report.get('after'))]
  const pages = Number(report.get('pages'))
  return report.get('kept') === true
    ? l10n.t(
        'Tried on {0} pages held back: F1 is {1} % instead of {2} %. Suggestions now follow what was learned.',
        pages,
        after,
        before,
      )
    : l10n.t(
        'Tried on {0} pages held back: F1 would be {1} % instead of {2} %. Suggestions stay as they were.',
        pages,
        after,
        before,
      )
}

/** In percent, as `96.5`. */
function f1Of(rates: unknown): string {
  const f1 = new Map<string, unknown>(Object.entries(rates ?? {})).get('f1')
  return (100 * Number(f1)).toFixed(1)
}
