import assert from 'node:assert/strict'
import { linkEntities } from '../../server/src/entity/link.ts'
import { type MarkedPageOptions, markedPage } from './marked-page.ts'

/** `Type name = alias, alias ×mentions` of each entity. */
function linked(...pages: readonly (readonly [string | readonly string[], MarkedPageOptions?])[]) {
  const entities = linkEntities(
    pages.map(([articles, options], i) => markedPage(articles, { path: `${i}.txt`, ...options })),
  )
  return entities.map(({ name, aliases, mentions }) => {
    const also = aliases.length === 0 ? '' : ` = ${aliases.join(', ')}`
    return `${name}${also} ×${mentions.length}`
  })
}

describe('entities on a page', () => {
  it('are the mentions of one name', () => {
    assert.deepEqual(linked(['⟦孙陈超|Person⟧和⟦吴浩|Person⟧,⟦孙陈⏎超|Person⟧说']), [
      '吴浩 ×1',
      '孙陈超 ×2',
    ])
  })

  it('are of one type', () => {
    assert.deepEqual(linked(['⟦富润|Organization⟧⟦富润|Place⟧']), ['富润 ×1', '富润 ×1'])
  })

  it('take companies under their short names', () => {
    assert.deepEqual(
      linked([
        '⟦富润控股集团|Organization⟧,⟦富润|Organization⟧,⟦富润控股集团有限公司|Organization⟧',
      ]),
      ['富润控股集团有限公司 = 富润控股集团, 富润 ×3'],
    )
    assert.deepEqual(linked(['⟦浙江申发轴瓦股份有限公司|Organization⟧(⟦申发|Organization⟧)']), [
      '浙江申发轴瓦股份有限公司 = 申发 ×2',
    ])
  })

  it('keep a short name apart that fits two full ones', () => {
    assert.equal(
      linked(['⟦富润纺织有限公司|Organization⟧⟦富润置业有限公司|Organization⟧⟦富润|Organization⟧'])
        .length,
      3,
    )
  })

  it('do not take a part of an organisation for the whole', () => {
    const text =
      '⟦诸暨市总工会|Organization⟧⟦诸暨市总工会女职工委员会|Organization⟧⟦诸暨市|Organization⟧'
    assert.equal(linked([text]).length, 3)
    const levels = '⟦嘉兴市南湖区总工会|Organization⟧⟦嘉兴市总工会|Organization⟧'
    assert.equal(linked([levels]).length, 2)
  })

  it('take other ways to say a union or a company', () => {
    for (const [full, ...short] of [
      ['台州市椒江区总工会', '台州椒江工会', '椒江工会'],
      ['安徽省六安市霍山县总工会', '安徽霍山县总', '霍山县总工会'],
      ['富润控股集团有限公司', '富润集团', '富润'],
      ['浙江乐业物业有限公司', '乐业物业有限公司', '乐业物业'],
    ]) {
      const text = [full, ...short].map((name) => `⟦${name}|Organization⟧`).join(',')
      assert.equal(linked([text]).length, 1, text)
    }
  })

  it('take 市总工会 for the one of the article', () => {
    assert.deepEqual(
      linked([
        [
          '⟦诸暨市总工会|Organization⟧,⟦市总工会|Organization⟧,⟦市总|Organization⟧',
          '⟦永州市总工会|Organization⟧,⟦市总工会|Organization⟧',
          '⟦市总工会|Organization⟧',
        ],
      ]),
      ['市总工会 ×1', '永州市总工会 = 市总工会 ×2', '诸暨市总工会 = 市总工会, 市总 ×3'],
    )
  })

  it('leave 市总工会 alone where an article names two', () => {
    const text = '⟦诸暨市总工会|Organization⟧⟦永州市总工会|Organization⟧⟦市总工会|Organization⟧'
    assert.equal(linked([text]).length, 3)
  })

  it('take a district with and without its city', () => {
    assert.deepEqual(
      linked([
        '⟦台州市椒江区总工会|Organization⟧⟦区总工会|Organization⟧⟦椒江区总工会|Organization⟧',
      ]),
      ['台州市椒江区总工会 = 椒江区总工会, 区总工会 ×3'],
    )
    assert.deepEqual(linked(['⟦嘉兴市南湖区|Place⟧⟦南湖区|Place⟧⟦嘉兴|Place⟧⟦嘉兴市|Place⟧']), [
      '嘉兴市 = 嘉兴 ×2',
      '嘉兴市南湖区 = 南湖区 ×2',
    ])
  })

  it('take an initiative under its label, with and without quotes', () => {
    assert.deepEqual(
      linked(['⟦“当一周工人、体工会初心”活动|Initiative⟧“⟦当一周工人、体工会初心|Initiative⟧”']),
      ['“当一周工人、体工会初心”活动 = 当一周工人、体工会初心 ×2'],
    )
    assert.deepEqual(linked(['“⟦蓝领工程|Initiative⟧”⟦“蓝领”工程|Initiative⟧']), [
      '“蓝领”工程 = 蓝领工程 ×2',
    ])
  })

  it('take the tail of a long name and its abbreviation', () => {
    assert.deepEqual(
      linked(['⟦“烂柯杯”全国职工围棋大赛|Initiative⟧,⟦全国职工围棋大赛|Initiative⟧']),
      ['“烂柯杯”全国职工围棋大赛 = 全国职工围棋大赛 ×2'],
    )
    assert.deepEqual(linked(['⟦产业工人队伍建设改革|Initiative⟧,“⟦产改|Initiative⟧”']), [
      '产业工人队伍建设改革 = 产改 ×2',
    ])
  })

  it('take an initiative without the words in the middle of its name', () => {
    assert.deepEqual(
      linked(['⟦“同心鹊桥会”实名制交友平台|Initiative⟧⟦“同心鹊桥会”交友平台|Initiative⟧']),
      ['“同心鹊桥会”实名制交友平台 = “同心鹊桥会”交友平台 ×2'],
    )
  })

  it('believe the text where it says the short name', () => {
    assert.deepEqual(
      linked(['“⟦蓝领岗位生态系统建设工程|Initiative⟧”(以下简称“⟦蓝领工程|Initiative⟧”)']),
      ['蓝领岗位生态系统建设工程 = 蓝领工程 ×2'],
    )
  })

  it('leave rejected mentions out', () => {
    const page = markedPage('⟦吴浩|Person⟧')
    const mentions = page.mentions.map((mention) => ({ ...mention, status: 'rejected' as const }))
    assert.deepEqual(linkEntities([{ ...page, mentions }]), [])
  })
})

