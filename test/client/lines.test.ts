/** What is selected of a page, line by line. */
import assert from 'node:assert/strict'
import { linesOf } from '../../client/src/annotate/lines.ts'

const text = ['　　大标题', '副标题 ', '', '记者 王丽']
const cut = (from: readonly number[], to: readonly number[], isWhole = false) =>
  linesOf((line) => text[line] ?? '', { start: place(from), end: place(to) }, { isWhole }).map(
    ({ start, end }) => text[start.line]?.slice(start.character, end.character),
  )

function place([line = 0, character = 0]: readonly number[]) {
  return { line, character }
}

describe('lines of a selection', () => {
  it('have no white space at their edges, and are not empty', () => {
    assert.deepEqual(cut([0, 0], [3, 2]), ['大标题', '副标题', '记者'])
  })

  it('end before the line whose beginning is selected alone', () => {
    assert.deepEqual(cut([0, 3], [1, 0]), ['标题'])
  })

  it('may be whole lines', () => {
    assert.deepEqual(cut([0, 4], [1, 1], true), ['大标题', '副标题'])
    assert.deepEqual(cut([3, 1], [3, 1], true), ['记者 王丽'])
  })

  it('are none where nothing is selected', () => {
    assert.deepEqual(cut([0, 3], [0, 3]), [])
  })
})
