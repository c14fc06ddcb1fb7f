/**
 * Corrections of the text: the edit is the editor's own, so that its undo knows it, and behind it the
 * server keeps what the source said. Both are taken back as one step.
 */
import { l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { CommandAnswer, Range } from '../../../server/src/protocol.ts'
import { toRange, uriKey } from '../editor/convert.ts'
import type { Send } from '../server/send.ts'
import { textKey } from './edit-list.ts'
import { followEdits } from './edits.ts'
import type { History } from './history.ts'
import { notSaved, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

/** What the server answers to `correctText` and `revertCorrection`. */
interface Plan {
  readonly edit: { readonly uri: string; readonly range: Range; readonly text: string }
  /** Parameters of `recordCorrection`. */
  readonly record: object
}

/** `ask` asks for the plan of a page, which is saved before and after. */
export async function correct(
  history: History,
  page: string,
  { ask, call }: { readonly ask: () => ReturnType<Send>; readonly call: Send },
): Promise<CommandAnswer | undefined> {
  if (!(await savePages([page]))) return notSaved()
  const answer = await ask()
  if (answer?.kind !== 'answer' || !isPlan(answer.answer)) return answer
  const { edit, record } = answer.answer
  const document = await workspace.openTextDocument(Uri.parse(edit.uri))
  const before = textKey(document)
  if (!(await replace(document, edit))) {
    return { kind: 'refused', message: l10n.t('The page could not be edited.') }
  }
  const text = textKey(document)
  const edits = followEdits(page)
  try {
    let recorded: CommandAnswer | undefined
    for (let tries = 0; tries < 5; tries++) {
      if (document.isDirty && !(await document.save())) return notSaved()
      recorded = await call('recordCorrection', shifted(record, edits.changes))
      if (recorded?.kind !== 'refused' || recorded.reason !== 'unsaved') break
    }
    if (recorded?.kind === 'done' && recorded.transaction !== undefined) {
      const { transaction, label } = recorded
      history.did({ transaction, label }, [{ uri: page, text, before, own: 'edit' }])
    }
    return recorded
  } finally {
    edits.dispose()
  }
}

/** An edit of its own in the editor's list. */
async function replace(document: TextDocument, { range, text }: Plan['edit']): Promise<boolean> {
  const editor = window.visibleTextEditors.find(
    (each) => uriKey(each.document.uri) === uriKey(document.uri),
  )
  if (editor !== undefined) {
    const stops = { undoStopBefore: true, undoStopAfter: true }
    return editor.edit((builder) => builder.replace(toRange(range), text), stops)
  }
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, toRange(range), text)
  return workspace.applyEdit(edit)
}

function isPlan(answer: unknown): answer is Plan {
  return typeof answer === 'object' && answer !== null && 'edit' in answer && 'record' in answer
}
