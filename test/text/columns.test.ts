import assert from 'node:assert/strict'
import { alignColumns, cutToWidth, displayWidth, wrap } from '../../server/src/text/columns.ts'

describe('columns', () => {
  it('count two for Chinese, full-width and emoji', () => {
    const widths = ['ab', '工人', '，。', 'ＡＢ', '𠮷', '😀', '“”·…', 'é', 'e\u0301'].map(
      displayWidth,
    )
    assert.deepEqual(widths, [2, 4, 4, 4, 2, 2, 4, 1, 1])
  })

  it('are aligned, without spaces at the end of a line', () => {
    const rows = [
      ['工人', 'a', ''],
      ['b', '', 'c'],
    ]
    assert.deepEqual(alignColumns(rows), ['工人  a', 'b        c'])
    assert.deepEqual(alignColumns([]), [])
  })

  it('show breaks, and let no control through to the terminal', () => {
    assert.deepEqual(alignColumns([['一\r\n二\n三\t四\r', '\u001b[31m\u202e']]), [
      '一⏎二⏎三 四⏎  \\u001b[31m\\u202e',
    ])
  })

  it('are cut between characters', () => {
    assert.equal(cutToWidth('工人日报', 8), '工人日报')
    assert.equal(cutToWidth('工人日报', 7), '工人日…')
    assert.equal(cutToWidth('工人日报', 6), '工人…')
    assert.equal(cutToWidth('', 0), '')
  })
})

describe('wrap', () => {
  it('breaks at spaces, a Chinese character two columns wide', () => {
    assert.deepEqual(wrap('aa 工会 b', 7), ['aa 工会', 'b'])
    assert.deepEqual(wrap('aa 工会 b', 6), ['aa', '工会 b'])
  })

  it('lets a word that is too long stand alone', () => {
    assert.deepEqual(wrap('a bbbbbb c', 3), ['a', 'bbbbbb', 'c'])
    assert.deepEqual(wrap('', 3), [''])
  })
})
