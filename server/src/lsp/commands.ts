/** Server commands: each runs one action of feature/annotate, applies its edits and has them saved. */
import type { Connection } from 'vscode-languageserver/node'
import { isObject, type Json, type JsonObject, own } from '../annotation/json.ts'
import { type Document, findPage, type PageEdit, type Snapshot } from '../corpus/model.ts'
import type { Sidecars } from '../corpus/sidecars.ts'
import { reversed, type Transaction, transactionOf } from '../corpus/transactions.ts'
import type { Workspace } from '../corpus/workspace.ts'
import type {
  Action,
  ActionContext,
  ActionParams,
  ActionResult,
  Place,
} from '../feature/annotate/action.ts'
import { actions, commandId } from '../feature/annotate/actions.ts'
import { t } from '../feature/messages.ts'
import type { CommandAnswer, Range } from '../protocol.ts'
import { recent } from '../text/recent.ts'
import type { Span } from '../text/span.ts'
import type { Announcer } from './announce.ts'
import { placeToLocation, positionToOffset, rangeToSpan } from './convert.ts'
import { describe } from './guard.ts'

export interface CommandsContext {
  readonly connection: Connection
  readonly workspace: Workspace
  readonly sidecars: Sidecars
  readonly announcer: Announcer
  /** Settles when it is known which files are pages. */
  readonly known: Promise<void>
  /** Reads a page from disk once more: the editor says that it has saved it. */
  readonly reread: (uri: string) => Promise<void>
  /** `folder`: uri of the corpus root. */
  readonly actionContext: (folder: string) => Promise<ActionContext>
}

/** Ids of all server commands. */
export const commandIds: readonly string[] = [
  ...actions.map(commandId),
  'biaozhu.server.undo',
  'biaozhu.server.redo',
]

/** Actions that can be taken back: more than anybody takes back one by one. */
const remembered = 1000

export function answerCommands(context: CommandsContext): void {
  const { connection, workspace } = context
  const byId = new Map(actions.map((action) => [commandId(action), action]))
  const transactions = recent<Transaction | undefined>(remembered)

  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    await context.known
    const values = toJson(args[0])
    try {
      if (command === 'biaozhu.server.undo' || command === 'biaozhu.server.redo') {
        return await takeBack(String(own(values, 'transaction')), command.endsWith('redo'))
      }
      const action = byId.get(command)
      if (action === undefined) return refused(t('There is no command {0}.', command))
      return await perform(action, values)
    } catch (error) {
      connection.console.error(`${command} failed: ${describe(error)}`)
      return refused(t('That failed; the log says why.'))
    }
  })

  async function perform(action: Action, values: JsonObject): Promise<CommandAnswer> {
    const page = own(values, 'uri')
    const place = typeof page === 'string' ? findPage(workspace.snapshot(), page) : undefined
    const root = place?.corpus.root ?? workspace.snapshot().corpora[0]?.root
    if (root === undefined) return refused(t('There is no corpus.'))
    const { newId, ...rest } = await context.actionContext(root)
    const run = (): ActionResult => {
      const snapshot = workspace.snapshot()
      return action.run(snapshot, paramsOf(snapshot, values), { newId, ...rest })
    }
    let result = run()
    if (result.kind === 'refused') return refused(result.message)
    if (result.kind === 'answer') {
      return { kind: 'answer', answer: result.answer, ...selection(result.select) }
    }
    const unsaved = await unsavedPages(result.edits)
    if (unsaved.length > 0) return unsavedAnswer(unsaved)
    // The text may have become another one while the disk was asked.
    if (result.edits.some(({ uri }) => isMoved(uri))) result = run()
    if (result.kind !== 'edits') return refused(t('The page has changed meanwhile.'))
    const { label, edits, select, message, answer } = result
    const id = newId()
    const transaction = transactionOf(workspace.snapshot(), edits, { id, label })
    if (edits.length > 0) transactions(id, () => transaction)
    const pages = apply(edits)
    return {
      kind: 'done',
      label,
      pages,
      ...(pages.length === 0 ? {} : { transaction: id }),
      ...selection(select),
      ...(message === undefined ? {} : { message }),
      ...(answer === undefined ? {} : { answer }),
    }
  }

  async function takeBack(id: string, again: boolean): Promise<CommandAnswer> {
    const transaction = transactions(id, () => undefined)
    if (transaction === undefined) return refused(t('That can no longer be taken back.'))
    const edits = reversed(transaction, workspace.snapshot(), { again })
    const unsaved = await unsavedPages(edits)
    if (unsaved.length > 0) return unsavedAnswer(unsaved)
    const pages = apply(reversed(transaction, workspace.snapshot(), { again }))
    return { kind: 'done', label: transaction.label, pages, transaction: id }
  }

  const texts = new Map<string, string | undefined>()
  function isMoved(uri: string): boolean {
    return texts.get(uri) !== findPage(workspace.snapshot(), uri)?.document.text
  }

  /** Pages whose buffer differs from their file also after the file was looked at again. */
  async function unsavedPages(edits: readonly PageEdit[]): Promise<readonly string[]> {
    texts.clear()
    const unsaved: string[] = []
    for (const { uri } of edits) {
      const document = findPage(workspace.snapshot(), uri)?.document
      texts.set(uri, document?.text)
      if (document?.saved !== false) continue
      await context.reread(uri)
      if (findPage(workspace.snapshot(), uri)?.document.saved === false) unsaved.push(uri)
    }
    return unsaved
  }

  function apply(edits: readonly PageEdit[]): readonly string[] {
    if (edits.length === 0) return []
    workspace.apply({ kind: 'annotate', edits })
    const uris = [...new Set(edits.map(({ uri }) => uri))]
    for (const uri of uris) void context.sidecars.save(uri)
    context.announcer.changed(uris)
    return uris
  }

  function selection(select: { readonly uri: string; readonly span: Span } | undefined) {
    const place = select === undefined ? undefined : findPage(workspace.snapshot(), select.uri)
    if (select === undefined || place === undefined) return {}
    return { select: placeToLocation({ ...place, span: select.span }) }
  }
}

