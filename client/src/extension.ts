/** The extension's entry: everything that is there, in the order in which it depends on each other. */
import { type ExtensionContext, l10n, window } from 'vscode'
import { Changes } from './annotate/changes.ts'
import { annotateCommands } from './annotate/commands.ts'
import { queue } from './annotate/queue.ts'
import { Articles } from './article/articles.ts'
import { articleCommands } from './article/commands.ts'
import { Server } from './client.ts'
import { generalCommands } from './commands.ts'
import { corpusCommands } from './corpus/commands.ts'
import { gitCommands } from './git/commands.ts'
import { assignLanguage } from './language.ts'
import { Marks } from './marks/marks.ts'
import { mentionCommands } from './mentions.ts'
import { middleware } from './middleware.ts'
import { followCorpora } from './presence.ts'
import { State } from './state.ts'
import { showStatus } from './status.ts'
import { undoCommands } from './undo/commands.ts'
import { History } from './undo/history.ts'
import { viewCommands } from './views/commands.ts'
import { entitiesView } from './views/entities.ts'
import { initiativesView } from './views/initiatives.ts'

let running: Server | undefined

export function activate(context: ExtensionContext): void {
  let progress: string | number | undefined
  const log = window.createOutputChannel(l10n.t('Biaozhu'), { log: true })
  const history = new History()
  const changes = new Changes(history)
  const keys = queue()
  const server = new Server(
    context,
    log,
    middleware(changes, (token) => {
      progress = token
    }),
  )
  const state = new State(server)
  const articles = new Articles(server)
  const marks = new Marks(server, articles)
  running = server
  context.subscriptions.push(
    log,
    server,
    state,
    articles,
    marks,
    changes,
    changes.onDidAnnotate((pages) => {
      for (const page of pages) void marks.refresh(page)
    }),
    ...showStatus(server, state),
    ...assignLanguage(server, context.workspaceState),
    ...initiativesView(server, state, context.workspaceState),
    ...entitiesView(server, state),
    ...viewCommands(server),
    ...generalCommands(server, log, () => progress),
    ...mentionCommands(server),
    ...undoCommands(server, history, keys),
    ...annotateCommands(server, keys, context.workspaceState),
    ...articleCommands(server, articles),
    ...corpusCommands(server),
    ...gitCommands(server, context, log),
    ...followCorpora(server, log),
  )
}

export async function deactivate(): Promise<void> {
  await running?.stop()
}