describe('entities over pages', () => {
  it('are full names of organisations and places', () => {
    for (const full of [
      '诸暨市总工会|Organization',
      '富润控股集团|Organization',
      '中华全国总工会|Organization',
      '黑龙江省工会干部学院|Organization',
      '嘉兴市|Place',
    ]) {
      assert.equal(linked([`⟦${full}⟧`], [`⟦${full}⟧`]).length, 1, full)
    }
  })

  it('are not short names, nor names of other types', () => {
    for (const short of [
      '市总工会|Organization',
      '教育局|Organization',
      '富润|Organization',
      '人民医院|Organization',
      '该公司|Organization',
      '城关镇|Place',
      '嘉兴|Place',
      '吴浩|Person',
      '今年|Date',
      '一等奖|Honor',
    ]) {
      assert.equal(linked([`⟦${short}⟧`], [`⟦${short}⟧`]).length, 2, short)
    }
  })

  it('are full where the page names the place: 嘉兴工会', () => {
    const page = '⟦嘉兴|Place⟧:⟦嘉兴工会|Organization⟧'
    assert.deepEqual(linked([page], [page]), ['嘉兴工会 ×2', '嘉兴 ×1', '嘉兴 ×1'])
  })

  it('take short names with them', () => {
    assert.deepEqual(
      linked(
        ['⟦永州市总工会|Organization⟧⟦市总工会|Organization⟧'],
        ['⟦永州市总工会|Organization⟧⟦市总|Organization⟧'],
      ),
      ['永州市总工会 = 市总工会, 市总 ×4'],
    )
  })

  it('are those that another page names more fully', () => {
    assert.deepEqual(
      linked(
        ['⟦诸暨市总工会|Organization⟧⟦启东市|Place⟧'],
        ['⟦浙江省诸暨市总工会|Organization⟧⟦诸暨市总|Organization⟧⟦诸暨工会|Organization⟧'],
        ['⟦江苏省南通市启东市|Place⟧⟦江苏省启东市|Place⟧⟦启东市|Place⟧'],
      ),
      [
        '浙江省诸暨市总工会 = 诸暨市总工会, 诸暨工会, 诸暨市总 ×4',
        '江苏省南通市启东市 = 江苏省启东市, 启东市 ×4',
      ],
    )
  })

  it('stay apart where pages have two fuller names', () => {
    const pages = [
      '⟦南京市鼓楼区|Place⟧⟦鼓楼区|Place⟧',
      '⟦福州市鼓楼区|Place⟧⟦鼓楼区|Place⟧',
      '⟦鼓楼区|Place⟧',
    ]
    assert.deepEqual(linked(...pages.map((page) => [page] as const)), [
      '南京市鼓楼区 = 鼓楼区 ×2',
      '福州市鼓楼区 = 鼓楼区 ×2',
      '鼓楼区 ×1',
    ])
  })

  it('do not join two full names over a short one that both use', () => {
    assert.deepEqual(
      linked(
        ['⟦户外劳动者爱心驿站|Initiative⟧⟦爱心驿站|Initiative⟧'],
        ['⟦货车司机爱心驿站|Initiative⟧⟦爱心驿站|Initiative⟧'],
      ),
      ['户外劳动者爱心驿站 = 爱心驿站 ×2', '货车司机爱心驿站 = 爱心驿站 ×2'],
    )
  })

  it('are stations that each body has for its own', () => {
    const pages = ['⟦职工之家|Initiative⟧⟦职工之家|Initiative⟧', '⟦职工之家|Initiative⟧']
    assert.deepEqual(linked(...pages.map((page) => [page] as const)), [
      '职工之家 ×2',
      '职工之家 ×1',
    ])
    const named = ['⟦“浙工”驿站|Initiative⟧', '⟦“浙工”驿站|Initiative⟧']
    assert.equal(linked(...named.map((page) => [page] as const)).length, 1)
  })

  it('are authors of one newspaper', () => {
    const page = '⟦胡舫|Person⟧'
    const daily = { newspaper: '日报', byline: ['胡舫'] }
    assert.deepEqual(linked([page, daily], [page, daily]), ['胡舫 ×2'])
    assert.equal(linked([page, daily], [page, { ...daily, newspaper: '晚报' }]).length, 2)
    assert.equal(linked([page, { byline: ['胡舫'] }], [page, { byline: ['胡舫'] }]).length, 2)
    assert.equal(linked([page, daily], [page, { newspaper: '日报' }]).length, 2)
  })

  it('have ids that say where the name holds', () => {
    const page = '⟦助企十条|Initiative⟧⟦胡舫|Person⟧⟦吴浩|Person⟧'
    const options = { path: 'a/0.txt', newspaper: '日报', byline: ['胡舫'] }
    assert.deepEqual(
      linkEntities([markedPage(page, options)]).map(({ id }) => id),
      ['Initiative:助企十条', 'a/0.txt#Person:吴浩', '日报#Person:胡舫'],
    )
  })

  it('are the same whatever was asked before', () => {
    const texts = ['⟦嘉兴市|Place⟧⟦嘉兴|Place⟧', '⟦嘉兴市|Place⟧⟦助企十条|Initiative⟧']
    const pages = () => texts.map((text, i) => markedPage(text, { path: `${i}.txt` }))
    const [first] = pages()
    const reused = first === undefined ? [] : [first, ...pages().slice(1)]
    linkEntities(reused.slice(0, 1))
    assert.deepEqual(linkEntities(reused), linkEntities(pages()))
  })

  it('come in the order of the schema, then by name', () => {
    assert.deepEqual(linked(['⟦乙某|Person⟧⟦甲某|Person⟧⟦丙大赛|Initiative⟧']), [
      '丙大赛 ×1',
      '乙某 ×1',
      '甲某 ×1',
    ])
  })
})
