import assert from 'node:assert/strict'
import { reviewed } from './pages.ts'

const marked = {
  '1.txt': '⟦富润|Organization⟧和⟦富润|Organization⟧。',
  '2.txt': '⟦富润|Place⟧、⟦富润|Organization⟧、⟦嘉兴|Place⟧',
  '3.txt': '⟦富润|Organization!⟧',
}

describe('deciding on a name', () => {
  it('is previewed: places, sentences, other types, annotations', () => {
    const pages = reviewed(marked)
    const values = { scope: 'corpus', preview: true }
    const { result, answer } = pages.run('acceptAllOfName', '1.txt 富润', values)
    assert.deepEqual(answer, {
      name: '富润',
      type: 'Organization',
      count: 3,
      pages: 2,
      otherTypes: { Place: 1 },
      annotated: 1,
    })
    assert.ok(result.kind === 'answer')
    assert.deepEqual(
      result.items?.map(({ uri, span, type, sentence }) => [
        uri.slice(-5),
        span.start,
        type,
        sentence,
      ]),
      [
        ['1.txt', 0, 'Organization', '富润和富润。'],
        ['1.txt', 3, 'Organization', '富润和富润。'],
        ['2.txt', 3, 'Organization', '富润、富润、嘉兴'],
        ['2.txt', 0, 'Place', '富润、富润、嘉兴'],
      ],
    )
    assert.equal(pages.shown('1.txt'), marked['1.txt'])
  })

  it('is for the page, or for the corpus in one step', () => {
    const pages = reviewed(marked)
    pages.run('acceptAllOfName', '1.txt 富润', { scope: 'page' })
    assert.equal(pages.shown('1.txt'), '⟦富润|Organization!⟧和⟦富润|Organization!⟧。')
    assert.equal(pages.shown('2.txt'), marked['2.txt'])
    pages.run('acceptAllOfName', '1.txt 富润', { scope: 'corpus', otherTypes: true })
    assert.equal(pages.shown('2.txt'), '⟦富润|Organization!⟧、⟦富润|Organization!⟧、⟦嘉兴|Place⟧')
    pages.undo()
    assert.equal(pages.shown('2.txt'), marked['2.txt'])
  })

  it('is about picked places only', () => {
    const pages = reviewed(marked)
    const values = { scope: 'corpus', items: ['1.txt 富润'] }
    assert.deepEqual(pages.run('rejectAllOfName', '1.txt 富润', values).answer, {
      count: 1,
      left: 0,
    })
    assert.equal(pages.shown('1.txt'), '⟦富润|Organization-⟧和⟦富润|Organization⟧。')
    assert.equal(pages.place('1.txt').corpus.names.negative.size, 0)
  })

  it('is remembered for new pages when it is rejected in the corpus, and taken back with it', () => {
    const pages = reviewed(marked)
    const { answer } = pages.run('rejectAllOfName', '1.txt 富润', { scope: 'corpus' })
    assert.deepEqual(answer, { count: 3, left: 0 })
    const negative = () => [...pages.place('1.txt').corpus.names.negative]
    assert.deepEqual(negative(), ['Organization 富润'])
    assert.equal(pages.shown('2.txt'), '⟦富润|Place⟧、⟦富润|Organization-⟧、⟦嘉兴|Place⟧')
    assert.equal(pages.shown('3.txt'), marked['3.txt'])
    pages.undo()
    assert.deepEqual(negative(), [])
    assert.equal(pages.shown('1.txt'), marked['1.txt'])
  })

  it('of the page alone is not remembered for others', () => {
    const pages = reviewed(marked)
    pages.run('rejectAllOfName', '1.txt 富润', { scope: 'page' })
    assert.equal(pages.place('1.txt').corpus.names.negative.size, 0)
  })

  it('marks everywhere what was marked once', () => {
    const pages = reviewed(marked)
    const { answer, result } = pages.run('markEverywhere', '3.txt 富润')
    assert.ok(result.kind === 'answer')
    assert.equal(result.items?.length, 4)
    assert.deepEqual({ ...Object(answer), type: 0 }, { ...Object(answer), count: 3, type: 0 })
    pages.run('markEverywhere', '3.txt 富润', { apply: true })
    assert.equal(pages.shown('1.txt'), '⟦富润|Organization!⟧和⟦富润|Organization!⟧。')
    assert.equal(pages.run('markEverywhere', '2.txt 嘉兴').result.kind, 'refused')
  })
})
