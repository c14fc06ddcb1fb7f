import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually, inside, openPage } from './page.ts'

describe('moving through a page', () => {
  it('goes from mention to mention and back', async () => {
    const page = await openPage('002')
    const start = inside(page, '助企十条')
    await put(page, start)
    const next = await moved('biaozhu.nextMention', start)
    assert.ok(next.isAfter(start))
    const back = await moved('biaozhu.previousMention', next)
    assert.match(page.getText(new vscode.Range(back, back.translate(0, 4))), /助企十条/)
  })

  it('reads a cut article in order, and leads back to where the text stands', async () => {
    const page = await openPage('000')
    // The name 货车司机 is cut by the end of a column.
    const cut = page.getText().search(/货\s+车司机/)
    assert.ok(cut >= 0)
    const place = page.positionAt(cut)
    await put(page, place)
    await vscode.commands.executeCommand('biaozhu.readInOrder')
    const article = await eventually(() => active('biaozhu-article'), 'no article is shown')
    const { line, character } = article.selection.active
    const name = new vscode.Range(line, character, line, character + 4)
    assert.equal(article.document.getText(name), '货车司机')
    article.selection = new vscode.Selection(name.end, name.end)
    await vscode.commands.executeCommand('biaozhu.goToPageText')
    const editor = await eventually(() => active('file'), 'the page is not shown')
    assert.equal(editor.document.uri.fsPath, page.uri.fsPath)
    assert.ok(editor.selection.active.line > place.line)
    const here = page.offsetAt(editor.selection.active)
    assert.equal(page.getText().slice(here - 3, here), '车司机')
  })

  it('reads the parts of an article that stand apart from each other', async () => {
    const page = await openPage('004')
    // The text begins on the last line of the page, behind everything else.
    const place = page.lineAt(page.lineCount - 1).range.start
    await put(page, place)
    await vscode.commands.executeCommand('biaozhu.readInOrder')
    const article = await eventually(() => active('biaozhu-article'), 'no article is shown')
    assert.ok(article.selection.active.line < article.document.lineCount - 1)
    await vscode.commands.executeCommand('biaozhu.goToPageText')
    const editor = await eventually(() => active('file'), 'the page is not shown')
    assert.deepEqual(editor.selection.active, place)
  })
})

async function put(page: vscode.TextDocument, place: vscode.Position): Promise<void> {
  const selection = new vscode.Selection(place, place)
  await vscode.window.showTextDocument(page, { selection })
}

function active(scheme: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor
  return editor?.document.uri.scheme === scheme ? editor : undefined
}

/** Where the cursor is after a command that has moved it. */
async function moved(command: string, from: vscode.Position): Promise<vscode.Position> {
  await vscode.commands.executeCommand(command)
  return eventually(() => {
    const place = active('file')?.selection.active
    return place?.isEqual(from) === false ? place : undefined
  }, `${command} does not move`)
}
