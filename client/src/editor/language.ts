/** Pages of a corpus that open as plain text become newspaper pages, unless a person decided otherwise. */
import {
  type Disposable,
  languages,
  type Memento,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import type { Server } from '../server/server.ts'
import { uriKey } from './convert.ts'
import { useEncoding } from './encoding.ts'

export const newspaper = 'newspaper'
const memory = 'biaozhu.otherLanguage'

export function isPageEditorDocument(document: TextDocument): boolean {
  return document.languageId === newspaper && document.uri.scheme === 'file'
}

export function assignLanguage(server: Server, remembered: Memento): Disposable[] {
  const warned = new Set<string>()
  // The editor reports another mode as a close and an open of one document, one behind the other.
  const justClosed = new Map<string, string>()

  const consider = async (document: TextDocument): Promise<void> => {
    if (document.uri.scheme !== 'file' || document.isClosed) return
    if (document.languageId !== 'plaintext' && document.languageId !== newspaper) return
    const info = await server.request('biaozhu/pageInfo', { uri: document.uri.toString() })
    if (info === undefined || !info.isPage || document.isClosed) return
    if (info.state === 'binary') return
    if (document.languageId === 'plaintext' && !chosen(remembered).has(uriKey(document.uri))) {
      await languages.setTextDocumentLanguage(document, newspaper)
    }
    await useEncoding(document, info, warned)
  }
  const considerAll = (wanted: (document: TextDocument) => boolean): void => {
    for (const document of workspace.textDocuments.filter(wanted)) void consider(document)
  }

  return [
    workspace.onDidCloseTextDocument((document) => {
      const key = uriKey(document.uri)
      justClosed.set(key, document.languageId)
      setTimeout(() => justClosed.delete(key), 0)
    }),
    workspace.onDidOpenTextDocument((document) => {
      const before = justClosed.get(uriKey(document.uri))
      if (before !== undefined) void remember(remembered, document, before)
      if (before === newspaper && document.languageId !== newspaper) return
      void consider(document)
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') considerAll(() => true)
    }),
    server.onDidIndex((step) => {
      if (step.done >= step.total) considerAll(() => true)
    }),
    server.onDidChange((change) => {
      // Those that are newspaper pages already may have been given another encoding by a person.
      const changed = new Set(change.pages.map(uriKey))
      considerAll(({ uri, languageId }) => languageId === 'plaintext' && changed.has(uriKey(uri)))
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'plaintext') void consider(editor.document)
    }),
  ]
}

/** Pages for which a person chose another mode than ours. */
function chosen(remembered: Memento): Set<string> {
  return new Set(remembered.get<readonly string[]>(memory, []))
}

async function remember(
  remembered: Memento,
  document: TextDocument,
  before: string,
): Promise<void> {
  const uris = chosen(remembered)
  const key = uriKey(document.uri)
  if (before === newspaper && document.languageId !== newspaper) uris.add(key)
  else if (document.languageId !== newspaper || !uris.delete(key)) return
  await remembered.update(memory, [...uris])
}
