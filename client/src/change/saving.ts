/** Pages are saved before they are annotated: annotations describe the page on disk. */
import { l10n, type TextDocument, window, workspace } from 'vscode'
import type { RefusedAnswer } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'

export function openDocument(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => uriKey(document.uri) === uri)
}

/** False where a page is still unsaved: the person did not want it, or it could not be written. */
export async function savePages(uris: readonly string[]): Promise<boolean> {
  const dirty = uris.flatMap((uri) => {
    const document = openDocument(uri)
    return document?.isDirty ? [document] : []
  })
  if (dirty.length === 0) return true
  if (asks() && !(await isWanted(dirty.length))) return false
  for (const document of dirty) if (!(await document.save())) return false
  return true
}

export function notSaved(): RefusedAnswer {
  const message = l10n.t('The page has not been saved, so nothing was annotated.')
  return { kind: 'refused', message }
}

function asks(): boolean {
  return workspace.getConfiguration('biaozhu').get<unknown>('savePageFirst') === 'ask'
}

async function isWanted(count: number): Promise<boolean> {
  const question =
    count === 1
      ? l10n.t('The page has unsaved changes. Save it and go on?')
      : l10n.t('{0} pages have unsaved changes. Save them and go on?', count)
  const detail = l10n.t('Annotations describe the page on disk.')
  const save = l10n.t('Save')
  return (await window.showInformationMessage(question, { modal: true, detail }, save)) === save
}
