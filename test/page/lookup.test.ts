/** Looking up blocks, sentences and clauses by offset. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { blockAt } from '../../server/src/page/lookup.ts'
import { clauseAround, sentenceAround } from '../../server/src/page/sentences.ts'
import { parseMarked } from '../marked.ts'
import { analysePage } from './analyse-page.ts'

describe('look-ups in a page', () => {
  const text =
    '工运速递\n\n某市开会\n\n记者周静报道 昨天开会。\n\n某县开会\n\n记者余丽报道 今天开会。'
  const page = analysePage(text)

  it('finds the block at an offset, edges included', () => {
    const at = text.indexOf('昨天')
    assert.equal(blockAt(page, at)?.kind, 'paragraph')
    assert.equal(blockAt(page, at - 1)?.kind, 'byline')
    assert.equal(blockAt(page, text.length)?.kind, 'paragraph')
    assert.equal(blockAt(page, text.length + 9), undefined)
    assert.equal(blockAt(page, -1), undefined)
  })
})

describe('sentences and clauses', () => {
  const cases = [
    ['好。⟦他说:“今$0天好。”|S⟧再见。', sentenceAround],
    ['⟦一共10,000人$0。|S⟧完', sentenceAround],
    ['一⏎⟦二$0三|S⟧⏎四', sentenceAround],
    ['今年,⟦市$0总工会、|S⟧县总。', clauseAround],
  ] as const
  for (const [marked, find] of cases) {
    it(marked, () => {
      const { text, spans, cursor } = parseMarked(marked)
      const { start, end } = spans[0] ?? { start: 0, end: 0 }
      assert.deepEqual(find(text, cursor ?? 0), { start, end })
    })
  }

  it('takes a closing quote and dots with their sentence', () => {
    assert.deepEqual(sentenceAround('“进门!”他说', 5), { start: 5, end: 7 })
    assert.deepEqual(sentenceAround('等待……他来了', 5), { start: 4, end: 7 })
    assert.deepEqual(sentenceAround('', 3), { start: 0, end: 0 })
  })
})
