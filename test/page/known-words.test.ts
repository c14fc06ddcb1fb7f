import assert from 'node:assert/strict'
import { knownWordsIn } from '../../server/src/page/lines/evidence.ts'

describe('words that a cut would make', () => {
  const text = '消防安全知识。𠮷田𠮷田,安 全'

  it('are known where the page has them, however many are asked for', () => {
    const isKnown = knownWordsIn(text)
    for (let round = 0; round < 200; round++) {
      assert.equal(isKnown('举行了消防', '安全主题'), true, `${round}`)
      assert.equal(isKnown('举行了安全', '知识竞赛'), true)
      assert.equal(isKnown('举行了𠮷', '田𠮷'), false)
      assert.equal(isKnown('在𠮷', '𠮷'), false)
      assert.equal(isKnown('举行了知识', '𠮷田'), false)
      assert.equal(isKnown('知识', '。𠮷'), false)
      assert.equal(isKnown('全', '知'), false)
    }
  })

  it('are none on a page that is too long', () => {
    assert.equal(knownWordsIn(text, 5)('消防', '安全'), false)
  })
})
