/** The extension's entry: everything that is there, in the order in which it depends on each other. */
import { type Disposable, type ExtensionContext, l10n, window } from 'vscode'
import { annotateCommands } from './annotate/commands.ts'
import { keysWithoutWaiting, pressAgain } from './annotate/page-keys.ts'
import { retrainCommands } from './annotate/retrain.ts'
import { Articles } from './article/articles.ts'
import { articleCommands } from './article/commands.ts'
import { Changes } from './change/changes.ts'
import { History } from './change/history.ts'
import { keysInOrder } from './change/keys.ts'
import { middleware } from './change/middleware.ts'
import { undoCommands } from './change/undo-commands.ts'
import { generalCommands } from './commands.ts'
import { corpusCommands } from './corpus/commands.ts'
import { FoundMentions } from './editor/found.ts'
import { assignLanguage } from './editor/language.ts'
import { mentionCommands } from './editor/mentions.ts'
import { followPageContext } from './editor/page-context.ts'
import { entityViews } from './entities/views.ts'
import { exchangeCommands } from './exchange/commands.ts'
import { fileCommands } from './files/commands.ts'
import { gitCommands } from './git/commands.ts'
import { PageLock } from './lock/page-lock.ts'
import { followCursor } from './marks/cursor.ts'
import { layerCommands } from './marks/layers.ts'
import { Marks } from './marks/marks.ts'
import { panels } from './panels/panels.ts'
import { relationsView } from './relations/view.ts'
import { bulkCommands } from './review/bulk.ts'
import { doneCommands } from './review/done.ts'
import { type Progress, showProgress } from './review/progress.ts'
import { ReviewScope } from './review/scope.ts'
import { type ReviewView, reviewView } from './review/view.ts'
import { searchView } from './search/view.ts'
import { followCorpora } from './server/presence.ts'
import { sender } from './server/send.ts'
import { Server } from './server/server.ts'
import { State } from './server/state.ts'
import { showStatus } from './server/status.ts'
import { viewCommands } from './views/commands.ts'
import { PageScopes } from './views/page-scope.ts'

let running: Server | undefined

export function activate(context: ExtensionContext): void {
  void keysWithoutWaiting(context)
  const log = window.createOutputChannel(l10n.t('Biaozhu'), { log: true })
  const history = new History()
  const lock = new PageLock()
  const changes = new Changes(history, lock)
  const found = new FoundMentions()
  const scopes = new PageScopes(context.workspaceState)
  const keys = keysInOrder(pressAgain)
  const server: Server = new Server(
    context,
    log,
    middleware(changes, found, () => server),
  )
  const state = new State(server)
  const articles = new Articles(server)
  const marks = new Marks(server, articles)
  const scope = new ReviewScope(context.workspaceState)
  const send = sender(server)
  const reviewed = showProgress(server, scope)
  const review = reviewView(server, { send, scope, scopes, remembered: context.workspaceState })
  running = server
  context.subscriptions.push(
    log,
    server,
    lock,
    state,
    articles,
    marks,
    ...followCursor(server, marks),
    scope,
    found,
    scopes,
    changes,
    reviewed,
    review,
    followAnnotating(changes, { marks, reviewed, review }),
    ...showStatus(server, state),
    ...assignLanguage(server, context.workspaceState),
    ...followPageContext(),
    ...entityViews(server, { state, send, scopes, remembered: context.workspaceState }),
    ...viewCommands(server),
    ...panels({ server, state, context }),
    ...generalCommands(server, log),
    ...mentionCommands(server),
    ...undoCommands(server, { history, keys, lock }),
    ...annotateCommands(server, { context, keys, lock, scope }),
    ...retrainCommands(server),
    ...articleCommands(server, articles),
    ...corpusCommands(server, context.workspaceState, log),
    ...fileCommands(server, send),
    ...layerCommands(server),
    ...bulkCommands(server, send, keys),
    ...doneCommands(server, send, scope),
    ...searchView(server, { send, remembered: context.workspaceState }),
    relationsView(server),
    ...exchangeCommands(server, { send, log }),
    ...gitCommands(server, context, log),
    ...followCorpora(server, log),
  )
}

/** What a command has changed is shown at once. */
function followAnnotating(
  changes: Changes,
  {
    marks,
    reviewed,
    review,
  }: { readonly marks: Marks; readonly reviewed: Progress; readonly review: ReviewView },
): Disposable {
  return changes.onDidAnnotate((pages) => {
    for (const page of pages) void marks.refresh(page)
    reviewed.refresh()
    review.changed(pages)
  })
}

export async function deactivate(): Promise<void> {
  await running?.stop()
}
