/** The editor's own list of edits: silent steps in it, and what its commands do. */
import { createHash } from 'node:crypto'
import { commands, type TextDocument, window } from 'vscode'
import { uriKey } from '../editor/convert.ts'
import type { EditList } from './history.ts'

/** The list of the editor that has the focus, which shows `document`. */
export function editListOf(document: TextDocument): EditList {
  const run = (command: 'undo' | 'redo') => async () => {
    const { version } = document
    await commands.executeCommand(command)
    return document.version !== version
  }
  return { undo: run('undo'), redo: run('redo'), text: () => textKey(document) }
}

/** Equal for equal texts. */
export function textKey(document: TextDocument): string {
  return createHash('sha1').update(document.getText()).digest('base64')
}

/**
 * Puts a step that changes nothing into the list of a page that is in sight, where an action has its
 * place from then on. False where the page is not in sight.
 */
export async function setSilentStep(uri: string): Promise<boolean> {
  // The editor refuses an edit of a version that is no longer its own: somebody is typing.
  for (let tries = 0; tries < 5; tries++) {
    const active = window.activeTextEditor
    const editors = [...(active === undefined ? [] : [active]), ...window.visibleTextEditors]
    const editor = editors.find(({ document }) => uriKey(document.uri) === uri)
    if (editor === undefined) return false
    const { eol } = editor.document
    const stops = { undoStopBefore: true, undoStopAfter: true }
    if (await editor.edit((builder) => builder.setEndOfLine(eol), stops)) return true
  }
  return false
}
