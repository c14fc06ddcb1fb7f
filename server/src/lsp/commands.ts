/** Server commands: each runs one action of feature/annotate, applies its edits and has them saved. */

import type { Connection } from 'vscode-languageserver/node'
import type { Sidecars } from '../corpus/saving/sidecars.ts'
import { reversed, type Transaction, transactionOf } from '../corpus/saving/transactions.ts'
import { findPage, type PageEdit } from '../corpus/snapshot/model.ts'
import type { Workspace } from '../corpus/snapshot/workspace.ts'
import type { Action, ActionContext, ActionResult, PlacedItem } from '../feature/annotate/action.ts'
import { actions, commandId } from '../feature/annotate/actions.ts'
import { recordCorrection } from '../feature/annotate/correct/record.ts'
import { t } from '../feature/wording/messages.ts'
import type { CommandAnswer, PreviewItem } from '../protocol.ts'
import type { Span } from '../text/span.ts'
import { defined } from '../values/defined.ts'
import { type JsonObject, own } from '../values/json.ts'
import { recent } from '../values/recent.ts'
import type { Announcer } from './announce.ts'
import { paramsOf, toJson } from './command-params.ts'
import { placeToLocation } from './convert.ts'
import { describe } from './guard.ts'
import type { Learning } from './learning.ts'
import { createPendingCorrections } from './pending-corrections.ts'

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
  readonly learning: Pick<Learning, 'retrain' | 'pageDone'>
  /** Whether the client makes edits that the server asks for. */
  readonly canEdit: () => boolean
}

/** Actions that can be taken back: more than anybody takes back one by one. */
const remembered = 1000

/** `saved` is to be called when the editor has saved a page. */
export function answerCommands(context: CommandsContext): { saved(uri: string): Promise<void> } {
  const { connection, workspace } = context
  const byId = new Map(actions.map((action) => [commandId(action), action]))
  const transactions = recent<Transaction | undefined>(remembered)
  const corrections = createPendingCorrections(connection, (values) =>
    perform(recordCorrection, values),
  )

  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    await context.known
    const values = toJson(args[0])
    try {
      if (command === 'biaozhu.server.undo' || command === 'biaozhu.server.redo') {
        return await takeBack(String(own(values, 'transaction')), command.endsWith('redo'))
      }
      if (command === 'biaozhu.server.retrain') return await context.learning.retrain(values)
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
      const { answer, select, items } = result
      if (own(values, 'apply') === true && action.plansEdit === true && context.canEdit()) {
        return corrections.make(answer)
      }
      return { kind: 'answer', answer, ...selection(select), ...listed(items) }
    }
    const unsaved = await unsavedPages(result.edits)
    if (unsaved.length > 0) return unsavedAnswer(unsaved)
    // The text may have become another one while the disk was asked.
    if (result.edits.some(({ uri }) => isMoved(uri))) result = run()
    if (result.kind !== 'edits') return refused(t('The page has changed meanwhile.'))
    const { label, edits, message, items } = result
    const id = newId()
    const transaction = transactionOf(workspace.snapshot(), edits, { id, label })
    if (edits.length > 0) transactions(id, () => transaction)
    const pages = apply(edits)
    if (action.name === 'done' && pages.length > 0) context.learning.pageDone(root)
    const { select, answer } = { ...result, ...result.after?.(workspace.snapshot()) }
    return {
      kind: 'done',
      label,
      pages,
      ...(pages.length === 0 ? {} : { transaction: id }),
      ...selection(select),
      ...defined({ message, answer }),
      ...listed(items),
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

  return { saved: (uri) => corrections.saved(uri) }

  function selection(select: { readonly uri: string; readonly span: Span } | undefined) {
    const place = select === undefined ? undefined : findPage(workspace.snapshot(), select.uri)
    if (select === undefined || place === undefined) return {}
    return { select: placeToLocation({ ...place, span: select.span }) }
  }

  function listed(items: readonly PlacedItem[] | undefined) {
    if (items === undefined) return {}
    return {
      items: items.flatMap(({ uri, span, highlight: { start, end }, ...rest }): PreviewItem[] => {
        const place = findPage(workspace.snapshot(), uri)
        if (place === undefined) return []
        return [{ ...placeToLocation({ ...place, span }), ...rest, highlight: [start, end] }]
      }),
    }
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
