/** *Open Scan Beside*: the image of a page next to its text. */
import {
  commands,
  type Disposable,
  FileType,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import { isPageEditorDocument } from '../editor/language.ts'
import type { Server } from '../server/server.ts'

export function scanCommands(server: Server): Disposable[] {
  return [commands.registerCommand('biaozhu.openScan', () => openScan(server))]
}

async function openScan(server: Server): Promise<void> {
  const page = window.activeTextEditor?.document
  if (page === undefined || !isPageEditorDocument(page)) return
  const scan = await server.request('biaozhu/scan', { uri: page.uri.toString() })
  if (scan === undefined || scan === null) {
    const open = l10n.t('Open corpus.json')
    const message = l10n.t('corpus.json does not say where the scans are: its key is "images".')
    const chosen = await window.showInformationMessage(message, open)
    if (chosen === open) await commands.executeCommand('biaozhu.openCorpusFile')
    return
  }
  const uri = Uri.parse(scan)
  if (!(await isFile(uri))) {
    const name = workspace.asRelativePath(uri)
    void window.showInformationMessage(l10n.t('There is no scan {0}.', name))
    return
  }
  const show = { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true }
  await commands.executeCommand('vscode.open', uri, show)
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0
  } catch {
    return false
  }
}
