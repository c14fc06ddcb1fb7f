import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { eventually, inside, openPage } from './page.ts'

const name = '助企十条'

/** What VS Code itself gets when it asks, as for its outline, its peek or its folding. */
describe('what the editor asks for a page', () => {
  let page: vscode.TextDocument
  before(async () => {
    page = await openPage('002')
  })
  const text = (range: vscode.Range): string => page.getText(range)

  it('other mentions on the page to light up', async () => {
    const found = await ask<vscode.DocumentHighlight>(
      'vscode.executeDocumentHighlights',
      page.uri,
      inside(page, name),
    )
    assert.ok(found.length >= 2)
    for (const { range } of found) assert.match(text(range), /助企十条/)
    // Beside a name nothing is lit: the editor does not take the run of characters for a word.
    const elsewhere: unknown = await vscode.commands.executeCommand(
      'vscode.executeDocumentHighlights',
      page.uri,
      inside(page, '靶向'),
    )
    assert.deepEqual(elsewhere, [])
  })

  it('a selection that widens from a character over the name to the article', async () => {
    const [range] = await ask<vscode.SelectionRange>(
      'vscode.executeSelectionRangeProvider',
      page.uri,
      [inside(page, name)],
    )
    const steps: vscode.Range[] = []
    for (let each = range; each !== undefined; each = each.parent) steps.push(each.range)
    assert.ok(steps.some((step) => text(step) === name))
    assert.ok(steps.every((step, i) => i === 0 || step.contains(steps[i - 1] ?? step)))
    assert.ok(steps.some((step) => step.end.line - step.start.line > 3))
  })

  it('folds of several lines, and articles that hold mentions', async () => {
    const folds = await ask<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', page.uri)
    assert.ok(folds.every(({ start, end }) => start < end && end < page.lineCount))
    const symbols = await ask<vscode.DocumentSymbol>(
      'vscode.executeDocumentSymbolProvider',
      page.uri,
    )
    const children = symbols.flatMap((symbol) => symbol.children)
    assert.ok(children.some(({ selectionRange }) => text(selectionRange).includes(name)))
  })

  it('entities of the workspace by a part of their name', async () => {
    const found = await ask<vscode.SymbolInformation>(
      'vscode.executeWorkspaceSymbolProvider',
      '助企',
    )
    const symbol = found.find((one) => one.name === name) ?? assert.fail()
    const document = await vscode.workspace.openTextDocument(symbol.location.uri)
    assert.match(document.getText(symbol.location.range), /助企十条/)
  })

  it('what can be done about a suggestion, and the same on its card', async () => {
    const at = inside(page, name)
    const actions = await ask<vscode.CodeAction>(
      'vscode.executeCodeActionProvider',
      page.uri,
      new vscode.Range(at, at),
    )
    const ids = actions.map(({ command }) => command?.command)
    for (const id of [
      'biaozhu.server.accept',
      'biaozhu.server.reject',
      'biaozhu.retype',
      'biaozhu.attach',
    ]) {
      assert.ok(ids.includes(id), ids.join(' '))
    }
    const [card] = await ask<vscode.Hover>('vscode.executeHoverProvider', page.uri, at)
    const [contents] = card?.contents ?? []
    assert.ok(contents instanceof vscode.MarkdownString)
    assert.match(contents.value, /command:biaozhu\.actOnMention/)
    assert.deepEqual(contents.isTrusted, { enabledCommands: ['biaozhu.actOnMention'] })
  })

  it('links of mail addresses and web sites', async () => {
    const masthead = await openPage('000')
    const links = await ask<vscode.DocumentLink>('vscode.executeLinkProvider', masthead.uri)
    const targets = links.map(({ target }) => target?.toString(true))
    assert.ok(targets.includes('mailto:zjgrrb@163.com'), targets.join(' '))
  })
})

/** Entities are known once the folder is indexed, which may be after the first tokens. */
function ask<T>(command: string, ...args: readonly unknown[]): Promise<T[]> {
  return eventually(async () => {
    const answers: T[] | undefined = await vscode.commands.executeCommand(command, ...args)
    return answers === undefined || answers.length === 0 ? undefined : answers
  }, `${command} has no answer`)
}
