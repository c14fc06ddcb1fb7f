/** The server commands that a client may call. */
import { actions, commandId } from '../feature/annotate/actions.ts'

/** Ids of all server commands. */
export const commandIds: readonly string[] = [
  ...actions.map(commandId),
  'biaozhu.server.undo',
  'biaozhu.server.redo',
  'biaozhu.server.retrain',
]
