/** What texts say outright: who takes which part, which edition it is, of what it is a part. */
import assert from 'node:assert/strict'
import { initiativeFacts } from '../../server/src/entity/initiative-facts.ts'
import { linkEntities } from '../../server/src/entity/link.ts'
import { sliceSpan } from '../../server/src/text/span.ts'
import { markedPage } from './marked-page.ts'

/** `key part text` of each fact of the initiative whose name holds `name`, without what the model finds. */
function said(name: string, ...articles: readonly string[]): readonly string[] {
  const page = markedPage(articles)
  const entity = linkEntities([page]).find(
    ({ type, mentions }) =>
      type === 'Initiative' && mentions.some(({ mention }) => mention.text.includes(name)),
  )
  assert.ok(entity, name)
  return initiativeFacts(entity, () => page).all.flatMap(({ key, part, number, text, mention }) => {
    if (key !== 'actors' && key !== 'edition' && key !== 'partOf') return []
    // The evidence is where the words stand.
    assert.equal(mention.spans.map((span) => sliceSpan(page.text, span)).join(''), text)
    return [[key, part ?? number ?? '', text].filter((each) => each !== '').join(' ')]
  })
}

const org = (name: string) => `⟦${name}|Organization⟧`
const ini = (name: string) => `⟦${name}|Initiative⟧`

describe('the parts of actors', () => {
  it('are said by what stands behind them, in a chain', () => {
    assert.deepEqual(
      said(
        '焊工',
        `${ini('全市焊工技能大赛')}由${org('江滩市总工会')}、${org('江滩市人社局')}联合主办，${org('江滩技师学院')}承办，${org('海螺重工')}协办。`,
      ),
      [
        'actors host 江滩市总工会',
        'actors host 江滩市人社局',
        'actors organiser 江滩技师学院',
        'actors coorganiser 海螺重工',
      ],
    )
  })

  it('are said in front of the name', () => {
    assert.deepEqual(
      said(
        '求学圆梦',
        `近日，由${org('云山省总工会')}主办、${org('云山工会干校')}承办的“${ini('求学圆梦行动')}”启动。`,
      ),
      ['actors host 云山省总工会', 'actors organiser 云山工会干校'],
    )
  })

  it('are said by a list of labels where the article has one initiative', () => {
    assert.deepEqual(
      said(
        '读书',
        `${ini('职工读书月')}开始报名。主办单位：${org('临水县总工会')} 承办单位：${org('临水图书馆')}`,
      ),
      ['actors host 临水县总工会', 'actors organiser 临水图书馆'],
    )
    assert.deepEqual(
      said(
        '读书',
        `${ini('职工读书月')}和${ini('职工歌会')}开始报名。主办单位：${org('临水县总工会')}`,
      ),
      [],
    )
  })

  it('are said of one who acts together with another, or guides', () => {
    assert.deepEqual(
      said(
        '送清凉',
        `在${org('云山省总工会')}的指导下，${org('江滩市总工会')}联合${org('江滩市应急局')}开展${ini('送清凉活动')}。`,
      ),
      ['actors guidance 云山省总工会', 'actors partner 江滩市应急局'],
    )
  })

  it('are said of the initiative of the sentence before', () => {
    const first = `${ini('全市焊工技能大赛')}昨天闭幕。`
    assert.deepEqual(said('焊工', `${first}本次大赛由${org('江滩市总工会')}主办。`), [
      'actors host 江滩市总工会',
    ])
    assert.deepEqual(said('焊工', `${first}论坛上的演出由${org('江滩市总工会')}主办。`), [])
  })

  it('are not said of another thing', () => {
    for (const text of [
      `${org('江滩市总工会')}主办的论坛上，代表介绍了${ini('送清凉活动')}。`,
      `${ini('送清凉活动')}的主办方${org('江滩市总工会')}说，协办者众多。`,
      `${org('江滩市总工会')}指导企业开展${ini('送清凉活动')}。`,
      `${ini('送清凉活动')}和${ini('焊工大赛')}由${org('江滩市总工会')}主办。`,
      `大赛由${org('江滩市总工会')}主办，本届增设${ini('送清凉活动')}。`,
      `${org('江滩市总工会')}承办人员参加${ini('送清凉活动')}。`,
    ]) {
      assert.deepEqual(said('送清凉', text), [], text)
    }
  })
})

describe('an edition', () => {
  it('stands in the name or in front of it', () => {
    assert.deepEqual(said('运动会', `${ini('云山省第十二届职工运动会')}开幕。`), [
      'edition 12 第十二届',
    ])
    assert.deepEqual(said('运动会', `第3届“${ini('职工运动会')}”开幕。`), ['edition 3 第3届'])
    assert.deepEqual(said('运动会', `首届${ini('职工运动会')}开幕。`), ['edition 1 首届'])
  })

  it('is found where a column break cuts it', () => {
    const page = markedPage(`第三\n届${ini('职工运动会')}开幕。`)
    const [entity] = linkEntities([page])
    assert.ok(entity)
    const [fact] = initiativeFacts(entity, () => page).all.filter(({ key }) => key === 'edition')
    assert.deepEqual(fact?.mention.spans, [
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ])
  })

  it('is none of a committee, and none further away', () => {
    assert.deepEqual(said('运动会', `第三届委员会讨论了${ini('职工运动会')}。`), [])
  })
})

describe('a part of another initiative', () => {
  it('is said by what joins the two', () => {
    assert.deepEqual(said('讲堂', `${ini('工匠讲堂')}是“${ini('产改行动')}”的重要组成部分。`), [
      'partOf 产改行动',
    ])
    assert.deepEqual(
      said('讲堂', `作为“${ini('产改行动')}”的重要内容之一，${ini('工匠讲堂')}受到欢迎。`),
      ['partOf 产改行动'],
    )
    assert.deepEqual(said('产改', `${ini('工匠讲堂')}是“${ini('产改行动')}”的重要组成部分。`), [])
  })

  it('is not said by standing beside it', () => {
    assert.deepEqual(said('讲堂', `${ini('工匠讲堂')}和${ini('产改行动')}是重要的组成部分。`), [])
  })
})
