import assert from 'node:assert/strict'
import { wordTrie } from '../../server/src/words/word-trie.ts'

const trie = wordTrie([['工会', '总工会'], ['工会', '工会主席', '工'], ['']])
const text = '市总工会主席'
const units = Uint16Array.from(text, (character) => character.charCodeAt(0))

describe('trie of words', () => {
  it('tells every word that begins at a place, with its lists', () => {
    const found: string[] = []
    const sink = {
      found: (start: number, end: number, lists: number) =>
        found.push(`${text.slice(start, end)} ${lists}`),
    }
    for (let at = 0; at < text.length; at++) trie.walk(units, at, text.length, sink)
    assert.deepEqual(found, ['总工会 1', '工 2', '工会 3', '工会主席 2'])
  })

  it('does not look behind the end', () => {
    const found: number[] = []
    trie.walk(units, 2, 4, { found: (_, end) => found.push(end) })
    assert.deepEqual(found, [3, 4])
  })

  it('knows the lists of a whole word only', () => {
    assert.equal(trie.listsOf(text, 2, 4), 3)
    assert.equal(trie.listsOf(text, 2, 5), 0)
    assert.equal(trie.listsOf(text, 0, 1), 0)
  })
})
