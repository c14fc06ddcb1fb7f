/** Server commands, called with one argument. */
import { commands, l10n, window } from 'vscode'
import type { CommandAnswer, CommandName, CommandParams } from '../../../server/src/protocol.ts'
import type { Server } from './server.ts'

/** How a command is sent, beside what it takes. */
export interface Sending {
  /** Nobody has asked for it: a refusal is not shown. */
  readonly quiet?: boolean
}

export type Send = <N extends CommandName>(
  name: N,
  params: CommandParams<N>,
  how?: Sending,
) => Promise<CommandAnswer<N> | undefined>

/** `undefined` where there is no answer; the person has been told why. */
export function sender(server: Server): Send {
  return async (name, params, how = {}) => {
    if (server.state !== 'running') {
      window.setStatusBarMessage(l10n.t('The Biaozhu server is not running.'), 5000)
      return undefined
    }
    return commands.executeCommand(`biaozhu.server.${name}`, params, how)
  }
}
