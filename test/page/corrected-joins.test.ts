/** People say where a passage goes on, and where it does not; the page follows. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { corrected } from './corrected.ts'

const head = '某市送清凉⏎⏎本报讯 '
const other = '某县培训⏎⏎本报讯 昨天培训。'

describe('a passage that a person says goes on', () => {
  it('is read as one, and is no open question', () => {
    const marked = `${head}昨天慰问了⟦货|from⟧⏎⏎⟦据了解|to⟧,慰问每年一次。`
    assert.equal(corrected(marked, () => []).page.unsureJoins.length, 1)
    for (const value of [true, false]) {
      const { page, articles } = corrected(marked, (place) => [
        { kind: 'join', from: place('from'), to: place('to'), value: !value },
        { kind: 'join', from: place('from'), to: place('to'), value },
      ])
      assert.deepEqual(page.unsureJoins, [])
      assert.deepEqual(
        articles[0]?.slice(2),
        value ? ['昨天慰问了货据了解,慰问每年一次。'] : ['昨天慰问了货', '据了解,慰问每年一次。'],
      )
    }
  })

  it('goes on in another article, of which the rest stays', () => {
    const marked = `${head}昨天慰问了⟦货|from⟧⏎⏎某县培训⏎⏎本报讯 ⟦车司机|to⟧。⏎⏎昨天培训。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天慰问了货车司机。'])
    assert.deepEqual(articles[1], ['某县培训', '本报讯', '昨天培训。'])
  })

  it('takes all that follows in the other column with it', () => {
    const marked = `${head}昨天慰问了⟦货|from⟧⏎⏎${other}⏎⏎⟦车司机|to⟧说好。⏎⏎大家也说好。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天慰问了货车司机说好。', '大家也说好。'])
    assert.deepEqual(articles[1]?.slice(2), ['昨天培训。'])
  })

  it('goes on under the headline when it has none itself', () => {
    const marked = `某县培训⏎⏎某校老师⏎⏎⟦车司机|to⟧。⏎⏎昨天培训。⏎⏎【手记】⏎⏎今年5月,区总为大家入会,慰问⟦货|from⟧`
    const { articles } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(articles, [
      ['某县培训', '某校老师', '今年5月,区总为大家入会,慰问货车司机。', '昨天培训。'],
    ])
  })

  it('puts what stands between behind it, in one article', () => {
    const marked = `${head}昨天慰问了⟦货|from⟧⏎⏎七月流火。⏎⏎⟦车司机|to⟧说好。⏎⏎散会。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天慰问了货车司机说好。', '散会。', '七月流火。'])
  })

  it('may go on above', () => {
    const marked = `${head}⟦车司机|to⟧说好。⏎⏎昨天慰问了⟦货|from⟧⏎⏎散会。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天慰问了货车司机说好。', '散会。'])
  })

  it('joins blocks that stand in no article', () => {
    const marked = `小编说:昨天慰问了⟦货|from⟧⏎⏎${other}⏎⏎小编说:⟦车司机|to⟧`
    const { articles, page } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.ok(articles.flat().includes('小编说:昨天慰问了货小编说:车司机'))
    assert.deepEqual(page.loose, [])
  })
})

describe('passages that a person separates', () => {
  const marked = `${head}昨天慰问了“⟦货车|from⟧⏎⏎${other}⏎⏎⟦司机|to⟧”代表。大家说好。`

  it('stay where they are', () => {
    assert.equal(
      corrected(marked, () => []).articles[0]?.at(-1),
      '昨天慰问了“货车司机”代表。大家说好。',
    )
    const { articles, page } = corrected(marked, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: false },
    ])
    assert.equal(articles[0]?.at(-1), '昨天慰问了“货车')
    assert.equal(articles[1]?.at(-1), '司机”代表。大家说好。')
    assert.deepEqual(page.unsureJoins, [])
  })

  it('are no orphans to adopt', () => {
    const orphan =
      '⟦货车司机|to⟧慰问活动送清凉。⏎⏎某市货车司机送清凉慰问⏎⏎本报讯 昨天货车司机慰问活动送清凉⟦结束|from⟧。'
    const text = `某县培训⏎⏎本报讯 昨天培训。⏎⏎88851111⏎⏎${orphan}`
    assert.equal(corrected(text, () => []).page.unsureJoins.length, 1)
    const { page } = corrected(text, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: false },
    ])
    assert.deepEqual(page.unsureJoins, [])
    assert.equal(page.articles.length, 3)
  })

  it('leave no doubt once one of them goes on elsewhere', () => {
    const doubt = `${head}昨天慰问了⟦货|from⟧⏎⏎⟦据了解|second⟧,慰问每年一次。⏎⏎${other}⏎⏎⟦车司机|to⟧。`
    const { page, articles } = corrected(doubt, (place) => [
      { kind: 'join', from: place('from'), to: place('to'), value: true },
    ])
    assert.deepEqual(page.unsureJoins, [])
    assert.deepEqual(articles[0]?.slice(2), ['昨天慰问了货车司机。', '据了解,慰问每年一次。'])
  })

  it('leave no doubt once the second was moved to an article', () => {
    const text = `⟦天热|first⟧开会。⏎⏎⟦双向奔赴|other⟧⏎⏎某区总工会主席 余丽⏎⏎完成部署的任务指标。⏎⏎区总慰问货车司机。⏎⏎【履职手记】⏎⏎⏎⏎⟦今年5月,区总为货车司机入会,提前一个月|it⟧`
    assert.equal(corrected(text, () => []).page.unsureJoins.length, 1)
    const { page, articles } = corrected(text, (place) => [
      { kind: 'article', article: place('it'), blocks: [place('it')] },
    ])
    assert.deepEqual(articles.at(-1), ['今年5月,区总为货车司机入会,提前一个月'])
    assert.deepEqual(page.unsureJoins, [])
  })
})
