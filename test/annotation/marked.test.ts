import assert from 'node:assert/strict'
import { readMarked } from '../../server/src/text/marked.ts'

describe('marked pages', () => {
  it('are text and spans, also spans inside of others', () => {
    const { text, spans, unclosed } = readMarked('在⟦⟦嘉兴市|Place⟧总工会|Organization⟧\n说')
    assert.equal(text, '在嘉兴市总工会\n说')
    assert.deepEqual(spans, [
      { start: 1, end: 7, type: 'Organization' },
      { start: 1, end: 4, type: 'Place' },
    ])
    assert.deepEqual(unclosed, [])
  })

  it('keep what only looks like a mark', () => {
    assert.equal(readMarked('a|b|Place⟧c').text, 'a|b|Place⟧c')
    assert.equal(readMarked('⟦甲|1⟧').text, '甲|1⟧')
  })

  it('tell of marks that are never closed', () => {
    assert.deepEqual(readMarked('甲⟦乙⟦丙|Place⟧'), {
      text: '甲乙丙',
      spans: [{ start: 2, end: 3, type: 'Place' }],
      unclosed: [1],
    })
  })
})
