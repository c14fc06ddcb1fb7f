/** Jumps between an article read in order and its page. */
import assert from 'node:assert/strict'
import {
  type Pieces,
  rangeToLogical,
  toLogical,
  toSource,
} from '../../client/src/article/pieces.ts'

const at = (line: number, character: number) => ({ line, character })
const range = (line: number, from: number, to: number) => ({
  start: at(line, from),
  end: at(line, to),
})

/** An article whose second paragraph stands before its first on the page and joins two lines. */
const pieces: Pieces = [
  { logical: range(0, 0, 6), source: range(9, 4, 10) },
  { logical: range(1, 0, 5), source: range(2, 0, 5) },
  { logical: range(1, 5, 8), source: range(4, 0, 3) },
]

describe('positions of an article read in order', () => {
  it('go to the page', () => {
    assert.deepEqual(toSource(pieces, at(0, 2)), at(9, 6))
    assert.deepEqual(toSource(pieces, at(1, 6)), at(4, 1))
  })

  it('go to the end of the page text from behind the article', () => {
    assert.deepEqual(toSource(pieces, at(7, 0)), at(4, 3))
    assert.equal(toSource([], at(0, 0)), undefined)
  })

  it('come back from the page', () => {
    assert.deepEqual(toLogical(pieces, at(9, 6)), at(0, 2))
    assert.deepEqual(toLogical(pieces, at(4, 1)), at(1, 6))
    assert.equal(toLogical(pieces, at(3, 0)), undefined)
  })

  it('keep their line in a piece of several lines', () => {
    const tall: Pieces = [
      {
        logical: { start: at(0, 2), end: at(1, 3) },
        source: { start: at(5, 7), end: at(6, 3) },
      },
    ]
    assert.deepEqual(toSource(tall, at(1, 1)), at(6, 1))
    assert.deepEqual(toLogical(tall, at(5, 8)), at(0, 3))
  })

  it('are whole for a mark that a column break cut in the page', () => {
    const mark = { start: at(2, 3), end: at(4, 2) }
    assert.deepEqual(rangeToLogical(pieces, mark), [range(1, 3, 5), range(1, 5, 7)])
    assert.deepEqual(rangeToLogical(pieces, range(3, 0, 4)), [])
  })
})
