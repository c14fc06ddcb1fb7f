import assert from 'node:assert/strict'
import { wordMatcher } from '../../server/src/words/word-matcher.ts'

describe('a word matcher', () => {
  it('finds the longest word at a place', () => {
    const matcher = wordMatcher(['工会', '工会主席', '主席'])
    assert.equal(matcher.longestAt('副工会主席', 1), 4)
    assert.equal(matcher.longestAt('副工会主席', 0), 0)
  })

  it('finds words of one character, at the end of a text too', () => {
    const matcher = wordMatcher(['工', '会主', '𠮷野'])
    assert.deepEqual(
      Array.from('工会工会主𠮷野会', (_, at) => matcher.longestAt('工会工会主𠮷野会', at)),
      [1, 0, 1, 2, 0, 3, 0, 0],
    )
    assert.equal(matcher.longestAt('工', 0), 1)
    assert.equal(matcher.longestAt('工', 1), 0)
  })
})
