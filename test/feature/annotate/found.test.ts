import assert from 'node:assert/strict'
import { reviewed } from '../review/pages.ts'

const marked = {
  '1.txt': '⟦王丽|Person⟧在⟦嘉兴|Place!⟧的⟦驿站|Place⟧',
  '2.txt': '⟦王丽|Person⟧和驿站',
}

describe('annotating what was found', () => {
  it('marks places of several pages in one step', () => {
    const pages = reviewed(marked)
    const items = ['1.txt 驿站', '2.txt 驿站', '2.txt 驿站', '2.txt 和驿']
    const { result, answer } = pages.run('markMany', '1.txt', { items, type: 'Initiative' })
    assert.equal(result.kind === 'edits' && result.label, 'Mark 2 as Initiative')
    assert.deepEqual(answer, { count: 2, left: 2 })
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person⟧在⟦嘉兴|Place!⟧的⟦驿站|Initiative!⟧')
    assert.equal(pages.shown('2.txt'), '⟦王丽|Person⟧和⟦驿站|Initiative!⟧')
    pages.undo()
    assert.equal(pages.shown('1.txt'), marked['1.txt'])
    assert.equal(pages.shown('2.txt'), marked['2.txt'])
  })

  it('never changes one annotation twice', () => {
    const pages = reviewed({ '1.txt': '⟦嘉兴南湖|Place!⟧' })
    const items = ['1.txt 嘉兴', '1.txt 南湖']
    const { answer } = pages.run('markMany', '1.txt', { items, type: 'Place' })
    assert.deepEqual(answer, { count: 1, left: 1 })
    assert.equal(pages.shown('1.txt'), '⟦嘉兴|Place!⟧南湖')
  })

  it('gives mentions another type, and leaves what is no mention', () => {
    const pages = reviewed(marked)
    const items = ['1.txt 王丽', '2.txt 王丽', '2.txt 驿站']
    const { result, answer } = pages.run('retypeMany', '1.txt', { items, to: 'Group' })
    assert.equal(result.kind === 'edits' && result.message, '2 done, 1 left as they are')
    assert.deepEqual(answer, { count: 2, left: 1 })
    assert.equal(pages.shown('1.txt'), '⟦王丽|Group!⟧在⟦嘉兴|Place!⟧的⟦驿站|Place⟧')
    assert.equal(pages.shown('2.txt'), '⟦王丽|Group!⟧和驿站')
    pages.undo()
    assert.equal(pages.shown('1.txt'), marked['1.txt'])
  })

  it('links mentions to an entity', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧和⟦李明|Person⟧' })
    const { corpus, document } = pages.place('1.txt')
    const [first] = document.mentions
    const entity = first && corpus.index.entityOf('1.txt', first)?.id
    assert.ok(entity)
    const { answer } = pages.run('linkMany', '1.txt', { items: ['1.txt 李明'], entity })
    assert.deepEqual(answer, { count: 1, left: 0 })
    const now = pages.place('1.txt')
    const names = now.document.mentions.map(
      (mention) => now.corpus.index.entityOf('1.txt', mention)?.id,
    )
    assert.deepEqual(names, [entity, entity])
  })

  it('is refused where nothing is left to change', () => {
    const pages = reviewed(marked)
    for (const [name, values] of [
      ['retypeMany', { items: ['2.txt 驿站'], to: 'Group' }],
      ['markMany', { items: ['1.txt 嘉兴'], type: 'Place' }],
      ['markMany', { items: ['1.txt 王丽'], type: 'None' }],
    ] as const) {
      assert.equal(pages.run(name, '1.txt', values).result.kind, 'refused')
    }
  })
})
