import assert from 'node:assert/strict'
import { nextStop } from '../../../server/src/feature/review/next.ts'
import { stopsOf } from '../../../server/src/feature/review/stops.ts'
import type { ReviewFilter } from '../../../server/src/protocol.ts'
import { sliceSpan } from '../../../server/src/text/span.ts'
import { type Given, parse } from '../annotate/fixture.ts'
import { reviewed } from './pages.ts'

/** Where a review comes to from the cursor or selection on the first page: `2.txt 富润`, `↺` when it went round. */
function next(
  marked: readonly string[],
  filter: ReviewFilter = {},
  { direction = 'next', ...given }: Given & { direction?: 'next' | 'previous' } = {},
): string | undefined {
  const pages = reviewed(Object.fromEntries(marked.map((text, i) => [`${i + 1}.txt`, text])), given)
  const { cursor = 0, selection } = parse(marked[0] ?? '')
  const from = selection ?? { start: cursor, end: cursor }
  const found = nextStop(pages.place('1.txt'), {
    direction,
    filter,
    from,
    versions: { recogniser: '1' },
  })
  if (found === undefined) return undefined
  const { path, text } = found.document
  const { start, end } = found.stop.span
  return `${path} ${text.slice(start, end)}${found.wrapped ? ' ↺' : ''}`
}

describe('the next stop of a review', () => {
  it('is the next suggestion, not what is decided', () => {
    assert.equal(next(['$0⟦王丽|Person!⟧在⟦嘉兴|Place-⟧见⟦富润|Organization⟧']), '1.txt 富润')
  })

  it('is behind the selection, also where that ends at it', () => {
    assert.equal(next(['$<⟦嘉兴|Place⟧>$⟦富润|Organization⟧']), '1.txt 富润')
    assert.equal(
      next(['⟦嘉兴|Place⟧$<⟦富润|Organization⟧>$'], {}, { direction: 'previous' }),
      '1.txt 嘉兴',
    )
  })

  it('is on the next page that has one when this one has no more, round the corpus', () => {
    const last = '⟦富润|Organization⟧'
    assert.equal(next(['⟦嘉兴|Place⟧$0', '没有', last]), '3.txt 富润')
    assert.equal(next(['⟦嘉兴|Place⟧$0', '没有']), '1.txt 嘉兴 ↺')
    assert.equal(
      next(['$0⟦嘉兴|Place⟧', '没有', last], {}, { direction: 'previous' }),
      '3.txt 富润 ↺',
    )
    assert.equal(next(['$0没有', '⟦嘉兴|Place!⟧']), undefined)
  })

  it('is within the filter', () => {
    const page = '$0⟦嘉兴|Place⟧的⟦富润|Organization⟧'
    assert.equal(next([page], { types: ['Organization'] }), '1.txt 富润')
    assert.equal(next([page], { maximumConfidence: 0.5 }), undefined)
    assert.equal(next([page], { types: [] }), '1.txt 嘉兴')
  })

  it('stays in the article of the filter', () => {
    const page = '甲题⏎文⟦嘉兴|Place⟧。⏎⏎乙题⏎文⟦富润|Organization⟧$0。'
    assert.equal(next([page, '⟦南湖|Place⟧'], { article: 0 }), '1.txt 嘉兴 ↺')
    assert.equal(next([page, '⟦南湖|Place⟧']), '2.txt 南湖')
  })

  it('is an unsure mark where the filter says so', () => {
    const given = { records: { 0: { unsure: true } } } as const
    const page = '$0⟦嘉兴|Place⟧在⟦王丽|Person!⟧'
    assert.equal(next([page], { unsure: true }, { records: { 1: { unsure: true } } }), '1.txt 王丽')
    assert.equal(next(['⟦王丽|Person!⟧$0⟦嘉兴|Place⟧'], { unsure: true }, given), '1.txt 王丽 ↺')
  })

  it('is a quotation, a title or a number without any mention where the filter says so', () => {
    const page =
      '在$0⟦嘉兴|Place⟧读《“十匠”办法》,说“⟦富润|Organization!⟧”和“乐业”,有三十五家、1,200人。'
    const seen = (filter: ReviewFilter): readonly string[] => {
      const { document } = reviewed({ '1.txt': page.replace('$0', '') }).place('1.txt')
      return stopsOf(document, filter).map(({ span }) => sliceSpan(document.text, span))
    }
    const types = ['Date']
    assert.deepEqual(seen({ gaps: ['quote', 'title', 'number'], types }), [
      '《“十匠”办法》',
      '十匠',
      '乐业',
      '三十五',
      '1,200',
    ])
    assert.deepEqual(seen({ gaps: ['title'] }), ['嘉兴', '《“十匠”办法》'])
    assert.deepEqual(seen({ types }), [])
    assert.equal(next([page], { gaps: ['number'], types }), '1.txt 三十五')
  })

  it('does not lead to another page that is done, unless it is stale', () => {
    const page = '$0文'
    const pages = reviewed({ '1.txt': page, '2.txt': '⟦嘉兴|Place⟧' })
    pages.run('done', '2.txt', { force: true })
    const found = (recogniser: string) =>
      nextStop(pages.place('1.txt'), {
        direction: 'next',
        filter: {},
        from: { start: 0, end: 0 },
        versions: { recogniser },
      })?.document.path
    assert.equal(found('1'), undefined)
    assert.equal(found('2'), '2.txt')
  })
})
