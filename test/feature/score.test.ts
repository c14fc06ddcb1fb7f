import assert from 'node:assert/strict'
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import {
  compareMentions,
  exactRates,
  overlapRates,
  sumByType,
  sumScores,
} from '../../server/src/feature/scoring/score.ts'
import {
  compareArticles,
  readGoldArticles,
} from '../../server/src/feature/scoring/score-articles.ts'
import { type MarkedSpan, readMarked } from '../../server/src/text/marked.ts'
import { analysePage } from '../page/analyse-page.ts'

const mention = ({ start, end, type }: MarkedSpan, status: Mention['status'] = 'suggested') => ({
  spans: [{ start, end }],
  type,
  status,
  text: '',
  article: undefined,
  source: 'test',
  confidence: 1,
})

/** Both are marked texts with the same text below the marks. */
function compare(gold: string, found: string) {
  const { text, spans } = readMarked(gold)
  const mentions = readMarked(found).spans.map((span) => mention(span))
  return compareMentions(text, spans, mentions)
}

describe('the score of mentions', () => {
  it('counts exact spans of the same type', () => {
    const { scores } = compare('⟦甲市|Place⟧⟦乙县|Place⟧丙镇', '⟦甲市|Place⟧乙县⟦丙镇|Place⟧')
    const place = scores.get('Place')
    assert.deepEqual(place, { gold: 2, found: 2, exact: 1, goldTouched: 1, foundTouched: 1 })
    assert.deepEqual(exactRates(place), { precision: 0.5, recall: 0.5, f1: 0.5 })
  })

  it('counts overlapping spans of the same type apart from that', () => {
    const { scores } = compare(
      '⟦甲市总工会|Organization⟧',
      '⟦甲市|Organization⟧⟦总工会|Organization⟧',
    )
    const score = scores.get('Organization')
    assert.ok(score)
    assert.equal(exactRates(score).f1, 0)
    assert.deepEqual(overlapRates(score), { precision: 1, recall: 1, f1: 1 })
  })

  it('takes another type for wrong, and tells of both', () => {
    const { scores, differences } = compare('在⟦甲市|Place⟧', '在⟦甲市|Organization⟧')
    assert.deepEqual(
      [...scores.values()].map(exactRates).map(({ f1 }) => f1),
      [0, 0],
    )
    assert.deepEqual(differences, [
      { start: 1, end: 3, type: 'Place', kind: 'missed', reason: undefined },
      { start: 1, end: 3, type: 'Organization', kind: 'wrong', reason: 'test' },
    ])
  })

  it('does not count what a person rejected', () => {
    const span = { start: 0, end: 2, type: 'Place' }
    const { scores } = compareMentions('甲市', [span], [mention(span, 'rejected')])
    assert.equal(scores.get('Place')?.found, 0)
  })

  it('adds up pages by type, the most frequent first, and types to the micro average', () => {
    const pages = ['⟦甲市|Place⟧', '⟦张三|Person⟧⟦李四|Person⟧'].map((marked) =>
      compare(marked, marked),
    )
    const sums = sumByType(pages.map(({ scores }) => scores))
    assert.deepEqual(
      sums.map(([type, { exact }]) => [type, exact]),
      [
        ['Person', 2],
        ['Place', 1],
      ],
    )
    assert.equal(sumScores(sums.map(([, score]) => score)).gold, 3)
  })
})

describe('the score of articles', () => {
  const text =
    '工会推出十项举措\n\n本报讯(记者王鑫)永州市总工会日前推出十项举措,受到职工好评。大家都说很好。\n'
  const articles = analysePage(text).articles
  const gold = {
    doc: '',
    headline: '工会推出十项举措',
    starts_with: '工会推出',
    byline: ['王鑫', '方大丰'],
    body_starts_with: '本报讯(记者王鑫)',
  }

  it('counts starts, headlines, authors and bodies', () => {
    const { scores, differences } = compareArticles(text, [gold], articles)
    const exact = [...scores].map(([part, score]) => [part, score.exact, score.found, score.gold])
    assert.deepEqual(exact, [
      ['article', 1, 1, 1],
      ['headline', 1, 1, 1],
      ['byline', 1, 1, 2],
      ['body', 1, 1, 1],
    ])
    assert.deepEqual(differences, [
      { kind: 'missed', type: 'byline', text: '方大丰', context: '工会推出十项举措' },
    ])
  })

  it('takes an article that no list has for wrong, one that is not found for missed', () => {
    const { scores } = compareArticles(text, [{ ...gold, starts_with: '别的' }], articles)
    assert.deepEqual(
      [scores.get('article')?.exact, scores.get('article')?.found, scores.get('byline')?.exact],
      [0, 1, 0],
    )
  })

  it('reads only lists of articles', () => {
    assert.deepEqual(readGoldArticles(JSON.stringify([gold])), [gold])
    for (const json of ['', '{}', '[1]', '[{"doc":"000"}]', '[null]']) {
      assert.equal(readGoldArticles(json), undefined, json)
    }
  })
})
