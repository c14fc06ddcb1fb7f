/** People say which blocks, titles and names an article has; the page follows. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { corrected } from './corrected.ts'

const first = '某市送清凉⏎⏎记者周静报道 ⟦昨天|first⟧送清凉。'
const second = '某县培训⏎⏎记者余丽报道 ⟦今天|second⟧培训。'

describe('a block that a person moves to an article', () => {
  it('is read there, at the place that it has on the page', () => {
    const marked = `${first}⏎⏎${second}⏎⏎⟦清凉又送到工地。|it⟧⏎⏎培训以后考试。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'article', article: place('first'), blocks: [place('it')] },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天送清凉。', '清凉又送到工地。'])
    assert.deepEqual(articles[1]?.slice(2), ['今天培训。', '培训以后考试。'])
  })

  it('may be a caption, or stand in no article before', () => {
    const marked = `${first}⏎⏎${second}⏎⏎⟦图为送清凉。|it⟧⏎⏎⟦阅读提示|box⟧`
    const { articles, page } = corrected(marked, (place) => [
      { kind: 'article', article: place('first'), blocks: [place('it'), place('box')] },
    ])
    assert.deepEqual(articles[0]?.slice(2), ['昨天送清凉。', '阅读提示', '图为送清凉。'])
    assert.deepEqual(page.loose, [])
  })

  it('makes an article with the others when the place is one of them', () => {
    const marked = `${first}⏎⏎⟦今天培训。|it⟧⏎⏎⟦大家都来。|too⟧⏎⏎明天还送。`
    const { articles } = corrected(marked, (place) => [
      { kind: 'article', article: place('it'), blocks: [place('it'), place('too')] },
    ])
    assert.deepEqual(
      articles.map((lines) => lines.slice(-2)),
      [
        ['昨天送清凉。', '明天还送。'],
        ['今天培训。', '大家都来。'],
      ],
    )
  })

  it('may be the last one of its article, which is no article then', () => {
    const marked = `${first}⏎⏎⟦某县培训|title⟧⏎⏎⟦(余丽)|by⟧`
    const { articles } = corrected(marked, (place) => [
      { kind: 'article', article: place('first'), blocks: [place('by'), place('title')] },
    ])
    assert.deepEqual(articles, [
      ['某市送清凉', '记者周静报道', '昨天送清凉。', '某县培训', '(余丽)'],
    ])
  })

  it('is moved where a later correction says', () => {
    const marked = `${first}⏎⏎${second}⏎⏎⟦三区座谈|third⟧⏎⏎本报讯 座谈了。⏎⏎⟦清凉又送到工地。|it⟧`
    const { articles } = corrected(marked, (place) => [
      { kind: 'article', article: place('first'), blocks: [place('it')] },
      { kind: 'article', article: place('second'), blocks: [place('it')] },
    ])
    assert.deepEqual(
      articles.map((lines) => lines.includes('清凉又送到工地。')),
      [false, true, false],
    )
  })

  it('is followed by a block that was split from it before', () => {
    const marked = `${first}⏎⏎${second}清凉⟦又送到工地。|it⟧`
    const { articles } = corrected(marked, (place) => [
      { kind: 'split', at: place('it') },
      { kind: 'article', article: place('first'), blocks: [place('it')] },
    ])
    assert.equal(articles[0]?.at(-1), '又送到工地。')
    assert.equal(articles[1]?.at(-1), '今天培训。清凉')
  })
})

describe('title lines that a person sets', () => {
  it('give an article the headline that the page seemed to have lost', () => {
    const marked =
      '⟦昨天,市里送清凉,送到了工地,工人说:“好”。|title⟧⏎⏎⟦七月流火,市总工会来到工地。|first⟧⏎⏎大家说好。'
    const before = corrected(marked, () => [])
    assert.equal(before.page.articles[0]?.headline, undefined)
    const { page, blocks } = corrected(marked, (place) => [
      { kind: 'titles', article: place('first'), lines: [place('title')] },
    ])
    assert.equal(page.articles[0]?.headline, '昨天,市里送清凉,送到了工地,工人说:“好”。')
    assert.ok(blocks.startsWith('⟦昨天,市里送清凉,送到了工地,工人说:“好”。|headline⟧'))
    assert.equal(page.articles.length, 1)
  })

  it('may stand below the article, in the middle of another one', () => {
    const marked = `⟦七月流火,市总来到工地。|first⟧⏎⏎大家说好。⏎⏎${second}⏎⏎⟦清凉送到工地。|title⟧⏎⏎培训以后考试。`
    const { page, articles } = corrected(marked, (place) => [
      { kind: 'titles', article: place('first'), lines: [place('title')] },
    ])
    assert.equal(page.articles[0]?.headline, '清凉送到工地。')
    assert.deepEqual(articles[1]?.slice(2), ['今天培训。', '培训以后考试。'])
  })

  it('are one line where a person says so', () => {
    const marked = `⟦七彩生活馆⏎送清凉到工地|title⟧⏎记者周静报道⏎⟦昨天|first⟧送清凉。`
    assert.equal(corrected(marked, () => []).page.articles[0]?.titleLines.length, 2)
    const { page } = corrected(marked, (place) => [
      { kind: 'titles', article: place('first'), lines: [place('title')] },
    ])
    assert.deepEqual(page.articles[0]?.titleLines, ['七彩生活馆 送清凉到工地'])
    assert.equal(page.articles[0]?.headline, '七彩生活馆 送清凉到工地')
  })

  it('leave a line above them as a section name, one below as a crosshead', () => {
    const marked =
      '七彩生活⏎⏎⟦某市送清凉|title⟧⏎⏎昨天的事⏎⏎记者周静报道 ⟦昨天|first⟧送清凉。⏎⏎大家说好。'
    const { blocks } = corrected(marked, (place) => [
      { kind: 'titles', article: place('first'), lines: [place('title')] },
    ])
    assert.ok(
      blocks.startsWith('⟦七彩生活|section⟧⏎⏎⟦某市送清凉|headline⟧⏎⏎⟦昨天的事|crosshead⟧⏎⏎⟦记者'),
    )
  })

  it('have the order and the headline that a person gives them', () => {
    const marked =
      '⟦职工有所呼|one⟧⏎⏎⟦企业有所应的事|two⟧⏎⏎记者周静报道 ⟦昨天|first⟧送清凉。⏎⏎大家说好。'
    const { page } = corrected(marked, (place) => [
      { kind: 'kind', block: place('one'), value: 'headline' },
      { kind: 'titles', article: place('first'), lines: [place('two'), place('one')] },
    ])
    assert.deepEqual(page.articles[0]?.titleLines, ['企业有所应的事', '职工有所呼'])
    assert.equal(page.articles[0]?.headline, '职工有所呼')
    assert.deepEqual(
      page.articles[0]?.blocks.slice(0, 2).map(({ kind }) => kind),
      ['kicker', 'headline'],
    )
  })

  it('may be none', () => {
    const { page } = corrected(first, (place) => [
      { kind: 'titles', article: place('first'), lines: [] },
    ])
    assert.deepEqual(page.articles[0]?.titleLines, [])
    assert.equal(page.articles[0]?.headline, undefined)
    assert.equal(page.loose[0]?.logical.text, '某市送清凉')
  })
})

describe('the byline that a person sets', () => {
  const names = (marked: string, given: readonly string[]): readonly string[] | undefined =>
    corrected(marked, (place) => [
      { kind: 'byline', article: place('first'), names: given.map(place) },
    ]).page.articles[0]?.byline.map(({ name }) => name)

  it('takes the place of the one that was found, and may be empty', () => {
    assert.deepEqual(names(`${first}⏎⏎⟦洪 波|a⟧ ⟦余丽|b⟧`, ['a', 'b']), ['洪波', '余丽'])
    assert.deepEqual(names(first, []), [])
  })

  it('stands in a paragraph, which stays one', () => {
    const marked = '某市送清凉⏎⏎⟦昨天|first⟧,记者⟦周静|name⟧来到工地,大家说好。'
    const { page, blocks } = corrected(marked, (place) => [
      { kind: 'byline', article: place('first'), names: [place('name')] },
    ])
    assert.equal(page.articles[0]?.byline[0]?.name, '周静')
    assert.ok(blocks.endsWith('⟦昨天,记者周静来到工地,大家说好。|paragraph⟧'))
  })

  it('makes a byline of a line of names, for an article without a headline too', () => {
    const marked = `⟦昨天|first⟧送清凉。⏎⏎大家说好。⏎⏎⟦三七 老周|name⟧⏎⏎${second}`
    const { page, blocks } = corrected(marked, (place) => [
      { kind: 'byline', article: place('first'), names: [place('name')] },
    ])
    assert.ok(blocks.includes('⟦三七 老周|byline⟧'))
    assert.equal(page.articles[0]?.byline[0]?.name, '三七老周')
    assert.deepEqual(
      page.articles.map(({ headline }) => headline),
      [undefined, '某县培训'],
    )
  })
})