function refused(message: string): CommandAnswer {
  return { kind: 'refused', message }
}

function unsavedAnswer(pages: readonly string[]): CommandAnswer {
  return {
    kind: 'refused',
    reason: 'unsaved',
    pages,
    message: t(
      'The page has unsaved changes. Save it first: annotations describe the page on disk.',
    ),
  }
}

/** `position`, `range` and `ranges` as offsets of the page `uri`; the same in `from` and `to`. */
function paramsOf(snapshot: Snapshot, values: JsonObject): ActionParams {
  const uri = own(values, 'uri')
  const place = typeof uri === 'string' ? findPage(snapshot, uri) : undefined
  const [from, to] = ['from', 'to'].map((end) => endOf(own(values, end), place?.document))
  return {
    place,
    ...placeOf(values, place?.document),
    ends: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  }
}

function endOf(value: Json | undefined, document: Document | undefined): Place | undefined {
  if (!isObject(value)) return undefined
  const isPosition = toPosition(value) !== undefined
  return placeOf(isPosition ? { position: value } : value, document)
}

function placeOf(values: JsonObject, document: Document | undefined): Place {
  const position = toPosition(own(values, 'position'))
  const range = toRange(own(values, 'range'))
  const ranges = own(values, 'ranges')
  const spanOf = (each: Range): Span | undefined =>
    document === undefined ? undefined : rangeToSpan(document, each)
  return {
    offset:
      position === undefined || document === undefined
        ? undefined
        : positionToOffset(document, position),
    span: range === undefined ? undefined : spanOf(range),
    spans: Array.isArray(ranges)
      ? ranges.flatMap((each: Json) => {
          const read = toRange(each)
          const span = read === undefined ? undefined : spanOf(read)
          return span === undefined ? [] : [span]
        })
      : undefined,
    values,
  }
}

function toPosition(value: Json | undefined) {
  if (!isObject(value)) return undefined
  const [line, character] = [own(value, 'line'), own(value, 'character')]
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : undefined
}

function toRange(value: Json | undefined): Range | undefined {
  if (!isObject(value)) return undefined
  const [start, end] = [toPosition(own(value, 'start')), toPosition(own(value, 'end'))]
  return start === undefined || end === undefined ? undefined : { start, end }
}

function toJson(value: unknown): JsonObject {
  const json: Json | undefined = JSON.parse(JSON.stringify(value ?? {}))
  return isObject(json) ? json : {}
}
