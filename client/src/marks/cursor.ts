/** Frames around the mention under the cursor and, after a moment, around what it is related to. */
import { type Disposable, type TextEditor, window } from 'vscode'
import { fromPosition, uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'
import type { Marks } from './marks.ts'
import { markAt } from './overlaps.ts'

export function followCursor(server: Server, marks: Marks): Disposable[] {
  let framed: TextEditor | undefined
  const frameRelated = debounced(() => void related(server, marks), 150)
  const follow = (): void => {
    const editor = window.activeTextEditor
    if (framed !== undefined && framed !== editor && window.visibleTextEditors.includes(framed)) {
      marks.frame(framed, 'current', [])
      marks.frame(framed, 'related', [])
    }
    framed = editor
    if (editor === undefined || !isPageEditorDocument(editor.document)) return
    const mark = markAt(marks.of(editor), fromPosition(editor.selection.start))
    marks.frame(editor, 'current', mark?.ranges ?? [])
    frameRelated.run()
  }
  return [
    frameRelated,
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) follow()
    }),
    marks.onDidPaint((editor) => {
      if (editor === window.activeTextEditor) follow()
    }),
  ]
}

async function related(server: Server, marks: Marks): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined || !isPageEditorDocument(editor.document)) return
  const { document, selection } = editor
  const uri = uriKey(document.uri)
  const { version } = document
  const position = fromPosition(selection.start)
  const ranges = (await server.request('biaozhu/related', { uri, position })) ?? []
  // Over something else meanwhile: its own answer is on its way.
  if (document.version !== version || !editor.selection.isEqual(selection)) return
  marks.frame(editor, 'related', ranges)
}
