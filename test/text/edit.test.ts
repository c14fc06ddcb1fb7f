import assert from 'node:assert/strict'
import { applyEdit, enclosingEdit } from '../../server/src/text/edit.ts'

describe('edits', () => {
  it('replace a span, which may lie outside', () => {
    assert.equal(applyEdit('一二三', { span: { start: 1, end: 2 }, text: '贰贰' }), '一贰贰三')
    assert.equal(applyEdit('一二三', { span: { start: 2, end: 99 }, text: '' }), '一二')
    assert.equal(applyEdit('一二三', { span: { start: 99, end: 99 }, text: '四' }), '一二三四')
    assert.equal(applyEdit('一二三', { span: { start: -5, end: 1 }, text: '' }), '二三')
  })

  it('are enclosed by all that may have been edited', () => {
    for (const [before, after, span] of [
      ['甲乙丙', '甲丁丙', { start: 1, end: 2 }],
      ['甲富润乙', '甲富润富润乙', { start: 1, end: 3 }],
      ['甲富润富润乙', '甲富润乙', { start: 1, end: 5 }],
      ['甲', '甲', { start: 0, end: 1 }],
    ] as const) {
      const edit = enclosingEdit(before, after)
      assert.deepEqual(edit.span, span)
      assert.equal(applyEdit(before, edit), after)
    }
  })
})
