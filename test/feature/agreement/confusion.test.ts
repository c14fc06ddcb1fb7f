import assert from 'node:assert/strict'
import { listConfusion, listErrors } from '../../../server/src/feature/scoring/confusion.ts'
import { type JudgedPage, pairPages } from '../../../server/src/feature/scoring/judged.ts'
import { matchMentions } from '../../../server/src/feature/scoring/match.ts'
import { pairOf } from './pair.ts'

const pair = pairOf(
  '⟦甲市|Place⟧⟦乙县总工会|Organization⟧⟦丙|Person⟧的⟦丁|Person⟧戊',
  '⟦甲市|Organization⟧乙县⟦总工会|Organization⟧⟦丙|Person⟧的丁⟦戊|Place⟧',
)

describe('matching mentions of two annotators', () => {
  it('prefers equal ones, then the same place, then the same type', () => {
    const nested = pairOf(
      '⟦⟦甲市|Place⟧总工会|Organization⟧',
      '⟦甲市|Organization⟧总⟦工会|Organization⟧',
    )
    const texts = matchMentions(nested).map(({ gold, found }) => [
      gold?.spans[0]?.end,
      found?.spans[0]?.start,
    ])
    // 甲市 has the same place; the whole name gets what is left.
    assert.deepEqual(texts, [
      [5, 3],
      [2, 0],
    ])
  })

  it('matches each mention once', () => {
    const matches = matchMentions(pairOf('⟦甲乙丙丁|Place⟧', '⟦甲|Place⟧⟦乙丙|Place⟧丁'))
    assert.deepEqual(
      matches.map(({ gold, found }) => [gold?.spans[0]?.start, found?.spans[0]?.start]),
      [
        [0, 1],
        [undefined, 0],
      ],
    )
  })
})

describe('the confusion table', () => {
  it('has a row for each gold type and a column for each found one', () => {
    const { rows, records } = listConfusion([pair])
    assert.deepEqual(rows, [
      ['GOLD \\ FOUND', 'Organization', 'Person', 'Place', '–'],
      ['Organization', '1', '·', '·', '·'],
      ['Person', '·', '1', '·', '1'],
      ['Place', '1', '·', '·', '·'],
      ['–', '·', '·', '1', ''],
    ])
    assert.equal(records.length, 5)
  })
})

describe('the list of errors', () => {
  it('says what is missed, wrong, of another type or with other borders, in its context', () => {
    const { records } = listErrors([pair], '')
    assert.deepEqual(records, [
      {
        page: 'p.txt',
        kind: 'type',
        gold: 'Place',
        found: 'Organization',
        text: '甲市',
        context: '⟦甲市⟧乙县总工会丙的丁戊',
      },
      {
        page: 'p.txt',
        kind: 'borders',
        gold: 'Organization',
        found: 'Organization',
        text: '乙县总工会',
        foundText: '总工会',
        context: '甲市⟦乙县总工会⟧丙的丁戊',
      },
      {
        page: 'p.txt',
        kind: 'missed',
        gold: 'Person',
        found: null,
        text: '丁',
        context: '甲市乙县总工会丙的⟦丁⟧戊',
      },
      {
        page: 'p.txt',
        kind: 'wrong',
        gold: null,
        found: 'Place',
        text: '戊',
        context: '甲市乙县总工会丙的丁⟦戊⟧',
      },
    ])
  })

  it('can be of one type, on either side', () => {
    assert.equal(listErrors([pair], 'Place').records.length, 2)
  })
})

describe('pages of two annotators', () => {
  const page = (name: string, text: string): JudgedPage => ({ name, text, mentions: [] })

  it('are the same where the text is, whatever they are called', () => {
    const { pairs, notes } = pairPages([page('a/p.gold.txt', '甲')], [page('b/q.txt', '甲')])
    assert.deepEqual([pairs.length, notes], [1, []])
  })

  it('are no pair where the text differs or there is none', () => {
    const { pairs, notes } = pairPages(
      [page('p.gold.txt', '甲'), page('q.txt', '乙')],
      [page('p.txt', '丙')],
    )
    assert.deepEqual(pairs, [])
    assert.deepEqual(notes, [
      'the texts differ, not scored: p.gold.txt',
      'nothing to compare with, not scored: q.txt',
    ])
  })
})
