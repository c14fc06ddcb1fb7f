import assert from 'node:assert/strict'
import type { SpanRecord } from '../../../server/src/annotation/record/record.ts'
import { defaultSchema } from '../../../server/src/annotation/schema/schema.ts'
import { type ReviewedPages, reviewed } from './pages.ts'

function recordsOf(pages: ReviewedPages, path: string): readonly SpanRecord[] {
  return pages
    .place(path)
    .document.annotations.records.flatMap(({ record }) => (record.kind === 'span' ? [record] : []))
}

describe('accepting and rejecting', () => {
  it('goes on with the next suggestion, and says how far the page is', () => {
    const pages = reviewed({
      '1.txt': '⟦王丽|Person⟧在⟦嘉兴|Place⟧见⟦富润|Organization⟧',
      '2.txt': '⟦南湖|Place⟧',
    })
    const first = pages.run('accept', '1.txt 王丽', { advance: true })
    assert.equal(first.next, '1.txt 嘉兴')
    const state = { done: 1, total: 3, open: 2, unsure: 0, doubts: 0, joins: 0 }
    assert.deepEqual(first.answer, { state })
    assert.equal(pages.run('reject', '1.txt 嘉兴', { advance: true }).next, '1.txt 富润')
    const last = pages.run('accept', '1.txt 富润', { advance: true })
    assert.equal(last.next, '2.txt 南湖')
    assert.deepEqual(last.answer, { state: { ...state, done: 3, open: 0 } })
    const end = pages.run('reject', '2.txt 南湖', { advance: true })
    assert.deepEqual([end.result.kind, end.next], ['edits', undefined])
  })

  it('goes on within the filter', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧在⟦嘉兴|Place⟧见⟦李明|Person⟧' })
    const values = { advance: true, filter: { types: ['Person'] } }
    const { next, answer } = pages.run('accept', '1.txt 王丽', values)
    assert.equal(next, '1.txt 李明')
    const state = { done: 1, total: 2, open: 1, unsure: 0, doubts: 0, joins: 0 }
    assert.deepEqual(answer, { state })
  })

  it('only goes on where no mention is', () => {
    const marked = '⟦王丽|Person⟧在这里⟦嘉兴|Place⟧'
    const pages = reviewed({ '1.txt': marked })
    const position = { line: 0, character: 3 }
    const { result, next } = pages.run('accept', '1.txt', { position, advance: true })
    assert.deepEqual([result.kind === 'edits' && result.edits, next], [[], '1.txt 嘉兴'])
    assert.equal(pages.shown('1.txt'), marked)
    assert.equal(pages.run('accept', '1.txt', { position }).result.kind, 'refused')
  })

  it('accepts again what was rejected, where that is shown', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person-⟧在⟦嘉兴|Place⟧' })
    assert.equal(pages.run('accept', '1.txt 王丽').result.kind, 'refused')
    pages.run('accept', '1.txt 王丽', { rejected: true })
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person!⟧在⟦嘉兴|Place⟧')
    pages.undo()
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person-⟧在⟦嘉兴|Place⟧')
  })

  it('stays where it is without `advance`', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧在⟦嘉兴|Place⟧' })
    assert.equal(pages.run('accept', '1.txt 王丽').next, '1.txt 王丽')
  })

  it('takes nobody’s other type', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧' })
    assert.equal(pages.run('accept', '1.txt 王丽', { type: 'Place' }).result.kind, 'refused')
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person⟧')
  })

  it('makes an unsure annotation sure, and changes nothing of a sure one', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person!⟧' }, { records: { 0: { unsure: true } } })
    pages.run('accept', '1.txt 王丽')
    assert.equal(recordsOf(pages, '1.txt')[0]?.unsure, undefined)
    const { result } = pages.run('accept', '1.txt 王丽')
    assert.deepEqual(result.kind === 'edits' && result.edits, [])
  })

  it('takes relations along with a rejected annotation, and back', () => {
    const pages = reviewed(
      { '1.txt': '⟦富润|Initiative!⟧由⟦总工会|Organization!⟧' },
      { relations: [['actor', 0, 1]] },
    )
    const { result } = pages.run('reject', '1.txt 总工会')
    assert.equal(result.kind === 'edits' && result.message, 'Relations dropped: 1')
    const relations = () =>
      pages
        .place('1.txt')
        .document.annotations.records.filter(({ record }) => record.kind === 'relation').length
    assert.equal(relations(), 0)
    pages.undo()
    assert.equal(relations(), 1)
  })

  it('is refused where an annotation stands already, unless annotations may overlap', () => {
    const marked = { '1.txt': '⟦⟦嘉兴|Place-⟧总工会|Organization!⟧' }
    const accept = (overlap: boolean) => {
      const pages = reviewed(marked, { schema: { ...defaultSchema, overlap } })
      const rejected = pages.place('1.txt').document.decided.find(({ text }) => text === '嘉兴')
      const id = rejected?.record?.id ?? ''
      assert.equal(pages.run('accept', '1.txt', { id }).result.kind, 'refused')
      const { result } = pages.run('accept', '1.txt', { id, rejected: true })
      return result.kind === 'refused' ? result.message : pages.shown('1.txt')
    }
    assert.equal(accept(false), '“嘉兴总工会” is annotated there already.')
    assert.equal(accept(true), '⟦⟦嘉兴|Place!⟧总工会|Organization!⟧')
  })
})

describe('deciding on many', () => {
  const marked = {
    '1.txt': '⟦王丽|Person⟧在⟦嘉兴|Place⟧',
    '2.txt': '⟦王丽|Person⟧和⟦李明|Person!⟧',
  }

  it('accepts on several pages in one step, and says what it left', () => {
    const pages = reviewed(marked)
    const items = ['1.txt 王丽', '2.txt 王丽', '2.txt 王丽', '2.txt 李明']
    const { result, answer } = pages.run('acceptMany', '1.txt', { items })
    assert.deepEqual(answer, { count: 2, left: 1 })
    assert.equal(result.kind === 'edits' && result.message, '2 done, 1 left as they are')
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person!⟧在⟦嘉兴|Place⟧')
    assert.equal(pages.shown('2.txt'), '⟦王丽|Person!⟧和⟦李明|Person!⟧')
    pages.undo()
    assert.equal(pages.shown('1.txt'), marked['1.txt'])
    assert.equal(pages.shown('2.txt'), marked['2.txt'])
  })

  it('rejects them, and is refused where nothing is a suggestion', () => {
    const pages = reviewed(marked)
    pages.run('rejectMany', '1.txt', { items: ['1.txt 嘉兴', '2.txt 王丽'] })
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person⟧在⟦嘉兴|Place-⟧')
    assert.equal(pages.shown('2.txt'), '⟦王丽|Person-⟧和⟦李明|Person!⟧')
    const again = pages.run('rejectMany', '1.txt', { items: ['1.txt 嘉兴'] })
    assert.equal(again.result.kind, 'refused')
  })
})
