/** *Undo* and *Redo* on a page: edits and annotations in the order in which they were made. */
import {
  commands,
  type Disposable,
  l10n,
  type TextDocument,
  TextDocumentChangeReason,
  window,
  workspace,
} from 'vscode'
import { uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import type { PageLock } from '../lock/page-lock.ts'
import { type Send, sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { editListOf } from './edit-list.ts'
import type { History, Step } from './history.ts'
import type { Queue } from './queue.ts'
import { revert, saveExactly } from './saving.ts'

type Way = 'undo' | 'redo'

export interface Undoing {
  readonly history: History
  /** What keys have asked for: fast ones are answered in their order. */
  readonly keys: Queue
  readonly lock: PageLock
}

export function undoCommands(server: Server, undoing: Undoing): Disposable[] {
  const { history, keys } = undoing
  const send = sender(server)
  const run = (way: Way) => (given?: { readonly last?: unknown }) =>
    keys.run(() =>
      given?.last === true ? runLast(send, way, history) : takeBack(send, way, undoing),
    )
  return [
    commands.registerCommand('biaozhu.undo', run('undo')),
    commands.registerCommand('biaozhu.redo', run('redo')),
    workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (contentChanges.length > 0) history.edited(uriKey(document.uri), wayOf(reason))
    }),
    server.onDidChangeState((state) => {
      if (state === 'stopped' || state === 'failed') history.clear()
    }),
  ]
}

async function takeBack(send: Send, way: Way, { history, lock }: Undoing): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document === undefined) {
    await runLast(send, way, history)
  } else if (!isPageEditorDocument(document)) {
    await commands.executeCommand(way)
  } else {
    const uri = uriKey(document.uri)
    const isOwn = history.isEdit(uri, way) && !document.isDirty
    const next = () => history[way](uri, editListOf(document))
    const failed = (each: Step) => history.failed(uri, each, way)
    const step = isOwn
      ? await lock.edit(document, () => written(document, next, { lock, failed }))
      : await next()
    if (step !== undefined && !(await run(send, way, step))) failed(step)
  }
}

/** A correction that is taken back, or made again, is on disk before the lock closes. */
async function written(
  document: TextDocument,
  next: () => Promise<Step | undefined>,
  { lock, failed }: { readonly lock: PageLock; readonly failed: (step: Step) => void },
): Promise<Step | undefined> {
  const step = await next()
  if (step !== undefined && (await saveExactly(document, document.getText()))) return step
  // Something else was next, which no person can have done while the page was locked.
  if (document.isDirty && lock.isEdited(uriKey(document.uri))) await revert(document)
  if (step !== undefined) failed(step)
  return undefined
}

/** In a view: the last action of all, whatever the page. */
async function runLast(send: Send, way: Way, history: History): Promise<void> {
  const step = history.last(way === 'undo' ? 'done' : 'undone')
  if (step !== undefined) await run(send, way, step)
}

/** False where the server would not. */
async function run(send: Send, way: Way, { transaction, label }: Step): Promise<boolean> {
  const answer = await send(way, { transaction })
  if (answer?.kind !== 'done') return false
  const text = way === 'undo' ? l10n.t('Undone: {0}', label) : l10n.t('Redone: {0}', label)
  window.setStatusBarMessage(text, 5000)
  return true
}

function wayOf(reason: TextDocumentChangeReason | undefined): 'edit' | 'undo' | 'redo' {
  if (reason === TextDocumentChangeReason.Undo) return 'undo'
  return reason === TextDocumentChangeReason.Redo ? 'redo' : 'edit'
}
