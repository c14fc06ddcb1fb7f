/** All server commands, with what a client hears of them when it starts. */

import type { OtherCommand, TraitsOf } from '../feature/annotate/action.ts'
import { actions, commandId } from '../feature/annotate/actions.ts'
import { flag, optional, type ParametersOf, page, text } from '../feature/annotate/parameters.ts'
import type { CommandName, CommandParams, CommandTraits, ServerTraits } from '../protocol.ts'
import { defined } from '../values/defined.ts'

/** The commands that are no actions. */
export const otherCommands: {
  readonly [N in OtherCommand]: TraitsOf<N> & {
    readonly parameters: ParametersOf<CommandParams<N>>
  }
} = {
  undo: { parameters: { transaction: text() } },
  redo: { parameters: { transaction: text() } },
  retrain: {
    asks: 'always',
    parameters: {
      place: optional(page),
      corpus: optional(text()),
      cancel: optional(flag()),
    },
  },
}

const commands: { readonly [N in CommandName]: CommandTraits & { readonly parameters: object } } = {
  ...actions,
  ...otherCommands,
}

export const serverTraits: ServerTraits = {
  commands: Object.fromEntries(
    Object.entries<CommandTraits & { readonly parameters: object }>(commands).map(
      ([name, { asks, editsText }]) => [name, defined({ asks, editsText })],
    ),
  ),
}

/** Ids of all server commands. */
export const commandIds: readonly string[] = commandNames().map(commandId)

/** The name of a command by its id. */
export function commandName(id: string): CommandName | undefined {
  return commandNames().find((name) => commandId(name) === id)
}

function commandNames(): readonly CommandName[] {
  return Object.keys(commands).filter((name) => isCommandName(name))
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}
