/** Going to a place of a page. */
import { Selection, TextEditorRevealType, window, workspace } from 'vscode'
import type * as protocol from '../../../server/src/protocol.ts'
import { toLocation, uriKey } from './convert.ts'

/** Selects the range, in the editor in front where that shows the page. */
export async function selectPlace(location: protocol.Location): Promise<void> {
  const { uri, range } = toLocation(location)
  const selection = new Selection(range.start, range.end)
  const editor = window.activeTextEditor
  if (editor !== undefined && uriKey(editor.document.uri) === uriKey(uri)) {
    editor.selection = selection
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
    return
  }
  const document = await workspace.openTextDocument(uri)
  await window.showTextDocument(document, { preview: true, selection })
}
