import assert from 'node:assert/strict'
import { codePointMap, lfView } from '../../server/src/text/code-points.ts'

const texts = [
  '',
  '\uFEFF',
  '\uFEFF版\r\n𠮷田\r\r\n茂\n',
  '𠮷😀',
  '\ud83d版\ude00',
  '\r\n\r\n',
  'a\uFEFFb',
  '\ud83d\ud83d\ude00\ude00',
]

describe('code points', () => {
  it('are those of the text with LF newlines and without byte order mark', () => {
    assert.equal(lfView('\uFEFF一\r\n二\r三\n\uFEFF'), '一\n二\n三\n\uFEFF')
    for (const text of texts) assert.equal(codePointMap(text).length, [...lfView(text)].length)
  })

  it('count what stands before an offset', () => {
    for (const text of texts) {
      const map = codePointMap(text)
      for (let offset = 0; offset <= text.length; offset++) {
        if (isInsidePair(text, offset)) continue
        const expected = [...lfView(text.slice(0, offset))].length
        assert.equal(map.toCodePoint(offset), expected, `${JSON.stringify(text)} at ${offset}`)
      }
    }
  })

  it('take an offset inside a pair to its start', () => {
    assert.equal(codePointMap('一𠮷').toCodePoint(2), 1)
    assert.equal(codePointMap('一\r\n').toCodePoint(2), 1)
  })

  it('go back to the offset they came from', () => {
    for (const text of texts) {
      const map = codePointMap(text)
      for (let point = 0; point <= map.length; point++) {
        assert.equal(map.toCodePoint(map.toOffset(point)), point, JSON.stringify(text))
        assert.ok(!isInsidePair(text, map.toOffset(point)))
      }
    }
    assert.equal(codePointMap('\uFEFF版').toOffset(0), 1)
  })

  it('outside the text are its ends', () => {
    const map = codePointMap('一𠮷')
    assert.deepEqual([map.toCodePoint(-1), map.toCodePoint(99)], [0, 2])
    assert.deepEqual([map.toOffset(-1), map.toOffset(99)], [0, 3])
  })
})

function isInsidePair(text: string, offset: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1))
}
