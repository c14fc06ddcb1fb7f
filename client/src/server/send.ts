/** Server commands, called with one argument. */
import { commands, l10n, window } from 'vscode'
import type { CommandAnswer } from '../../../server/src/protocol.ts'
import type { Server } from './server.ts'

export type Send = (name: string, values: object) => Promise<CommandAnswer | undefined>

/** `undefined` where there is no answer; the person has been told why. */
export function sender(server: Server): Send {
  return async (name, values) => {
    if (server.state !== 'running') {
      window.setStatusBarMessage(l10n.t('The Biaozhu server is not running.'), 5000)
      return undefined
    }
    return commands.executeCommand<CommandAnswer>(`biaozhu.server.${name}`, values)
  }
}
