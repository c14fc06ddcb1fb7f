/** A page that is reviewed in the extension host: what is selected and decided. */
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as vscode from 'vscode'
import { openPage } from './page.ts'

export const run = (command: string) => vscode.commands.executeCommand(command)
export const editor = () => vscode.window.activeTextEditor ?? assert.fail('no editor')
export const selected = () => editor().document.getText(editor().selection)

/** Opens a page with the cursor at its start. */
export async function openAtStart(prefix: string): Promise<vscode.TextDocument> {
  const page = await openPage(prefix)
  const top = new vscode.Position(0, 0)
  editor().selection = new vscode.Selection(top, top)
  return page
}

/** Runs a command, until the editor has said that it selects something else. */
export async function untilSelected(command: string): Promise<void> {
  let listener: vscode.Disposable | undefined
  const moved = new Promise<void>((resolve) => {
    listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
      if (selections[0]?.isEmpty === false) resolve()
    })
  })
  try {
    await Promise.all([run(command), moved])
  } finally {
    listener?.dispose()
  }
}

export function sidecarOf(page: vscode.TextDocument): string {
  return page.uri.fsPath.replace(/\.txt$/, '.anno.jsonl')
}

/** How many mentions have a status in the sidecar. */
export function decided(page: vscode.TextDocument, status: string): number {
  if (!fs.existsSync(sidecarOf(page))) return 0
  const lines = fs.readFileSync(sidecarOf(page), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line)).filter((record) => record.status === status).length
}

/** Takes the sidecars of all pages away. */
export function undecided(): void {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail()
  for (const file of fs.readdirSync(root)) {
    if (file.endsWith('.anno.jsonl')) fs.rmSync(path.join(root, file))
  }
}
