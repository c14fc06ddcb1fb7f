import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { marks } from '../../server/src/feature/page/marks.ts'
import { tokens } from '../../server/src/feature/page/tokens.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { corpusFixture } from '../corpus-fixture.ts'

function check(marked: string, expected: readonly string[], within?: string): void {
  const { document } = corpusFixture({ '1.txt': marked }).place
  const start = within === undefined ? 0 : document.text.indexOf(within)
  const options = within === undefined ? {} : { within: { start, end: start + within.length } }
  const found = tokens(document, options).map(
    (token) => `${sliceSpan(document.text, token)}|${token.type}`,
  )
  assert.deepEqual(found, expected)
}

describe('tokens', () => {
  it('are the mentions in order', () => {
    check('⟦诸暨市总工会|Organization⟧在⟦嘉兴市|Place⟧举行。', [
      '诸暨市总工会|Organization',
      '嘉兴市|Place',
    ])
  })

  it('are one for each line of a name cut by a break', () => {
    check('关爱⟦货⏎⏎车司机|Group⟧。', ['货|Group', '车司机|Group'])
  })

  it('do not overlap, whatever the mentions do', () => {
    check('⟦⟦嘉兴市|Place⟧总工会|Organization⟧', ['嘉兴市总工会|Organization'])
  })

  it('are only those of a range when one is asked for', () => {
    check('⟦嘉兴|Place⟧和⟦台州|Place⟧和⟦永州|Place⟧。', ['台州|Place'], '台')
  })

  it('leave suggestions out when a person hides them', () => {
    const { document } = corpusFixture({ '1.txt': '在⟦嘉兴市|Place⟧。' }).place
    assert.deepEqual(tokens(document, { suggestions: false }), [])
    assert.deepEqual(marks(document, { suggestions: false }).marks, [])
    assert.equal(marks(document, { suggestions: true }).marks.length, 1)
  })

  it('leave suggestions out that are less sure than asked for', () => {
    const { document } = corpusFixture({ '1.txt': '在⟦嘉兴市|Place⟧。' }).place
    assert.equal(tokens(document, { minimumConfidence: 1 }).length, 1)
    assert.deepEqual(tokens(document, { minimumConfidence: 1.01 }), [])
    assert.deepEqual(marks(document, { minimumConfidence: 1.01 }).marks, [])
  })

  it('are none where nothing but white space is left of a mention, which is still a mark at its place', () => {
    const { document } = corpusFixture({ '1.txt': '关爱⟦⏎⏎|Group⟧。' }).place
    assert.deepEqual(tokens(document), [])
    assert.deepEqual(
      marks(document, {}).marks.map(({ spans }) => spans),
      [[{ start: 2, end: 2 }]],
    )
  })
})
