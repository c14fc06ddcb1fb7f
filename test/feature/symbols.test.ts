import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { workspaceSymbols } from '../../server/src/feature/cursor/workspace-symbols.ts'
import {
  type DocumentSymbol,
  documentSymbols,
} from '../../server/src/feature/page/document-symbols.ts'
import { folding } from '../../server/src/feature/page/folding.ts'
import { containsSpan } from '../../server/src/text/span.ts'
import { corpusFixture } from '../corpus-fixture.ts'

const page = `⟦浙江工人日报|Organization⟧,总第11970期。

建会入会
⟦嘉兴市|Place⟧推进⟦“助企十条”|Initiative⟧。

匠心行动
⟦台州市|Place⟧的⟦货

车司机|Group⟧来了。`

describe('documentSymbols', () => {
  const { document } = corpusFixture({ '1.txt': page }).place
  const symbols = documentSymbols(document)

  it('are the articles with their mentions, and what stands in no article', () => {
    const print = ({ kind, name, type, children }: DocumentSymbol): string =>
      `${type ?? kind} ${name}${children.length > 0 ? ` [${children.map(print).join(', ')}]` : ''}`
    assert.deepEqual(symbols.map(print), [
      'block 浙江工人日报 [Organization 浙江工人日报]',
      'article 建会入会 [Place 嘉兴市, Initiative “助企十条”]',
      'article 匠心行动 [Place 台州市, Group 货车司机]',
    ])
  })

  it('have their selection within their span, as the protocol demands', () => {
    const check = ({ span, selection, children }: DocumentSymbol): void => {
      assert.ok(containsSpan(span, selection))
      children.forEach(check)
    }
    symbols.forEach(check)
  })

  it('name an article without headline by its first words', () => {
    const { workspace } = corpusFixture({ '1.txt': '⟦嘉兴市|Place⟧总工会近日举行活动,很好。' })
    const [corpus] = workspace.snapshot().corpora
    const [loose] = corpus?.documents ?? []
    assert.ok(loose)
    assert.deepEqual(
      documentSymbols(loose).map(({ name }) => name),
      ['嘉兴市总工会近日举行活动'],
    )
  })
})

describe('folding', () => {
  it('folds articles from headline to last line', () => {
    const { document } = corpusFixture({ '1.txt': page }).place
    assert.deepEqual(folding(document), [
      { startLine: 2, endLine: 3 },
      { startLine: 5, endLine: 8 },
    ])
  })

  it('is nothing on an empty page', () => {
    assert.deepEqual(folding(corpusFixture({ '1.txt': '' }).place.document), [])
  })
})

describe('workspaceSymbols', () => {
  const { snapshot } = corpusFixture({ '1.txt': page, '2.txt': '⟦嘉善县|Place⟧。' })
  const names = (query: string): readonly string[] =>
    workspaceSymbols(snapshot, query).map(({ name }) => name)

  it('find entities whose names have the letters in order', () => {
    assert.deepEqual(names('嘉兴'), ['嘉兴市'])
    assert.deepEqual(names('助十条'), ['“助企十条”'])
    assert.deepEqual(names('兴嘉'), [])
  })

  it('are all entities for no letters, initiatives first', () => {
    assert.equal(names('').length, 6)
    assert.equal(names('')[0], '“助企十条”')
  })
})
