/** Server commands: each performs one action of feature/annotate, or takes one back. */

import type { Connection, ExecuteCommandParams } from 'vscode-languageserver/node'
import { findPage, type Snapshot } from '../corpus/snapshot/model.ts'
import { normalUri } from '../disk/uri.ts'
import type { ActionContext, ActionName, PlacedItem, Selected } from '../feature/annotate/action.ts'
import { actions, runAction } from '../feature/annotate/actions.ts'
import { readParameters } from '../feature/annotate/parameters.ts'
import type { Performed, Performer } from '../feature/annotate/perform.ts'
import { refused } from '../feature/annotate/refused.ts'
import { t } from '../feature/wording/messages.ts'
import type { AnyAnswer, CommandName, CommandParams, PreviewItem } from '../protocol.ts'
import { isObject, type Json, type JsonObject, own } from '../values/json.ts'
import { commandName, otherCommands } from './command-list.ts'
import { placeToLocation } from './convert.ts'
import { describe } from './guard.ts'
import type { Learning } from './learning.ts'
import { PendingCorrections } from './pending-corrections.ts'

export interface CommandsContext {
  readonly connection: Connection
  readonly snapshot: () => Snapshot
  readonly performer: Performer
  /** Settles when it is known which files are pages. */
  readonly known: Promise<void>
  /** Resolves when the mentions of a page are known, so that asking for them does not keep others waiting. */
  readonly analysed: (uri: string) => Promise<void>
  /** `folder`: uri of the corpus root. */
  readonly actionContext: (folder: string) => Promise<ActionContext>
  readonly learning: Pick<Learning, 'retrain' | 'pageDone'>
  /** Whether the client makes edits that the server asks for. */
  readonly canEdit: () => boolean
}

export class CommandRequests {
  readonly #context: CommandsContext
  readonly #corrections: PendingCorrections

  constructor(context: CommandsContext) {
    this.#context = context
    this.#corrections = new PendingCorrections(context.connection, (record) =>
      this.#act('recordCorrection', toJson(record)),
    )
  }

  /** Answers commands from now on. */
  answer(): void {
    this.#context.connection.onExecuteCommand((params) => this.#execute(params))
  }

  /** The editor has saved a page: corrections that wait for that are recorded. */
  saved(uri: string): Promise<void> {
    return this.#corrections.saved(uri)
  }

  async #execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<AnyAnswer> {
    await this.#context.known
    const name = commandName(command)
    if (name === undefined) return refused(t('There is no command {0}.', command))
    try {
      const values = toJson(args[0])
      const uri = own(values, 'uri')
      if (typeof uri === 'string') await this.#context.analysed(uri)
      return await this.#answerTo(name, values)
    } catch (error) {
      this.#context.connection.console.error(`${command} failed: ${describe(error)}`)
      return refused(t('That failed; the log says why.'))
    }
  }

  #answerTo(name: CommandName, values: JsonObject): Promise<AnyAnswer> {
    switch (name) {
      case 'undo':
      case 'redo':
        return this.#takeBack(name, values)
      case 'retrain':
        return this.#retrain(values)
      case 'correctText':
      case 'revertCorrection':
        return own(values, 'apply') === true && this.#context.canEdit()
          ? this.#editText(name, values)
          : this.#act(name, values)
      default:
        return this.#act(name, values)
    }
  }

  async #act(name: ActionName, values: JsonObject): Promise<AnyAnswer> {
    const root = this.#rootOf(values)
    if (root === undefined) return refused(t('There is no corpus.'))
    const context = await this.#context.actionContext(root)
    const performed = await this.#context.performer.perform((snapshot) =>
      runAction(name, values, snapshot, context),
    )
    const isChanged = performed.kind === 'done' && performed.pages.length > 0
    if (isChanged && actions[name].finishesPage) this.#context.learning.pageDone(root)
    return this.#answerOf(performed)
  }

  /** Makes the edit that an action plans, for clients that leave that to the server. */
  async #editText(
    name: 'correctText' | 'revertCorrection',
    values: JsonObject,
  ): Promise<AnyAnswer> {
    const root = this.#rootOf(values)
    if (root === undefined) return refused(t('There is no corpus.'))
    const context = await this.#context.actionContext(root)
    const result = runAction(name, values, this.#context.snapshot(), context)
    return result.kind === 'answer' ? this.#corrections.make(result.answer) : result
  }

  async #takeBack(name: 'undo' | 'redo', values: JsonObject): Promise<AnyAnswer> {
    const { parameters } = otherCommands[name]
    const snapshot = this.#context.snapshot()
    const reading = readParameters<CommandParams<'undo'>>(parameters, values, { snapshot })
    if (reading.kind === 'refused') return reading
    const { transaction } = reading.params
    return this.#answerOf(await this.#context.performer.takeBack(transaction, name))
  }

  async #retrain(values: JsonObject): Promise<AnyAnswer> {
    const { parameters } = otherCommands.retrain
    const snapshot = this.#context.snapshot()
    const reading = readParameters<CommandParams<'retrain'>>(parameters, values, { snapshot })
    return reading.kind === 'refused' ? reading : this.#context.learning.retrain(reading.params)
  }

  /** Root of the corpus that a command is about: of its page, else the one that it names, else the first one. */
  #rootOf(values: JsonObject): string | undefined {
    const snapshot = this.#context.snapshot()
    const uri = own(values, 'uri')
    const place = typeof uri === 'string' ? findPage(snapshot, uri) : undefined
    const named = own(values, 'corpus')
    const corpus = snapshot.corpora.find(
      ({ root }) => typeof named === 'string' && root === normalUri(named),
    )
    return (place?.corpus ?? corpus ?? snapshot.corpora[0])?.root
  }

  /** With ranges instead of spans. */
  #answerOf(performed: Performed): AnyAnswer {
    if (performed.kind === 'refused') return performed
    const { select, items, ...rest } = performed
    const snapshot = this.#context.snapshot()
    const location = select === undefined ? undefined : locationOf(snapshot, select)
    return {
      ...rest,
      ...(location === undefined ? {} : { select: location }),
      ...(items === undefined
        ? {}
        : { items: items.flatMap((item) => previewItem(snapshot, item) ?? []) }),
    }
  }
}

function locationOf(snapshot: Snapshot, { uri, span }: Selected) {
  const place = findPage(snapshot, uri)
  return place === undefined ? undefined : placeToLocation({ ...place, span })
}

function previewItem(
  snapshot: Snapshot,
  { uri, span, highlight: { start, end }, ...rest }: PlacedItem,
): PreviewItem | undefined {
  const location = locationOf(snapshot, { uri, span })
  return location && { ...location, ...rest, highlight: [start, end] }
}

/** The argument of a command as JSON; what is no object has no parameters. */
function toJson(value: unknown): JsonObject {
  const json: Json | undefined = JSON.parse(JSON.stringify(value ?? {}))
  return isObject(json) ? json : {}
}
