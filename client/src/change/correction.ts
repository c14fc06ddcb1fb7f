/**
 * Corrections of the text: the edit is the editor's own, so that its undo knows it, and behind it the
 * server keeps what the source said. Both are taken back as one step.
 */
import { EndOfLine, l10n, type TextDocument, type TextEditor, Uri, window, workspace } from 'vscode'
import type { AnyAnswer, CommandName, CorrectionPlan } from '../../../server/src/protocol.ts'
import { toRange, uriKey } from '../editor/convert.ts'
import type { PageLock } from '../lock/page-lock.ts'
import { textKey } from './edit-list.ts'
import { followEdits } from './edits.ts'
import type { History } from './history.ts'
import { notSaved, revert, saveExactly, savePages } from './saving.ts'
import { shifted } from './shifted.ts'

/** Has the server answer a command. */
export type Call = (name: CommandName, params: object) => Promise<AnyAnswer | undefined>

export interface Correcting {
  /** Asks for the plan. */
  readonly ask: () => ReturnType<Call>
  readonly call: Call
  readonly lock: PageLock
}

/** The page is saved before and after; a locked one is locked again then. */
export async function correct(
  history: History,
  page: string,
  { ask, call, lock }: Correcting,
): Promise<AnyAnswer | undefined> {
  if (!(await savePages([page]))) return notSaved()
  const answer = await ask()
  if (answer?.kind !== 'answer' || !isPlan(answer.answer)) return answer
  const { edit, record } = answer.answer
  const document = await workspace.openTextDocument(Uri.parse(edit.uri))
  const before = textKey(document)
  const text = await written(document, edit, lock)
  if (text === undefined) {
    return { kind: 'refused', message: l10n.t('The page could not be edited.') }
  }
  const edits = followEdits(page)
  try {
    let recorded: AnyAnswer | undefined
    for (let tries = 0; tries < 5; tries++) {
      recorded = await call('recordCorrection', shifted(record, edits.changes))
      if (recorded?.kind !== 'refused' || recorded.reason !== 'unsaved') break
      if (!(await savePages([page]))) return notSaved()
    }
    if (recorded?.kind === 'done' && recorded.transaction !== undefined) {
      const { transaction, label } = recorded
      history.did({ transaction, label }, [{ uri: page, text, before, inEditor: 'edit' }])
    }
    return recorded
  } finally {
    edits.dispose()
  }
}

/** Edits the page and saves it: what stands for its text then, `undefined` where that did not work. */
async function written(
  document: TextDocument,
  { range, text }: CorrectionPlan['edit'],
  lock: PageLock,
): Promise<string | undefined> {
  const where = toRange(range)
  const [from, to] = [document.offsetAt(where.start), document.offsetAt(where.end)]
  const before = document.getText()
  // As the editor will hold it: in the line ends of the page.
  const wanted = before.slice(0, from) + text.replaceAll('\n', eolOf(document)) + before.slice(to)
  const edit = async (): Promise<boolean> => {
    const editor = await editorOf(document)
    const stops = { undoStopBefore: true, undoStopAfter: true }
    await editor.edit((builder) => builder.replace(where, text), stops)
    if (document.getText() === before) return false
    const { uri } = document
    // What a person types into an unlocked page meanwhile is a person's edit.
    const isSaved =
      lock.isEdited(uriKey(uri)) || document.getText() === wanted
        ? await saveExactly(document, wanted)
        : await savePages([uriKey(uri)])
    if (isSaved) return true
    await revert(document)
    return false
  }
  // Where a person has locked it by the editor's own command, the first one changes nothing.
  const isWritten =
    (await lock.edit(document, edit)) ||
    (document.getText() === before && (await lock.edit(document, edit, { always: true })))
  return isWritten ? textKey(document) : undefined
}

async function editorOf(document: TextDocument): Promise<TextEditor> {
  const visible = window.visibleTextEditors.find(
    (each) => uriKey(each.document.uri) === uriKey(document.uri),
  )
  return visible ?? window.showTextDocument(document, { preserveFocus: true, preview: false })
}

function eolOf({ eol }: TextDocument): string {
  return eol === EndOfLine.CRLF ? '\r\n' : '\n'
}

function isPlan(answer: unknown): answer is CorrectionPlan {
  return typeof answer === 'object' && answer !== null && 'edit' in answer && 'record' in answer
}
