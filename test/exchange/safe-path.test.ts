import assert from 'node:assert/strict'
import { sizeProblem } from '../../server/src/exchange/file/limits.ts'
import { safeName, safePath } from '../../server/src/exchange/file/safe-path.ts'
import {
  codePoints,
  lfText,
  utf8Bytes,
  utf16,
} from '../../server/src/exchange/our-page/text-positions.ts'

describe('paths from outside', () => {
  it('stay in the folder that was chosen', () => {
    assert.equal(safePath('a/b.txt'), 'a/b.txt')
    assert.equal(safePath('./a//b.txt'), 'a/b.txt')
    assert.equal(safePath('a\\版面.txt'), 'a/版面.txt')
    for (const path of [
      '',
      '.',
      '..',
      '../a',
      'a/../../b',
      '/a',
      '\\a',
      'C:\\a',
      'a:b',
      'a\0b',
      'a\u001b[31m',
      'a\u009bb',
      'a\u202etxt.b',
      'a/.. /b',
      'nul',
      'con.txt',
      'a/b.',
    ])
      assert.equal(safePath(path), undefined, path)
  })

  it('are made of any title', () => {
    assert.equal(safeName('工人报'), '工人报')
    assert.equal(safeName('../a/b?'), '_a_b_')
    for (const title of ['', '..', '/', 'nul', '   ']) assert.ok(safePath(safeName(title)), title)
  })
})

describe('positions of other tools', () => {
  it('are code points, bytes or UTF-16 units, there and back', () => {
    const text = 'a𠮷é国'
    for (const [positions, length] of [
      [codePoints(text), 4],
      [utf8Bytes(text), 10],
      [utf16(text), 5],
    ] as const) {
      assert.equal(positions.length, length)
      for (const offset of [0, 1, 3, 4, 5]) {
        assert.equal(positions.toOffset(positions.toPosition(offset)), offset)
      }
      assert.equal(positions.toOffset(99), 5)
      assert.equal(positions.toPosition(-1), 0)
    }
    assert.equal(codePoints(text).toPosition(2), 1)
  })

  it('are taken to the text with LF newlines', () => {
    const { text, toLf } = lfText('\uFEFFa\r\nb\rc')
    assert.equal(text, 'a\nb\nc')
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map(toLf), [0, 0, 1, 1, 2, 3, 4, 5])
  })
})

describe('a file that is too large', () => {
  it('is told with its size', () => {
    assert.equal(sizeProblem(200_000_000), undefined)
    assert.match(sizeProblem(200_000_001) ?? '', /201 MB.*200 MB/)
  })
})
