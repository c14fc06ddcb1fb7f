/** Page records of a sidecar as corrections, page data and `done`, and corrections as records. */

import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  doneOf,
  pageCorrections,
  pageDataOfRecords,
  recordPartsOf,
} from '../../server/src/annotation/record/page-corrections.ts'
import type { Anchor, PageRecord } from '../../server/src/annotation/record/record.ts'
import {
  describeSpans,
  headerOf,
  spansOfRanges,
  textView,
} from '../../server/src/annotation/record/selectors.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import type { Correction } from '../../server/src/page/corrected/correction.ts'
import type { Span } from '../../server/src/text/span.ts'
import { defined } from '../../server/src/values/defined.ts'
import type { Json } from '../../server/src/values/json.ts'
import { parseMarked } from '../marked.ts'
import { spanRecord } from './records.ts'

const { text, spans } = parseMarked('⟦某市送清凉|A⟧⏎⏎⟦昨天送|B⟧𠮷⟦清凉|C⟧。⏎⏎⟦周静|D⟧')
const view = textView(text)
const [a = { start: 0, end: 0 }, b = a, c = a, d = a] = spans.map(({ start, end }) => ({
  start,
  end,
}))
const spansOf = (record: Anchor): readonly Span[] => spansOfRanges(view, record.at)

/** A record with a place at `places`, or with none. */
function record(what: string, places: readonly Span[], value?: Json, more?: object): PageRecord {
  const anchor = places.length === 0 ? {} : describeSpans(view, places)
  return {
    kind: 'page',
    id: 'A',
    what,
    ...anchor,
    ...defined({ value }),
    ...more,
  }
}

const read = (...records: readonly PageRecord[]): readonly Correction[] =>
  pageCorrections(records, spansOf)

describe('page records', () => {
  const all: readonly Correction[] = [
    { kind: 'split', at: b },
    { kind: 'split', at: b, block: 'caption' },
    { kind: 'kind', block: d, value: 'byline' },
    { kind: 'join', from: d, to: b, value: true },
    { kind: 'join', from: b, to: d, value: false },
    { kind: 'article', article: b, blocks: [d, a] },
    { kind: 'titles', article: b, lines: [c, a] },
    { kind: 'titles', article: b, lines: [] },
    { kind: 'byline', article: b, names: [d] },
    { kind: 'byline', article: b, names: [] },
  ]

  it('are read as the corrections of which they were made, through the file too', () => {
    const records = all.map((correction, i) => {
      const { what, spans, value } = recordPartsOf(correction)
      return record(what, spans, value, { id: `A${i}` })
    })
    assert.deepEqual(read(...records), all)
    const file = printSidecar({ header: headerOf(view, 'page.txt'), records, broken: [] })
    const { records: stored, problems } = readSidecar(file)
    assert.deepEqual(problems, [])
    assert.deepEqual(pageCorrections(stored, spansOf), all)
  })

  it('count in the order in which they were made', () => {
    const kind = (value: string, id: string, when?: string): PageRecord =>
      record('kind', [a], value, { id, ...defined({ when }) })
    const corrections = read(
      kind('note', 'C', '2026-11-20T09:00:00+08:00'),
      kind('caption', 'B', '2026-11-20T02:00:00Z'),
      kind('contact', 'A', '2026-11-20T02:00:00Z'),
      kind('section', 'D'),
    )
    assert.deepEqual(
      corrections.map((one) => one.kind === 'kind' && one.value),
      ['section', 'note', 'contact', 'caption'],
    )
  })

  it('say nothing with a wrong value or without the places they need', () => {
    const orphan = { anchor: 'orphan' }
    const wrong: readonly PageRecord[] = [
      record('kind', [a]),
      record('kind', [a], 'title'),
      record('kind', [a], ['caption']),
      record('kind', [], 'caption'),
      record('kind', [a], 'caption', orphan),
      record('split', [], 'caption'),
      record('join', [a]),
      record('article', [a]),
      record('titles', []),
      record('colour', [a], 'caption'),
      record('__proto__', [a], 'caption'),
      record('data', [a], { number: 3 }),
    ]
    for (const one of wrong) assert.deepEqual(read(one), [], one.what)
    assert.deepEqual(pageCorrections([spanRecord(text, [a])], spansOf), [])
    assert.deepEqual(
      pageCorrections([record('kind', [a], 'caption')], () => []),
      [],
    )
  })

  it('split and join without a value that cannot be understood', () => {
    assert.deepEqual(read(record('split', [b], 7)), [{ kind: 'split', at: b }])
    assert.deepEqual(read(record('join', [a, b], 'no')), [
      { kind: 'join', from: a, to: b, value: true },
    ])
  })
})

describe('page data of records', () => {
  it('is the last of each key, as far as it is any', () => {
    const data = (value: Json, when: string): PageRecord => record('data', [], value, { when })
    assert.deepEqual(
      pageDataOfRecords([
        data({ number: 4, newspaper: '某某工人日报' }, '2026-11-21T09:00:00Z'),
        data({ number: 3, date: '2021-11-22', newspaper: '某报' }, '2026-11-20T09:00:00Z'),
        data({ number: '5', date: 'yesterday', newspaper: '' }, '2026-11-22T09:00:00Z'),
        data('2021', '2026-11-22T09:00:00Z'),
        data(null, '2026-11-22T09:00:00Z'),
        record('done', [], { number: 9 }, { when: '2026-11-23T09:00:00Z' }),
      ]),
      { number: 4, date: '2021-11-22', newspaper: '某某工人日报' },
    )
    assert.deepEqual(pageDataOfRecords([]), {})
  })
})

describe('a page that is done', () => {
  it('says with which versions, by whom and when', () => {
    const done = (value: Json, who: string, when: string): PageRecord =>
      record('done', [], value, { who, when })
    assert.deepEqual(
      doneOf([
        done({ schema: '0.2.0', recogniser: '0.3.0' }, '王丽', '2026-11-21T09:00:00Z'),
        done({ schema: '0.1.0' }, '余丽', '2026-11-20T09:00:00Z'),
      ]),
      { schema: '0.2.0', recogniser: '0.3.0', who: '王丽', when: '2026-11-21T09:00:00Z' },
    )
    assert.deepEqual(doneOf([done({ schema: 2 }, '余丽', '2026')]), { who: '余丽', when: '2026' })
    assert.deepEqual(doneOf([record('done', [])]), {})
    assert.equal(doneOf([record('data', [], {})]), undefined)
  })
})
