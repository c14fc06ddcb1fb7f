import assert from 'node:assert/strict'
import { analysePage } from '../page/analyse-page.ts'
import { oneArticlePage } from './one-article.ts'
import { recognise } from './recognised.ts'

/** Mentions lie in the text, are not empty, and no two overlap. */
function assertSound(text: string): void {
  for (const page of [oneArticlePage(text), analysePage(text)]) {
    const spans = recognise(text, page).flatMap((mention) => mention.spans)
    const sorted = spans.toSorted((a, b) => a.start - b.start)
    for (const [index, span] of sorted.entries()) {
      assert.ok(span.start >= (sorted[index - 1]?.end ?? 0) && span.start < span.end)
      assert.ok(span.end <= text.length)
    }
  }
}

describe('recogniser on odd texts', () => {
  const pieces = [
    '嘉兴市',
    '总工会',
    '集团',
    '公司',
    '“',
    '”',
    '《',
    '》',
    '第',
    '十',
    '万',
    '名',
    '2021',
    '年',
    '月',
    '日',
    '张',
    '主席',
    '说',
    '驿站',
    '行动',
    '、',
    ',',
    '。',
    '\n',
    '\0',
    '\ud800',
    '😀',
    '(',
    ')',
    '的',
    'a',
    ' ',
    '职工',
    '新业态',
    '劳动者',
    '获得',
    '称号',
    '获',
    '奖',
    '实施',
    '@',
    '.',
    '-',
    '省',
    '市',
    '总',
    '工匠',
  ]

  it('finds only sound mentions in random mixtures of its own words', () => {
    let seed = 11
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    for (let round = 0; round < 200; round++) {
      let text = ''
      for (let i = random(120); i >= 0; i--) text += pieces[random(pieces.length)]
      assertSound(text)
    }
  })

  for (const piece of [
    ...pieces,
    '杭州集团',
    '“十匠”',
    '新业态新就业',
    '一、',
    '获得“',
    '张王李',
    '12,',
    '以“',
  ]) {
    it(`takes a long run of ${JSON.stringify(piece)} in time`, () => {
      const text = piece.repeat(Math.ceil(20_000 / piece.length))
      const before = performance.now()
      assertSound(text)
      assert.ok(performance.now() - before < 3_000)
    })
  }
})
