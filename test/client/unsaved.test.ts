/** What a person reads of edits that are not saved. */
import assert from 'node:assert/strict'
import { unsavedLines } from '../../client/src/change/unsaved.ts'

describe('unsaved edits', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['a character too many', '一\n23个\n三', '一\n2123个\n三', ['− 2: 23个', '+ 2: 2123个']],
    ['two lines apart', 'a\nb\nc\nd', 'a1\nb\nc\nd1', ['− 1: a', '+ 1: a1', '− 4: d', '+ 4: d1']],
    ['a line more', 'a\nb', 'a\nx\nb', ['+ 2: x']],
    ['a line less', 'a\nb\nc', 'a\nc', ['− 2: b']],
    ['a line moved into two', 'ab\nc', 'a\nb\nc', ['− 1: ab', '+ 1: a', '+ 2: b']],
    ['line ends alone', 'a\r\nb', 'a\nb', []],
    ['nothing', '', '', []],
    ['all', '', '甲', ['− 1: ', '+ 1: 甲']],
  ]
  for (const [title, before, now, lines] of cases) {
    it(`are shown by their lines: ${title}`, () => {
      assert.deepEqual(unsavedLines(before, now), lines)
    })
  }

  it('in a long line are shown with what stands around them', () => {
    const [left, right] = ['一二三四五六七八九十'.repeat(4), '甲乙丙丁戊己庚辛壬癸'.repeat(4)]
    assert.deepEqual(unsavedLines(`${left}23个${right}`, `${left}2123个${right}`), [
      '− 1: …十一二三四五六七八九十23个甲乙丙丁戊己庚辛壬癸…',
      '+ 1: …十一二三四五六七八九十2123个甲乙丙丁戊己庚辛壬癸…',
    ])
  })
})
