import assert from 'node:assert/strict'
import {
  byPosition,
  containsOffset,
  containsSpan,
  hull,
  overlaps,
  sameSpan,
  sliceSpan,
  touchesOffset,
} from '../../server/src/text/span.ts'

const span = (start: number, end: number) => ({ start, end })

describe('spans', () => {
  it('are half-open', () => {
    assert.equal(sliceSpan('一二三', span(1, 2)), '二')
    assert.deepEqual(
      [1, 2].map((at) => containsOffset(span(1, 2), at)),
      [true, false],
    )
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => touchesOffset(span(1, 2), at)),
      [false, true, true, false],
    )
  })

  it('overlap only when they share a character', () => {
    assert.equal(overlaps(span(0, 2), span(1, 3)), true)
    assert.equal(overlaps(span(0, 2), span(2, 3)), false)
    assert.equal(containsSpan(span(0, 3), span(0, 3)), true)
    assert.equal(containsSpan(span(0, 3), span(1, 4)), false)
    assert.equal(sameSpan(span(0, 3), span(0, 3)), true)
    assert.equal(sameSpan(span(0, 3), span(0, 2)), false)
  })

  it('have a hull', () => {
    assert.deepEqual(hull([span(4, 6), span(0, 1)]), span(0, 6))
    assert.equal(hull([]), undefined)
    assert.deepEqual(
      hull(Array.from({ length: 200_000 }, (_, i) => span(i, i + 1))),
      span(0, 200_000),
    )
  })

  it('are sorted by start, the longer first', () => {
    assert.deepEqual([span(1, 2), span(0, 1), span(1, 3)].sort(byPosition), [
      span(0, 1),
      span(1, 3),
      span(1, 2),
    ])
  })
})
