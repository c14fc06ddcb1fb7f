import assert from 'node:assert/strict'
import { tableCsv, tableXlsx } from '../../../server/src/exchange/list-table.ts'
import { xlsxReader } from '../../../server/src/exchange/xlsx/read.ts'
import type {
  CountedMention,
  CountedPage,
  Grouping,
} from '../../../server/src/feature/statistics/model.ts'
import { shownRows, statisticsTable } from '../../../server/src/feature/statistics/tables.ts'
import { createTally } from '../../../server/src/feature/statistics/tally.ts'

const campaign = {
  id: 'Initiative:甲行动',
  name: '甲行动',
  facts: { kind: 'campaign', owner: '乙市总工会' },
}
const place: CountedMention = { type: 'Place', accepted: false, article: 0 }
const initiative: CountedMention = {
  ...{ type: 'Initiative', accepted: true, article: 1, entity: campaign },
}

const pages: readonly CountedPage[] = [
  {
    path: 'a.txt',
    characters: 1500,
    date: '2021-11-22',
    newspaper: '工人报',
    articles: [
      { title: '一', characters: 1000 },
      { title: '二', characters: 400 },
    ],
    mentions: [place, place, initiative, { type: 'Person', accepted: true }],
  },
  { path: 'b.txt', characters: 500, date: '2019', articles: [], mentions: [] },
  {
    path: 'c.txt',
    characters: 2000,
    articles: [{ title: '一', characters: 2000 }],
    mentions: [
      { ...initiative, article: 0 },
      { ...initiative, article: 0, accepted: false },
    ],
  },
]

function recordsBy(by: Grouping) {
  const tally = createTally(by)
  for (const page of pages) tally.add(page)
  return tally.records()
}

/** Value, accepted and suggested, raw and for 10,000, pages, characters. */
function rows(by: Grouping) {
  return recordsBy(by).map((record) => [
    record.value,
    record.accepted,
    record.acceptedPer10000,
    record.suggested,
    record.suggestedPer10000,
    record.pages,
    record.characters,
  ])
}

describe('statistics', () => {
  it('count accepted and suggested mentions apart, and for 10,000 characters of all pages', () => {
    assert.deepEqual(rows('type'), [
      ['Initiative', 2, 5, 1, 2.5, 2, 4000],
      ['Place', 0, 0, 2, 5, 1, 4000],
      ['Person', 1, 2.5, 0, 0, 1, 4000],
    ])
  })

  it('count by year, newspaper and page over the characters of those, none left out', () => {
    assert.deepEqual(rows('year'), [
      ['2019', 0, 0, 0, 0, 0, 500],
      ['2021', 2, 13.33, 2, 13.33, 1, 1500],
      [null, 1, 5, 1, 5, 1, 2000],
    ])
    assert.deepEqual(
      rows('newspaper').map(([value, , , , , , characters]) => [value, characters]),
      [
        ['工人报', 1500],
        [null, 2500],
      ],
    )
    assert.deepEqual(
      rows('page').map(([value]) => value),
      ['a.txt', 'b.txt', 'c.txt'],
    )
  })

  it('count by article, and what stands outside of all', () => {
    assert.deepEqual(rows('article'), [
      ['一', 0, 0, 2, 20, 1, 1000],
      ['二', 1, 25, 0, 0, 1, 400],
      [null, 1, 100, 0, 0, 1, 100],
      [null, 0, 0, 0, 0, 0, 500],
      ['一', 1, 5, 1, 5, 1, 2000],
      [null, 0, 0, 0, 0, 0, 0],
    ])
    assert.equal(recordsBy('article')[0]?.of, 'a.txt')
  })

  it('count initiatives by their facts, and other entities not', () => {
    assert.deepEqual(rows('owner'), [['乙市总工会', 2, 5, 1, 2.5, 2, 4000]])
    assert.deepEqual(rows('place'), [[null, 2, 5, 1, 2.5, 2, 4000]])
    assert.deepEqual(rows('kind'), [['campaign', 2, 5, 1, 2.5, 2, 4000]])
    assert.deepEqual(recordsBy('entity'), [
      {
        ...{ by: 'entity', value: '甲行动', of: 'Initiative' },
        ...{ accepted: 2, suggested: 1, acceptedPer10000: 5, suggestedPer10000: 2.5 },
        ...{ pages: 2, characters: 4000 },
      },
    ])
  })

  it('are the same in any order of pages', () => {
    const tally = createTally('type')
    for (const page of pages.toReversed()) tally.add(page)
    assert.deepEqual(tally.records(), recordsBy('type'))
  })
})

describe('tables of statistics', () => {
  const [record] = recordsBy('kind')
  assert.ok(record)
  const formula = { ...record, value: '=1+1' }

  it('are CSV with the keys of the records, formulas neutralised', () => {
    assert.equal(
      tableCsv(statisticsTable([formula])),
      'by,value,of,accepted,suggested,acceptedPer10000,suggestedPer10000,pages,characters\r\n' +
        "kind,'=1+1,,2,1,5,2.5,2,4000\r\n",
    )
  })

  it('are a workbook that can be opened', () => {
    const bytes = tableXlsx(statisticsTable([formula]), {
      version: '1',
      created: '2021-11-22T00:00:00.000Z',
    })
    const { problems } = xlsxReader.read(
      { path: 'x.xlsx', content: bytes },
      { schema: { types: [] }, companions: new Map(), text: () => undefined },
    )
    // It opens; its sheet is no table of mentions, and the reader says so.
    assert.match(problems[0]?.message ?? '', /No sheet has the columns/)
  })

  it('have a column for what an entity or article belongs to', () => {
    const [head, row] = shownRows(recordsBy('entity'), 'entity')
    assert.equal(head?.length, row?.length)
    assert.deepEqual(row?.slice(0, 4), ['甲行动', 'Initiative', '2', '5.00'])
  })
})
