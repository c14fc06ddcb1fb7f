import assert from 'node:assert/strict'
import {
  Collocates,
  characters,
  type Tokens,
} from '../../../server/src/feature/search/collocates.ts'
import { matchesIn } from '../../../server/src/feature/search/expressions.ts'
import { textHits } from '../../../server/src/feature/search/page-hits.ts'

/** Of a page with one text, in which `word` is looked for. */
function beside(text: string, word: string, window: number, tokens: Tokens = characters) {
  const pieces = [{ logical: 0, source: 0, length: text.length }]
  const content = { text, units: [{ article: undefined, text, pieces }], attributes: [] }
  const collocates = new Collocates(tokens, window)
  const query = { terms: [{ kind: 'text', text: word } as const], near: undefined }
  collocates.add(content, textHits(content, query, matchesIn))
  return collocates
}

describe('what stands beside what was found', () => {
  it('is counted on both sides, with PMI and log-likelihood', () => {
    const [first, ...rest] = beside('甲驿站乙。丙驿站乙。丁戊己。', '驿站', 1).found(2)
    assert.deepEqual(rest, [])
    assert.ok(first)
    const { pmi, likelihood, ...counts } = first
    assert.deepEqual(counts, { text: '乙', count: 2, left: 0, right: 2, total: 2 })
    assert.equal(pmi.toFixed(4), '1.4594')
    assert.equal(likelihood.toFixed(4), '4.8859')
  })

  it('is counted once between two places, and never where it is part of one', () => {
    const found = beside('驿站甲驿站，乙乙乙乙乙乙', '驿站', 3).found(1)
    assert.deepEqual(
      found.map(({ text, count }) => [text, count]),
      [
        ['甲', 1],
        ['乙', 3],
      ],
    )
  })

  it('is not what stands there less often than by chance', () => {
    const found = beside('甲甲甲甲乙驿丙甲甲甲', '驿', 2).found(1)
    assert.deepEqual(
      found.map(({ text }) => text),
      ['丙', '乙'],
    )
  })

  it('may be words', () => {
    const words: Tokens = (text) =>
      [...text.matchAll(/爱心|驿站|启用|。/g)].map(({ 0: word, index }) => {
        return { start: index, end: index + word.length }
      })
    const found = beside('启用爱心驿站。爱心驿站启用。', '驿站', 1, words).found(2)
    assert.deepEqual(
      found.map(({ text, left, right }) => [text, left, right]),
      [['爱心', 2, 0]],
    )
  })
})
