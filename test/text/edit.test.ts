import assert from 'node:assert/strict'
import { applyEdit, moveSpan } from '../../server/src/text/edit.ts'

/** The span of `⟨…⟩` in a text without it. */
function bracketed(text: string): {
  readonly text: string
  readonly start: number
  readonly end: number
} {
  const start = text.indexOf('⟨')
  return { text: text.replace(/[⟨⟩]/g, ''), start, end: text.indexOf('⟩') - 1 }
}

/** `text` with a span, after `text[start, end)` became `by`. */
function moved(text: string, [start, end]: readonly [number, number], by: string): string {
  const before = bracketed(text)
  const edit = { span: { start, end }, text: by }
  const span = moveSpan(before, edit)
  const after = applyEdit(before.text, edit)
  return `${after.slice(0, span.start)}⟨${after.slice(span.start, span.end)}⟩${after.slice(span.end)}`
}

describe('edits', () => {
  it('replace a span, which may lie outside', () => {
    assert.equal(applyEdit('一二三', { span: { start: 1, end: 2 }, text: '贰贰' }), '一贰贰三')
    assert.equal(applyEdit('一二三', { span: { start: 2, end: 99 }, text: '' }), '一二')
    assert.equal(applyEdit('一二三', { span: { start: 99, end: 99 }, text: '四' }), '一二三四')
    assert.equal(applyEdit('一二三', { span: { start: -5, end: 1 }, text: '' }), '二三')
  })

  it('before or behind a span move it or leave it', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 1], ''), '⟨嘉兴市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [4, 5], '丙丁'), '甲⟨嘉兴市⟩丙丁')
  })

  it('at the edges stay outside', () => {
    assert.equal(moved('甲⟨嘉兴⟩乙', [1, 1], '在'), '甲在⟨嘉兴⟩乙')
    assert.equal(moved('甲⟨嘉兴⟩乙', [3, 3], '市'), '甲⟨嘉兴⟩市乙')
  })

  it('inside grow and shrink it', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [2, 3], '善县'), '甲⟨嘉善县市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 2], ''), '甲⟨兴市⟩乙')
  })

  it('over an edge leave what is left of it', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 2], '丙'), '丙⟨兴市⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [3, 5], '丙丁'), '甲⟨嘉兴⟩丙丁')
  })

  it('over the whole of it leave nothing', () => {
    assert.equal(moved('甲⟨嘉兴市⟩乙', [0, 5], '丙'), '丙⟨⟩')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 4], ''), '甲⟨⟩乙')
    assert.equal(moved('甲⟨嘉兴市⟩乙', [1, 4], '丙'), '甲⟨⟩丙乙')
  })

  it('keep an empty span where it is', () => {
    assert.deepEqual(moveSpan({ start: 2, end: 2 }, { span: { start: 3, end: 3 }, text: 'x' }), {
      start: 2,
      end: 2,
    })
  })

  it('never give a span outside the text', () => {
    for (let start = 0; start <= 4; start++) {
      for (let end = start; end <= 4; end++) {
        for (let from = 0; from <= 4; from++) {
          for (let to = from; to <= 4; to++) {
            const edit = { span: { start: from, end: to }, text: '新' }
            const span = moveSpan({ start, end }, edit)
            const { length } = applyEdit('一二三四', edit)
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= length)
          }
        }
      }
    }
  })
})
