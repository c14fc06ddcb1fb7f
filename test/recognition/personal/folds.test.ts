import assert from 'node:assert/strict'
import { heldBack, manyPages } from '../../../server/src/recognition/personal/folds.ts'

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${at}.txt`)
}

describe('pages held back', () => {
  it('are each page once, alone for less than five', () => {
    assert.deepEqual(heldBack(ids(3)), [[0], [1], [2]])
    assert.deepEqual(heldBack(ids(7)), [[0, 5], [1, 6], [2], [3], [4]])
  })

  it('are none of a single page', () => {
    assert.deepEqual(heldBack(ids(1)), [])
    assert.deepEqual(heldBack([]), [])
  })

  it('are about a fifth of many, and stay held back when others come', () => {
    const [some = []] = heldBack(ids(100))
    assert.ok(some.length > 10 && some.length < 35)
    const [more = []] = heldBack(ids(200))
    assert.deepEqual(
      more.filter((index) => index < 100),
      some,
    )
    assert.equal(heldBack(ids(manyPages)).length, 1)
  })
})
