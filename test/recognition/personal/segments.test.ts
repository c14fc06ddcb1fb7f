import assert from 'node:assert/strict'
import { longestSegment, segmentsOf } from '../../../server/src/recognition/personal/segments.ts'

function pieces(text: string): string[] {
  return segmentsOf(text).map(({ start, end }) => text.slice(start, end))
}

describe('segments', () => {
  it('are sentences with their closing marks, and lines', () => {
    assert.deepEqual(pieces('他说:“好。”大家笑了!\n本报讯'), [
      '他说:“好。”',
      '大家笑了!',
      '\n',
      '本报讯',
    ])
  })

  it('cover any text and none is too long', () => {
    for (const text of ['', '。', '”'.repeat(1000), '长'.repeat(1000), '。'.repeat(700)]) {
      assert.equal(pieces(text).join(''), text)
      assert.ok(pieces(text).every((piece) => piece.length > 0 && piece.length <= longestSegment))
    }
  })
})
