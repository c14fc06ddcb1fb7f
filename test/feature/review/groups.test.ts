/** What is open in groups over many pages, part by part, and decisions on a whole group. */
import assert from 'node:assert/strict'
import {
  GroupCount,
  type Grouped,
  PartOf,
  thingsInGroup,
} from '../../../server/src/feature/review/groups.ts'
import { pagesToReview } from '../../../server/src/feature/review/progress.ts'
import { type ReviewedPages, reviewed } from './pages.ts'

const groupsOf = ({ workspace }: ReviewedPages, { by, filter = {} }: Partial<Grouped>) => {
  const count = new GroupCount({ by: by ?? 'name', filter })
  for (const place of pagesToReview(workspace.snapshot())) count.add(place)
  return count.inOrder()
}

const marked = {
  '1.txt': '⟦富润|Organization⟧和⟦富润|Organization⟧、⟦嘉兴|Place⟧。',
  '2.txt': '⟦富润|Place⟧、⟦富润|Organization⟧、⟦嘉兴|Place⟧',
  '3.txt': '⟦富润|Organization!⟧',
}

describe('the groups of a review', () => {
  it('are names with their types, those with the most suggestions first', () => {
    const found = groupsOf(reviewed(marked), { by: 'name' })
    assert.deepEqual(
      found.map(({ text, type, count, pages }) => [text, type, count, pages]),
      [
        ['富润', 'Organization', 3, 2],
        ['嘉兴', 'Place', 2, 2],
        ['富润', 'Place', 1, 1],
      ],
    )
  })

  it('are types in the order of the schema', () => {
    const found = groupsOf(reviewed(marked), { by: 'type' })
    assert.deepEqual(
      found.map(({ type, count }) => [type, count]),
      [
        ['Organization', 3],
        ['Place', 3],
      ],
    )
  })

  it('are bands of confidence, which leave nothing out', () => {
    const found = groupsOf(reviewed(marked), { by: 'confidence' })
    assert.equal(
      found.reduce((sum, { count }) => sum + count, 0),
      6,
    )
    for (const { kind, from = -1, below = 2 } of found) {
      assert.equal(kind, 'confidence')
      assert.ok(from >= 0 && below > from)
    }
  })

  it('are within the filter', () => {
    const found = groupsOf(reviewed(marked), { by: 'name', filter: { types: ['Place'] } })
    assert.deepEqual(
      found.map(({ text }) => text),
      ['嘉兴', '富润'],
    )
  })

  it('have what is no suggestion behind them', () => {
    const pages = reviewed(marked, { records: {} })
    const unsure = reviewed(
      { '1.txt': '⟦嘉兴|Place⟧⟦富润|Organization!⟧' },
      {
        records: { 1: { unsure: true } },
      },
    )
    assert.ok(groupsOf(pages, { by: 'name' }).every(({ kind }) => kind === 'name'))
    assert.deepEqual(
      groupsOf(unsure, { by: 'name' }).map(({ kind }) => kind),
      ['name', 'unsure'],
    )
  })
})

describe('a review with thousands', () => {
  const [pageCount, perPage] = [30, 100]
  const texts = Object.fromEntries(
    Array.from({ length: pageCount }, (_, page) => [
      `${String(page + 1).padStart(2, '0')}.txt`,
      // No two pages are alike.
      `第${page}版。${Array.from({ length: perPage }, (_, i) => `⟦第${i % 50}工会|Organization⟧`).join('，')}。`,
    ]),
  )
  const pages = reviewed({ '1.txt': '没有。', ...texts })
  const places = pagesToReview(pages.workspace.snapshot())
  const key = 'name Organization 第7工会'

  it('is as many groups as there are names', () => {
    const found = groupsOf(pages, { by: 'name' })
    assert.equal(found.length, 50)
    assert.ok(found.every(({ count }) => count === (pageCount * perPage) / 50))
    assert.equal(found.find((each) => each.key === key)?.pages, pageCount)
  })

  it('hands a group over part by part, each once, and makes no more rows', () => {
    let made = 0
    const part = (from: number, most: number): readonly string[] => {
      const taken = new PartOf<() => string>({ from, most })
      for (const place of places) {
        const things = thingsInGroup(place, key, { by: 'name', filter: {} })
        taken.add(
          things.map(({ span }) => () => {
            made++
            return `${place.document.path} ${span.start}`
          }),
        )
        if (taken.isFull) break
      }
      return taken.taken.map((row) => row())
    }
    const all = [...part(0, 25), ...part(25, 25), ...part(50, 25)]
    assert.equal(made, 60)
    assert.equal(new Set(all).size, 60)
    assert.deepEqual(all, part(0, 100))
  })

  it('decides a whole group in one step, which is taken back as one', () => {
    const of = { by: 'name', key }
    const asked = pages.run('acceptGroup', '01.txt', { ...of, uri: null, preview: true })
    assert.ok(asked.result.kind === 'answer')
    assert.deepEqual(asked.answer, { count: 60, pages: 30 })
    const open = () => groupsOf(pages, { by: 'name' }).find((each) => each.key === key)?.count ?? 0
    assert.equal(open(), 60)
    const done = pages.run('acceptGroup', '01.txt', { ...of, uri: null })
    assert.deepEqual(done.answer, { count: 60, left: 0 })
    assert.equal(open(), 0)
    pages.undo()
    assert.equal(open(), 60)
  })

  it('leaves alone what was taken out of a group, and other pages where one is asked for', () => {
    const [first] = thingsInGroup(pages.place('02.txt'), key, { by: 'name', filter: {} })
    assert.ok(first)
    const { document } = pages.place('02.txt')
    const at = (offset: number) => ({ ...document.lines.position(offset) })
    const { start, end } = first.span
    const except = [
      { uri: document.uri, range: { start: at(start), end: at(end) }, type: 'Organization' },
    ]
    const of = { by: 'name', key }
    assert.deepEqual(pages.run('rejectGroup', '01.txt', { ...of, uri: null, except }).answer, {
      count: 59,
      left: 0,
    })
    pages.undo()
    assert.deepEqual(pages.run('rejectGroup', '02.txt', of).answer, { count: 2, left: 0 })
    pages.undo()
  })
})
