/** *Read in Order* and the way back, each to the same place of the text. */
import {
  commands,
  type Disposable,
  l10n,
  languages,
  Selection,
  type Uri,
  window,
  workspace,
} from 'vscode'
import { fromPosition, toPosition } from '../editor/convert.ts'
import { newspaper } from '../editor/language.ts'
import type { Server } from '../server/server.ts'
import type { Articles } from './articles.ts'
import { toLogical } from './pieces.ts'

export function articleCommands(server: Server, articles: Articles): Disposable[] {
  return [
    commands.registerCommand('biaozhu.readInOrder', async () => {
      const editor = window.activeTextEditor
      if (editor === undefined) return
      const uri = editor.document.uri.toString()
      const position = fromPosition(editor.selection.active)
      const article = await server.request('biaozhu/logicalArticle', { uri, position })
      if (article === undefined || article === null) {
        window.setStatusBarMessage(l10n.t('There is no article at the cursor.'), 4000)
        return
      }
      const place = toLogical(article.pieces, position) ?? { line: 0, character: 0 }
      await open(articles.uri(uri, article), toPosition(place))
    }),
    commands.registerCommand('biaozhu.goToPageText', async () => {
      const editor = window.activeTextEditor
      if (editor === undefined) return
      const place = articles.source(editor.document.uri, editor.selection.active)
      if (place !== undefined) await open(place.uri, place.range.start)
    }),
  ]
}

async function open(uri: Uri, position: Selection['active']): Promise<void> {
  let document = await workspace.openTextDocument(uri)
  if (document.uri.scheme !== 'file' && document.languageId !== newspaper) {
    document = await languages.setTextDocumentLanguage(document, newspaper)
  }
  await window.showTextDocument(document, {
    preview: true,
    selection: new Selection(position, position),
  })
}
