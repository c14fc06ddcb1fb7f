/** Pages that the editor decoded otherwise than the server are opened again, quietly. */
import { l10n, type TextDocument, window, workspace } from 'vscode'
import type { PageInfo } from '../../../server/src/protocol.ts'
import { uriKey } from './convert.ts'

/** Encodings in which a page was opened again, so that one that does not help is tried only once. */
const tried = new Map<string, string>()

/** `told` holds the pages for which their size was mentioned. */
export async function useEncoding(
  document: TextDocument,
  info: PageInfo,
  warned: Set<string>,
): Promise<void> {
  const key = uriKey(document.uri)
  if (info.state === 'tooLarge' && !warned.has(key)) {
    warned.add(key)
    const name = workspace.asRelativePath(document.uri)
    void window.showInformationMessage(
      l10n.t('{0} is larger than 5 MB: it opens without suggestions.', name),
    )
  }
  if (!differs(document.encoding, info.encoding) || document.isDirty) return
  if (tried.get(key) === info.encoding) return
  tried.set(key, info.encoding)
  await workspace.openTextDocument(document.uri, { encoding: info.encoding })
}

/** A byte order mark makes no other text: `utf8bom` is `utf8`. */
function differs(buffer: string, file: string): boolean {
  return buffer.replace(/bom$/, '') !== file.replace(/bom$/, '')
}
