/** Commands on the extension as a whole: what is shown, the server, its log. */
import { commands, type Disposable, type LogOutputChannel } from 'vscode'
import type { Server } from './server/server.ts'
import { flip } from './server/settings.ts'

export function generalCommands(server: Server, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('biaozhu.toggleMarks', () => flip('marks.visible')),
    commands.registerCommand('biaozhu.toggleSuggestions', () => flip('suggestions.visible')),
    commands.registerCommand('biaozhu.restartServer', () => server.restart()),
    commands.registerCommand('biaozhu.showOutput', () => log.show()),
    commands.registerCommand('biaozhu.openWalkthrough', () =>
      commands.executeCommand(
        'workbench.action.openWalkthrough',
        'biaozhu.biaozhu#biaozhu.start',
        false,
      ),
    ),
    commands.registerCommand('biaozhu.cancelIndexing', () => server.cancelProgress()),
  ]
}
