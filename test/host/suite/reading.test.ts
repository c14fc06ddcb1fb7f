import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually, inside, openPage, tokens } from './page.ts'

const name = '助企十条'

describe('a page in the editor', () => {
  let page: vscode.TextDocument
  before(async () => {
    page = await openPage('002')
  })

  it('has tokens of its names, by type', async () => {
    const found = await tokens(page)
    assert.ok(found.some(({ text, type }) => text === name && type === 'initiative'))
    assert.ok(new Set(found.map(({ type }) => type)).size >= 5)
  })

  it('shows a card on a name', async () => {
    const hovers = await ask<vscode.Hover>('vscode.executeHoverProvider', page)
    const text = hovers.flatMap(({ contents }) => contents.map(plain)).join('\n')
    assert.match(text, /助企十条.*Initiative/)
    assert.match(text, /\d+ mentions/)
  })

  it('goes to a definition', async () => {
    const [place] = await ask<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      page,
    )
    assert.ok(place !== undefined)
    const target = 'targetUri' in place ? place.targetUri : place.uri
    const range = 'targetUri' in place ? place.targetRange : place.range
    const document = await vscode.workspace.openTextDocument(target)
    assert.match(document.getText(range), /助企十条/)
  })

  it('lists the references', async () => {
    const places = await ask<vscode.Location>('vscode.executeReferenceProvider', page)
    assert.ok(places.length >= 2)
    for (const { uri, range } of places) {
      const document = await vscode.workspace.openTextDocument(uri)
      assert.match(document.getText(range).replaceAll(/\s/g, ''), /助企十条/)
    }
  })

  it('has an outline of articles', async () => {
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      page.uri,
    )
    assert.ok(symbols.some(({ name: title }) => title.includes(name)))
    assert.ok(symbols.some(({ children }) => children.length > 0))
  })
})

describe('the editor around a page', () => {
  it('leaves other text files alone', async () => {
    const document = await vscode.workspace.openTextDocument({ content: name })
    await vscode.window.showTextDocument(document)
    assert.equal(document.languageId, 'plaintext')
  })

  it('leaves the page as it was', async () => {
    const page = await openPage('002')
    assert.equal(page.isDirty, false)
  })
})

/** Entities are known once the folder is indexed, which may be after the first tokens. */
function ask<T>(command: string, page: vscode.TextDocument): Promise<T[]> {
  return eventually(async () => {
    const answers: T[] = await vscode.commands.executeCommand(command, page.uri, inside(page, name))
    return answers.length > 0 ? answers : undefined
  }, `${command} has no answer`)
}

function plain(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value
}
