/** *Undo* and *Redo* on a page: edits and annotations in the order in which they were made. */
import {
  commands,
  type Disposable,
  l10n,
  TextDocumentChangeReason,
  window,
  workspace,
} from 'vscode'
import { uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { type Send, sender } from '../server/send.ts'
import type { Server } from '../server/server.ts'
import { editListOf } from './edit-list.ts'
import type { History, Step } from './history.ts'
import type { Queue } from './queue.ts'

type Way = 'undo' | 'redo'

/** `keys` holds what keys have asked for: fast ones are answered in their order. */
export function undoCommands(server: Server, history: History, keys: Queue): Disposable[] {
  const send = sender(server)
  const run = (way: Way) => (given?: { readonly last?: unknown }) =>
    keys.run(() =>
      given?.last === true ? runLast(send, way, history) : takeBack(send, way, history),
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

async function takeBack(send: Send, way: Way, history: History): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document === undefined) {
    await runLast(send, way, history)
  } else if (!isPageEditorDocument(document)) {
    await commands.executeCommand(way)
  } else {
    const uri = uriKey(document.uri)
    const step = await history[way](uri, editListOf(document))
    if (step !== undefined && !(await run(send, way, step))) history.failed(uri, step, way)
  }
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
