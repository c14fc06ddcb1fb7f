import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'mocha'
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceSymbol,
} from 'vscode-languageserver/node'
import { positionOf, startClient, type TestClient } from './client.ts'
import { applyDelta, decode } from './tokens.ts'

const page = '002_dc38cb4497f90d8e.txt'
const masthead = '000_43f4299937225fbf.txt'

describe('a page over the protocol', () => {
  let client: TestClient
  let text: string
  let at: object
  before(async () => {
    client = await startClient()
    text = await client.open(page)
    at = {
      textDocument: { uri: client.uri(page) },
      position: positionOf(text, '“助企十条”靶向', 2),
    }
  })
  after(() => client.stop())

  const slice = ({ start, end }: FoldingRangeLike): string => {
    const lines = text.split('\n')
    return start.line === end.line
      ? (lines[start.line] ?? '').slice(start.character, end.character)
      : `${start.line}-${end.line}`
  }

  it('has tokens with types and statuses, none over two lines', async () => {
    const legend = client.answer.capabilities.semanticTokensProvider?.legend
    assert.ok(legend)
    const params = { textDocument: { uri: client.uri(page) } }
    const { data } = await client.standard<SemanticTokens>(
      'textDocument/semanticTokens/full',
      params,
    )
    const tokens = decode(data, legend)
    const lines = text.split('\n')
    assert.ok(tokens.length > 50)
    for (const { line, character, length, type, modifiers } of tokens) {
      assert.ok(length > 0 && character + length <= (lines[line] ?? '').length)
      assert.ok(legend.tokenTypes.includes(type))
      assert.deepEqual(modifiers, ['suggested'])
    }
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } }
    const part = await client.standard<SemanticTokens>('textDocument/semanticTokens/range', {
      ...params,
      range,
    })
    assert.deepEqual(
      decode(part.data, legend),
      tokens.filter(({ line }) => line < 8),
    )
  })

  it('sends only what changed of the tokens after an edit', async () => {
    const uri = client.uri(masthead)
    const before = await client.open(masthead)
    const textDocument = { uri }
    const full = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    const start = positionOf(before, '嘉兴市')
    await client.change(masthead, 2, [{ range: { start, end: start }, text: '和' }])
    const delta = await client.standard<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      { textDocument, previousResultId: full.resultId },
    )
    assert.ok('edits' in delta)
    const again = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    assert.deepEqual(applyDelta(full.data, delta), again.data)
    assert.ok(JSON.stringify(delta).length < JSON.stringify(again).length / 2)
    const unknown = await client.standard<SemanticTokens>(
      'textDocument/semanticTokens/full/delta',
      { textDocument, previousResultId: 'gone' },
    )
    assert.deepEqual(unknown.data, again.data)
  })

  it('has a card for a mention, with its range', async () => {
    const hover = await client.standard<Hover>('textDocument/hover', at)
    assert.ok(hover.range)
    assert.match(slice(hover.range), /助企十条/)
    const { kind, value } = hover.contents as { kind: string; value: string }
    assert.equal(kind, 'markdown')
    assert.match(value, /^\*\*.*助企十条.*\*\* · Initiative/)
    assert.match(value, /\d+ mentions/)
  })

  it('goes from a mention to the fullest one and to all', async () => {
    const links = await client.standard<LocationLink[]>('textDocument/definition', at)
    assert.match(slice(links[0]?.targetSelectionRange ?? never()), /助企十条/)
    const context = { includeDeclaration: true }
    const found = await client.standard<Location[]>('textDocument/references', { ...at, context })
    assert.equal(found.length, text.split('助企十条').length - 1)
    assert.ok(found.every(({ range }) => /助企十条/.test(slice(range))))
    const marked = await client.standard<DocumentHighlight[]>('textDocument/documentHighlight', at)
    assert.equal(marked.length, found.filter(({ uri }) => uri === client.uri(page)).length)
  })

  it('goes from a mention to the line of the guidelines that says what its type means', async () => {
    const [link] = await client.standard<LocationLink[]>('textDocument/typeDefinition', at)
    assert.ok(link)
    assert.match(slice(link.originSelectionRange ?? never()), /助企十条/)
    assert.match(link.targetUri, /\/guidelines\.md$/)
    const { line } = link.targetSelectionRange.start
    const guidelines = readFileSync(new URL(link.targetUri), 'utf8').split('\n')
    assert.match(guidelines[line] ?? '', /^\| `Initiative` 举措 \|/)
  })

  it('has an outline of articles with mentions', async () => {
    const textDocument = { uri: client.uri(page) }
    const symbols = await client.standard<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    })
    const article = symbols.find(({ name }) => name.includes('助企十条'))
    assert.ok(article?.children?.some(({ name }) => name.includes('永州市总工会')))
    const folds = await client.standard<FoldingRange[]>('textDocument/foldingRange', {
      textDocument,
    })
    assert.ok(folds.length >= symbols.filter(({ kind }) => kind === 2).length / 2)
    assert.ok(folds.every(({ startLine, endLine }) => startLine < endLine))
  })

  it('folds anew where the structure of the page is corrected', async () => {
    const uri = client.uri(page)
    const asked = () => client.received.filter(({ method }) => /foldingRange\/refresh/.test(method))
    const folds = () =>
      client.standard<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } })
    const [before, already] = [await folds(), asked().length]
    const position = positionOf(text, '通堵点难点', 1)
    const answer = await client.standard<{ transaction: string }>('workspace/executeCommand', {
      command: 'biaozhu.server.setBlockKind',
      arguments: [{ uri, position, kind: 'crosshead' }],
    })
    await client.until(() => asked().length > already)
    const after = await folds()
    assert.notDeepEqual(after, before)
    const { line } = position
    assert.ok(after.some(({ startLine }) => startLine === line))
    await client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.undo',
      arguments: [{ transaction: answer.transaction }],
    })
    assert.deepEqual(await folds(), before)
  })

  it('has what each article names above its title, unless that is turned off', async () => {
    const textDocument = { uri: client.uri(page) }
    const lenses = () => client.standard<CodeLens[]>('textDocument/codeLens', { textDocument })
    const found = await lenses()
    const titles = found.map(({ command }) => command?.title ?? '')
    assert.ok(
      titles.some((title) => /^\d+ mentions · \d+ initiatives$/.test(title)),
      titles.join(),
    )
    assert.ok(
      titles.some((title) => /^\d+ open$/.test(title)),
      titles.join(),
    )
    // An editor that does not have our commands is led to none.
    assert.ok(found.every(({ command }) => command?.command === ''))
    const refreshed = () => client.received.filter(({ method }) => /codeLens\/refresh/.test(method))
    const before = refreshed().length
    await client.connection.sendNotification('biaozhu/settings', { codeLens: false })
    await client.until(() => refreshed().length > before)
    assert.deepEqual(await lenses(), [])
    await client.connection.sendNotification('biaozhu/settings', { codeLens: true })
  })

  it('widens a selection step by step', async () => {
    const [range] = await client.standard<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: client.uri(page) },
      positions: [positionOf(text, '永州市总工会出台', 1)],
    })
    const steps: string[] = []
    for (let each = range; each !== undefined; each = each.parent) steps.push(slice(each.range))
    assert.equal(steps[0], '州')
    assert.ok(steps.includes('永州市总工会'), steps.join('|'))
    assert.ok(steps.length >= 5, steps.join('|'))
  })

  it('links contacts', async () => {
    const links = await client.standard<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: client.uri(masthead) },
    })
    const targets = links.map(({ target }) => target)
    assert.ok(targets.includes('mailto:zjgrrb@163.com'), targets.join(' '))
    assert.ok(targets.includes('https://www.zjgrrb.com'), targets.join(' '))
  })

  it('finds entities of the workspace by name', async () => {
    const found = await client.standard<WorkspaceSymbol[]>('workspace/symbol', { query: '助企' })
    assert.ok(found.some(({ name }) => name.includes('助企十条')))
  })

  it('answers nothing, and no error, about a file that is no page', async () => {
    const textDocument = { uri: 'file:///nowhere/a.txt' }
    const position = { line: 3, character: 9 }
    for (const method of [
      'hover',
      'definition',
      'typeDefinition',
      'documentSymbol',
      'foldingRange',
      'documentLink',
    ]) {
      assert.equal(
        await client.standard(`textDocument/${method}`, { textDocument, position }),
        null,
      )
    }
    const tokens = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    assert.deepEqual(tokens.data, [])
  })
})

interface FoldingRangeLike {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

function never(): never {
  throw new Error('expected a value')
}
