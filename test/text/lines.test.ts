import assert from 'node:assert/strict'
import { lineIndex } from '../../server/src/text/lines.ts'

describe('the line index', () => {
  const text = '一\n二三\r\n\r四\u2028五'
  const lines = lineIndex(text)
  const slices = Array.from({ length: lines.lineCount }, (_, line) =>
    text.slice(lines.lineStart(line), lines.lineEnd(line)),
  )

  it('ends a line at \\n, \\r\\n and a lone \\r, and nowhere else', () => {
    assert.deepEqual(slices, ['一', '二三', '', '四\u2028五'])
  })

  it('has one line for an empty text, and an empty one behind a last break', () => {
    assert.equal(lineIndex('').lineCount, 1)
    assert.equal(lineIndex('一\n').lineCount, 2)
  })

  it('goes from offset to position and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const position = lines.position(offset)
      // Inside \r\n is the end of the line, since no cursor can stand there.
      const expected = offset === 5 ? 4 : offset
      assert.equal(lines.offset(position), expected, `offset ${offset}`)
    }
    assert.deepEqual(lines.position(3), { line: 1, character: 1 })
  })

  it('takes what lies outside to the nearest place', () => {
    assert.deepEqual(lines.position(-1), { line: 0, character: 0 })
    assert.deepEqual(lines.position(99), { line: 3, character: 3 })
    assert.equal(lines.offset({ line: 1, character: 99 }), 4)
    assert.equal(lines.offset({ line: 1, character: -1 }), 2)
    assert.equal(lines.offset({ line: 99, character: 0 }), text.length)
    assert.equal(lines.offset({ line: -1, character: 5 }), 0)
    assert.deepEqual([lines.lineStart(-1), lines.lineEnd(99)], [0, text.length])
  })
})
