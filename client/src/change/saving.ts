/**
 * Pages are saved before they are annotated: annotations describe the page on disk. What a person has not seen
 * is not saved: unsaved edits are shown with their lines, and saved or taken back.
 */
import { commands, l10n, Range, type TextDocument, window, workspace } from 'vscode'
import type { RefusedAnswer } from '../../../server/src/protocol.ts'
import { uriKey } from '../editor/convert.ts'
import { unsavedLines } from './unsaved.ts'

export function openDocument(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => uriKey(document.uri) === uri)
}

/** False where a page is still unsaved: the person wanted neither, or it could not be written. */
export async function savePages(uris: readonly string[]): Promise<boolean> {
  const dirty = uris.flatMap((uri) => {
    const document = openDocument(uri)
    return document?.isDirty ? [document] : []
  })
  if (dirty.length === 0) return true
  const groups = asks() ? dirty.map((document) => [document]) : [dirty]
  for (const group of groups) {
    const texts = group.map((document) => document.getText())
    const choice = await choiceFor(group)
    if (choice === undefined) return false
    for (const [i, document] of group.entries()) {
      const isDone =
        choice === 'save' ? await saveSeen(document, texts[i] ?? '') : await revert(document)
      if (!isDone) return false
    }
  }
  return true
}

/**
 * Saves a page that has to read `text` after an edit of ours: what was typed while the lock was open for it is
 * taken back. False where it could not be written.
 */
export async function saveExactly(document: TextDocument, text: string): Promise<boolean> {
  // The editor refuses an edit of a version that is no longer its own: each key that is typed costs a try.
  for (let tries = 0; tries < 200; tries++) {
    if (document.getText() !== text && !(await replaceAll(document, text))) continue
    const { version } = document
    // False as well where something was typed while it was written.
    const isSaved = !document.isDirty || (await document.save())
    if (!isSaved && document.version === version) return false
    if (document.getText() === text && !document.isDirty) return true
  }
  return false
}

/** The page reads again as it does on disk. */
export async function revert(document: TextDocument): Promise<boolean> {
  await window.showTextDocument(document, { preserveFocus: true, preview: false })
  await commands.executeCommand('workbench.action.files.revert')
  return !document.isDirty
}

export function notSaved(): RefusedAnswer {
  const message = l10n.t('The page has not been saved, so nothing was annotated.')
  return { kind: 'refused', message }
}

function asks(): boolean {
  return workspace.getConfiguration('biaozhu').get<unknown>('savePageFirst') === 'ask'
}

/** What was shown is saved; what was typed behind it is not. */
async function saveSeen(document: TextDocument, text: string): Promise<boolean> {
  if (document.getText() !== text) return false
  return !document.isDirty || (await document.save())
}

async function replaceAll(document: TextDocument, text: string): Promise<boolean> {
  const editor = window.visibleTextEditors.find((each) => each.document === document)
  const end = document.positionAt(document.getText().length)
  const whole = new Range(document.positionAt(0), end)
  return (await editor?.edit((builder) => builder.replace(whole, text))) === true
}

async function choiceFor(
  documents: readonly TextDocument[],
): Promise<'save' | 'take back' | undefined> {
  const question =
    documents.length === 1
      ? l10n.t('The page has unsaved changes. Save or take them back?')
      : l10n.t('{0} pages have unsaved changes. Save or take them back?', documents.length)
  const detail = [
    ...(await Promise.all(documents.map(described))),
    l10n.t('Annotations describe the page on disk.'),
  ].join('\n\n')
  const [save, back] = [l10n.t('Save'), l10n.t('Take Back')]
  const choice = await window.showWarningMessage(question, { modal: true, detail }, save, back)
  if (choice === save) return 'save'
  return choice === back ? 'take back' : undefined
}

/** More lines than a dialog holds. */
const most = 16

async function described(document: TextDocument): Promise<string> {
  const file = await workspace.fs.readFile(document.uri)
  const before = await workspace.decode(file, { encoding: document.encoding })
  const lines = unsavedLines(before, document.getText())
  const shown = lines.slice(0, most)
  const rest = lines.length - shown.length
  const more = rest === 0 ? [] : [l10n.t('… and {0} more lines', rest)]
  return [workspace.asRelativePath(document.uri), ...shown, ...more].join('\n')
}
