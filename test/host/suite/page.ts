/** Pages of the opened corpus, for tests in the extension host. */
import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { answered } from '../../eventually.ts'

/** Opens the page whose file name begins so, and waits until the server has highlighted it. */
export async function openPage(prefix: string): Promise<vscode.TextDocument> {
  const [uri] = await vscode.workspace.findFiles(`${prefix}*.txt`)
  assert.ok(uri !== undefined, `no page ${prefix}`)
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
  // The extension gives the page its language, which closes the document and opens it again.
  const find = () => vscode.workspace.textDocuments.find((one) => one.uri.fsPath === uri.fsPath)
  return eventually(async () => {
    const document = find()
    if (document?.languageId !== 'newspaper') return undefined
    return (await tokens(document)).length > 0 ? document : undefined
  }, `${prefix} is not highlighted`)
}

/** A token of the server with its text. */
export interface Token {
  readonly text: string
  readonly type: string
}

export async function tokens(document: vscode.TextDocument): Promise<Token[]> {
  const legend: vscode.SemanticTokensLegend | undefined = await vscode.commands.executeCommand(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  )
  const answer: vscode.SemanticTokens | undefined = await vscode.commands.executeCommand(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  )
  const found: Token[] = []
  let line = 0
  let start = 0
  const data = answer?.data ?? new Uint32Array()
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(i, i + 5)
    start = lines === 0 ? start + characters : characters
    line += lines
    const text = document.getText(new vscode.Range(line, start, line, start + length))
    found.push({ text, type: legend?.tokenTypes[type] ?? '' })
  }
  return found
}

/** Where a text stands: the position after its first character. */
export function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text)
  assert.ok(offset >= 0, `${text} is not on the page`)
  return document.positionAt(offset + 1)
}

/** Asks until there is an answer. */
export function eventually<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  failure: string,
): Promise<T> {
  return answered(ask, () => failure)
}
