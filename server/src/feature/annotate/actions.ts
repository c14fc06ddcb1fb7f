/** All actions on annotations, in the order of docs/commands.md. */
import { accept } from './accept.ts'
import type { Action } from './action.ts'
import { confirm, drop, putHere } from './doubts.ts'
import { reject } from './reject.ts'

export const actions: readonly Action[] = [accept, reject, putHere, confirm, drop]

/** Id of the server command of an action. */
export function commandId({ name }: Pick<Action, 'name'>): string {
  return `biaozhu.server.${name}`
}
