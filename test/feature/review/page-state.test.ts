import assert from 'node:assert/strict'
import { defaultSchema, type Schema } from '../../../server/src/annotation/schema/schema.ts'
import {
  doneSince,
  pageStates,
  schemaVersion,
} from '../../../server/src/feature/review/page-state.ts'
import { reviewPage, reviewState } from '../../../server/src/feature/review/progress.ts'
import { openRows } from '../../../server/src/feature/review/rows.ts'
import { type ReviewedPages, reviewed } from './pages.ts'

function progressOf(pages: ReviewedPages, recogniser = '1'): readonly string[] {
  return pageStates(pages.workspace.snapshot(), undefined, { recogniser }).map(
    ({ progress }) => progress,
  )
}

describe('the state of a page', () => {
  it('is untouched, in progress, done, stale', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧', '2.txt': '⟦王丽|Person!⟧', '3.txt': '文' })
    assert.deepEqual(progressOf(pages), ['untouched', 'inProgress', 'untouched'])
    pages.run('done', '3.txt')
    assert.deepEqual(progressOf(pages), ['untouched', 'inProgress', 'done'])
    assert.deepEqual(progressOf(pages, '2'), ['untouched', 'inProgress', 'stale'])
    pages.run('reopen', '3.txt')
    assert.deepEqual(progressOf(pages), ['untouched', 'inProgress', 'untouched'])
    assert.equal(pages.run('reopen', '3.txt').result.kind, 'refused')
  })

  it('is counted for the day on which it is done', () => {
    const pages = reviewed({ '1.txt': '⟦王丽|Person⟧', '2.txt': '文' })
    const since = (time: string) => doneSince(pages.workspace.snapshot(), time)
    assert.equal(since('2026-11-20T00:00:00Z'), 0)
    // The clock of the fixture says ten.
    pages.run('done', '2.txt')
    assert.deepEqual(
      ['2026-11-20T18:00:00+08:00', '2026-11-20T10:00:01Z', 'no time'].map(since),
      [1, 0, 0],
    )
    pages.run('reopen', '2.txt')
    assert.equal(since('2026-11-20T00:00:00Z'), 0)
  })

  it('counts what has lost its place', () => {
    const pages = reviewed(
      { '1.txt': '⟦王丽|Person!⟧和⟦李明|Person!⟧' },
      { records: { 0: { anchor: 'orphan' } } },
    )
    const [state] = pageStates(pages.workspace.snapshot(), undefined, { recogniser: '1' })
    assert.equal(state?.orphans, 1)
    assert.equal(reviewState(pages.place('1.txt').document, {}).doubts, 1)
  })

  it('is stale when the schema has another type, not when a colour is another', () => {
    const [first, ...rest] = defaultSchema.types
    assert.ok(first)
    const coloured: Schema = { ...defaultSchema, types: [{ ...first, colour: '#123456' }, ...rest] }
    assert.equal(schemaVersion(coloured), schemaVersion(defaultSchema))
    assert.notEqual(schemaVersion({ ...defaultSchema, types: rest }), schemaVersion(defaultSchema))
    assert.notEqual(
      schemaVersion({ ...defaultSchema, overlap: true }),
      schemaVersion(defaultSchema),
    )
  })
})

describe('done', () => {
  it('rejects what is open in the same step, and undo brings all of it back', () => {
    const marked = '⟦王丽|Person!⟧在⟦嘉兴|Place⟧见⟦富润|Organization⟧'
    const pages = reviewed({ '1.txt': marked })
    pages.run('done', '1.txt', { force: true, rejectOpen: true })
    assert.equal(pages.shown('1.txt'), '⟦王丽|Person!⟧在⟦嘉兴|Place-⟧见⟦富润|Organization-⟧')
    assert.deepEqual(progressOf(pages), ['done'])
    pages.undo()
    assert.equal(pages.shown('1.txt'), marked)
    assert.deepEqual(progressOf(pages), ['inProgress'])
  })

  it('rejects only what is within the filter', () => {
    const pages = reviewed({ '1.txt': '⟦嘉兴|Place⟧见⟦富润|Organization⟧' })
    pages.run('done', '1.txt', { force: true, rejectOpen: true, filter: { types: ['Place'] } })
    assert.equal(pages.shown('1.txt'), '⟦嘉兴|Place-⟧见⟦富润|Organization⟧')
  })

  it('asks while something is open, and is written when it is told to', () => {
    const pages = reviewed(
      { '1.txt': '⟦王丽|Person⟧和⟦李明|Person!⟧' },
      { records: { 1: { unsure: true } } },
    )
    const asked = pages.run('done', '1.txt', { advance: true })
    assert.deepEqual(asked.answer, { open: 1, unsure: 1, unsureJoins: 0, doubts: 0 })
    assert.deepEqual(progressOf(pages), ['inProgress'])
    const { result } = pages.run('done', '1.txt', { force: true })
    assert.deepEqual(progressOf(pages), ['done'])
    assert.ok(result.kind === 'edits')
    assert.deepEqual(result.edits[0]?.put, [
      {
        kind: 'page',
        id: 'n1',
        what: 'done',
        value: { recogniser: '1', schema: schemaVersion(defaultSchema) },
        who: '王丽',
        when: '2026-11-20T10:00:00Z',
      },
    ])
    pages.run('done', '1.txt', { force: true })
    const records = pages.place('1.txt').document.annotations.records
    assert.equal(records.filter(({ record }) => record.kind === 'page').length, 1)
  })

  it('goes on with the next page', () => {
    const pages = reviewed({ '1.txt': '文', '2.txt': '⟦王丽|Person⟧' })
    assert.equal(pages.run('done', '1.txt', { advance: true }).next, '2.txt 王丽')
  })
})

describe('what is open on a page', () => {
  const text = '甲题⏎⟦王丽|Person⟧到⟦嘉兴|Place!⟧,见⟦李明|Person!⟧和“乐业”。'
  const records = { 1: { unsure: true, note: '哪个?' }, 2: { anchor: 'changed' } } as const

  it('is listed with sentence and article, what is unsure and in doubt with its note', () => {
    const rows = openRows(reviewed({ '1.txt': text }, { records }).place('1.txt'), {
      gaps: ['quote'],
    })
    assert.deepEqual(
      rows.map(({ kind, text: name, article, note }) => [kind, name, article, note]),
      [
        ['suggestion', '王丽', '甲题', undefined],
        ['unsure', '嘉兴', '甲题', '哪个?'],
        ['doubt', '李明', undefined, undefined],
        ['gap', '乐业', '甲题', undefined],
      ],
    )
    assert.deepEqual(
      new Set(rows.map(({ sentence }) => sentence)),
      new Set(['王丽到嘉兴,见李明和“乐业”。']),
    )
    for (const { sentence, highlight, text: name } of rows) {
      assert.equal(sentence.slice(highlight.start, highlight.end), name)
    }
  })

  it('is counted by page, and no page is listed where nothing is', () => {
    const pages = reviewed({ '1.txt': text, '2.txt': '⟦嘉兴|Place!⟧' }, { records })
    const { open, unsure, doubts } = reviewPage(pages.place('1.txt'), {}) ?? {}
    assert.deepEqual([open, unsure, doubts], [1, 1, 1])
    assert.equal(reviewPage(pages.place('2.txt'), {}), undefined)
  })
})
