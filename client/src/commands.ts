/** Commands on the extension as a whole: what is shown, the server, its log. */
import { commands, type Disposable, type LogOutputChannel } from 'vscode'
import type { Server } from './server/server.ts'
import { flip } from './server/settings.ts'

/** `progress` gives the token of the server's work in progress. */
export function generalCommands(
  server: Server,
  log: LogOutputChannel,
  progress: () => string | number | undefined,
): Disposable[] {
  return [
    commands.registerCommand('biaozhu.toggleMarks', () => flip('marks.visible')),
    commands.registerCommand('biaozhu.toggleSuggestions', () => flip('suggestions.visible')),
    commands.registerCommand('biaozhu.restartServer', () => server.restart()),
    commands.registerCommand('biaozhu.showOutput', () => log.show()),
    commands.registerCommand('biaozhu.cancelIndexing', async () => {
      const token = progress()
      if (token !== undefined) await server.cancelProgress(token)
    }),
  ]
}
