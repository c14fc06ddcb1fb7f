import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { eventually, openPage } from './page.ts'

/** “安康杯”竞赛 in GB18030. */
const gb18030 = Buffer.from('a1b0b0b2bfb5b1ada1b1bebac8fc0a', 'hex')

describe('the language of a text file', () => {
  const made: string[] = []
  after(() => {
    for (const file of made) fs.rmSync(file, { recursive: true, force: true })
  })

  it('stays plain text outside the corpus', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'biaozhu-outside-'))
    const file = path.join(folder, 'note.txt')
    fs.writeFileSync(file, '助企十条')
    made.push(folder)
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file))
    // A page that was opened later has its language by now, so the note would have it too.
    await openPage('001')
    assert.equal(find(file)?.languageId, 'plaintext')
  })

  it('stays plain text where a person chose that', async () => {
    const page = await openPage('003')
    await vscode.languages.setTextDocumentLanguage(page, 'plaintext')
    await openPage('001')
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page.uri))
    assert.equal(find(page.uri.fsPath)?.languageId, 'plaintext')
    // A person who comes back to our mode is followed again.
    const again = find(page.uri.fsPath) ?? page
    await vscode.languages.setTextDocumentLanguage(again, 'newspaper')
    await eventually(
      () => find(page.uri.fsPath)?.languageId === 'newspaper' || undefined,
      'not ours',
    )
  })

  it('is ours on a new page in GB18030, which is decoded', async () => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail()
    const file = path.join(root, 'gb.txt')
    fs.writeFileSync(file, gb18030)
    made.push(file)
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file))
    const text = await eventually(() => {
      const document = find(file)
      // The editor tells the encoding first, and the text that it gives a moment later.
      const decoded = document?.encoding === 'gb18030' && !document.getText().includes('\uFFFD')
      return decoded && document.languageId === 'newspaper' ? document.getText() : undefined
    }, 'it is not decoded')
    assert.equal(text, '“安康杯”竞赛\n')
  })
})

function find(file: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file)
}
