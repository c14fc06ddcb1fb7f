/**
 * Corrections of the text: the edit is the editor's own, so that its undo knows it, and behind it the
 * server keeps what the source said. Both are taken back as one step.
 */
import { l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode'
import type { AnyAnswer, CommandName, CorrectionPlan } from '../../../server/src/protocol.ts'
import { toRange, uriKey } from '../editor/convert.ts'
import { textKey } from './edit-list.ts'
import { followEdits } from './edits.ts'
import type { History } from './history.ts'
import { notSaved, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

/** Has the server answer a command. */
export type Call = (name: CommandName, params: object) => Promise<AnyAnswer | undefined>

/** `ask` asks for the plan of a page, which is saved before and after. */
export async function correct(
  history: History,
  page: string,
  { ask, call }: { readonly ask: () => ReturnType<Call>; readonly call: Call },
): Promise<AnyAnswer | undefined> {
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
    let recorded: AnyAnswer | undefined
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
async function replace(
  document: TextDocument,
  { range, text }: CorrectionPlan['edit'],
): Promise<boolean> {
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

function isPlan(answer: unknown): answer is CorrectionPlan {
  return typeof answer === 'object' && answer !== null && 'edit' in answer && 'record' in answer
}
