import assert from 'node:assert/strict'
import {
  describeRanges,
  describeSpans,
  headerOf,
  spansOfRanges,
  textHash,
  textView,
} from '../../server/src/annotation/record/selectors.ts'

describe('selectors', () => {
  it('are the quote with 32 characters around it', () => {
    const text = `${'一'.repeat(40)}嘉兴市${'二'.repeat(40)}`
    assert.deepEqual(describeSpans(textView(text), [{ start: 40, end: 43 }]), {
      at: [[40, 43]],
      quote: ['嘉兴市'],
      prefix: '一'.repeat(32),
      suffix: '二'.repeat(32),
    })
  })

  it('count characters of two units once, and CRLF as one', () => {
    const view = textView('\uFEFF😀\r\n𠮷田\r\n茂访问')
    const span = { start: 5, end: 11 }
    const anchor = describeSpans(view, [span])
    assert.deepEqual(anchor, { at: [[2, 6]], quote: ['𠮷田\n茂'], prefix: '😀\n', suffix: '访问' })
    assert.deepEqual(spansOfRanges(view, anchor.at), [span])
  })

  it('round edges inside a character to the outside', () => {
    const view = textView('见𠮷田')
    assert.deepEqual(describeSpans(view, [{ start: 2, end: 4 }]).quote, ['𠮷田'])
    assert.deepEqual(describeSpans(view, [{ start: 0, end: 2 }]).quote, ['见𠮷'])
  })

  it('of a mention in pieces have the context of the first and the last', () => {
    const view = textView('请北京的市政府来')
    const spans = [
      { start: 1, end: 3 },
      { start: 4, end: 7 },
    ]
    const { quote, prefix, suffix } = describeSpans(view, spans)
    assert.deepEqual([quote, prefix, suffix], [['北京', '市政府'], '请', '来'])
  })

  it('stand ranges outside the text', () => {
    assert.deepEqual(describeRanges(textView('嘉兴'), [[1, 99]]).quote, ['兴'])
    assert.deepEqual(describeRanges(textView('嘉兴'), [[50, 99]]).at, [[2, 2]])
    assert.deepEqual(spansOfRanges(textView('嘉兴'), [[50, 99]]), [{ start: 2, end: 2 }])
    assert.deepEqual(describeSpans(textView(''), []).quote, [])
  })

  it('belong to a text of one hash, whatever its line breaks', () => {
    assert.equal(textHash('甲\n乙'), textHash('\uFEFF甲\r\n乙'))
    assert.notEqual(textHash('甲\n乙'), textHash('甲乙'))
    const newlines = ['甲', '甲\n', '甲\r\n', '甲\r', '甲\n乙\r\n']
    assert.deepEqual(
      newlines.map((text) => headerOf(textView(text), 'x.txt').newline),
      ['lf', 'lf', 'crlf', 'cr', 'mixed'],
    )
    // sha256sum of the three bytes of 甲.
    const { sha256, length } = headerOf(textView('甲'), 'x.txt')
    assert.equal(length, 1)
    assert.equal(sha256, '33e3580c093111e1c4cac922872c40371f7896bb3fa4e23be5840bd1834fc622')
  })
})
