/** *Show Layer…*: the marks of a single annotator, read from their own sidecar, as lines above the text. */
import {
  commands,
  type DecorationOptions,
  DecorationRangeBehavior,
  type Disposable,
  l10n,
  MarkdownString,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode'
import type { Layer } from '../../../server/src/protocol.ts'
import { showControls } from '../editor/controls.ts'
import { toRange, uriKey } from '../editor/convert.ts'
import { isPageEditorDocument } from '../editor/language.ts'
import { debounced } from '../server/debounced.ts'
import type { Server } from '../server/server.ts'

export function layerCommands(server: Server): Disposable[] {
  // By page: a layer is shown until it is hidden, or the window closed.
  const shown = new Map<string, string>()
  const decoration = window.createTextEditorDecorationType({
    borderWidth: '2px 0 0 0',
    borderStyle: 'dotted',
    borderColor: new ThemeColor('biaozhu.frame'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  })
  const paint = async (editor: TextEditor): Promise<void> => {
    const uri = uriKey(editor.document.uri)
    const name = shown.get(uri)
    const layer =
      name === undefined ? undefined : await server.request('biaozhu/layer', { uri, name })
    editor.setDecorations(decoration, layer ? marksOf(layer) : [])
  }
  const paintAll = debounced(() => {
    for (const editor of window.visibleTextEditors) {
      if (shown.has(uriKey(editor.document.uri))) void paint(editor)
    }
  }, 150)
  return [
    decoration,
    paintAll,
    server.onDidChange(() => paintAll.run()),
    window.onDidChangeVisibleTextEditors(() => paintAll.run()),
    commands.registerCommand('biaozhu.showLayer', async () => {
      const editor = window.activeTextEditor
      if (editor === undefined || !isPageEditorDocument(editor.document)) return
      const uri = uriKey(editor.document.uri)
      const chosen = await choose(server, uri, shown.get(uri))
      if (chosen === undefined) return
      if (chosen === '') shown.delete(uri)
      else shown.set(uri, chosen)
      await paint(editor)
    }),
  ]
}

/** The name of a layer, empty for none; `undefined` where the person leaves it as it is. */
async function choose(
  server: Server,
  uri: string,
  current: string | undefined,
): Promise<string | undefined> {
  const names = (await server.request('biaozhu/layers', { uri })) ?? []
  if (names.length === 0) {
    window.setStatusBarMessage(l10n.t('No annotator has a layer of this page.'), 5000)
    return undefined
  }
  const none = { label: l10n.t('No layer'), name: '' }
  const items = [
    ...(current === undefined ? [] : [none]),
    ...names.map((name) => ({
      label: name,
      name,
      ...(name === current ? { description: l10n.t('shown now') } : {}),
    })),
  ]
  const placeHolder = l10n.t('Whose annotations are to be shown as well?')
  return (await window.showQuickPick(items, { placeHolder }))?.name
}

function marksOf({ name, marks }: Layer): DecorationOptions[] {
  return marks.flatMap(({ ranges, type, status }) =>
    status === 'rejected'
      ? []
      : ranges.map((range) => ({
          range: toRange(range),
          hoverMessage: new MarkdownString().appendText(showControls(`${name}: ${type}`)),
        })),
  )
}
