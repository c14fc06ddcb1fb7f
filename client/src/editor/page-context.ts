/** The context key `biaozhu.page`, which commands in the palette wait for: the editor in front is a page. */
import { commands, type Disposable, window, workspace } from 'vscode'
import { isPageEditorDocument } from './language.ts'

export function followPageContext(): Disposable[] {
  const show = (): void => {
    const document = window.activeTextEditor?.document
    const isPage = document !== undefined && isPageEditorDocument(document)
    void commands.executeCommand('setContext', 'biaozhu.page', isPage)
  }
  show()
  return [
    window.onDidChangeActiveTextEditor(show),
    // The editor reports another language as a close and an open of one document.
    workspace.onDidOpenTextDocument(show),
  ]
}
