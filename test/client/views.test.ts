/** What the panel shows: groups, filter, excerpts. */
import assert from 'node:assert/strict'
import { Checked } from '../../client/src/views/checked.ts'
import { excerpt } from '../../client/src/views/excerpt.ts'
import { filterItems, keptFilter } from '../../client/src/views/filter.ts'
import {
  type Arrangement,
  type Grouping,
  grouped,
  type Listed,
  type Order,
} from '../../client/src/views/grouping.ts'
import { pageWord } from '../../client/src/views/page-word.ts'
import type { InitiativeItem } from '../../server/src/protocol.ts'

function initiative(name: string, facts: Partial<InitiativeItem> = {}): InitiativeItem {
  return {
    id: `Initiative:${name}`,
    type: 'Initiative',
    name,
    aliases: [],
    count: 1,
    open: 1,
    corpus: 'file:///c',
    pages: [{ uri: 'file:///c/1.txt', label: '第1版', count: 1, first: 0 }],
    kind: 'campaign',
    kindLabel: '行动',
    ...facts,
  }
}

const pages = (...numbers: number[]) =>
  numbers.map((n) => ({ uri: `file:///c/${n}.txt`, label: `第${n}版`, count: n, first: 10 - n }))

const arranged = (items: readonly Listed[], by: Grouping, more: Partial<Arrangement> = {}) =>
  grouped(items, {
    by,
    order: 'mentions',
    types: [],
    words: {
      unknown: { owner: '不详', place: '无地', target: '无对象', year: '无年' },
      status: { suggested: '未确认', partly: '部分', confirmed: '已确认' },
    },
    ...more,
  })

const shown = (items: readonly Listed[], by: Grouping, more: Partial<Arrangement> = {}) =>
  arranged(items, by, more).map(({ label, members }) => [
    label,
    ...members.map(({ item, count }) => `${item.name} ${count}`),
  ])

describe('initiatives in groups', () => {
  it('stand under each of their pages with their number there', () => {
    const items = [
      initiative('小哥驿站', { count: 12, pages: pages(8, 2) }),
      initiative('暖心行动', { pages: pages(5) }),
    ]
    assert.deepEqual(shown(items, 'page'), [
      ['第2版', '小哥驿站 2'],
      ['第5版', '暖心行动 5'],
      ['第8版', '小哥驿站 8'],
    ])
  })

  it('stand under one page alone where one is shown', () => {
    const items = [
      initiative('小哥驿站', { count: 2, pages: pages(8, 2) }),
      initiative('暖心行动', { pages: pages(5) }),
    ]
    const isShown = (uri: string) => uri.endsWith('/2.txt')
    assert.deepEqual(shown(items, 'page', { isShown }), [['第2版', '小哥驿站 2']])
  })

  it('stand under pages in the order of their paths, whatever these are called', () => {
    const files = ['c/001_b66a', 'c/版%20一', 'c/000_43f4', 'c/e', 'c/（二）', 'a/004_e29a']
    const items = files.map((file, index) =>
      initiative('小哥驿站', {
        corpus: `file:///${file.slice(0, 1)}`,
        pages: [{ uri: `file:///${file}.txt`, label: `第${9 - index}版`, count: 1, first: 0 }],
      }),
    )
    const order = arranged(items, 'page').map(({ uri }) => uri?.slice(8, -4))
    const first = ['c/000_43f4', 'c/001_b66a', 'c/e', 'c/版%20一', 'c/（二）']
    assert.deepEqual(order, [...first, 'a/004_e29a'])
  })

  it('without an owner come last, and have no group when all owners are known', () => {
    const items = [initiative('甲'), initiative('乙', { owner: '市总工会' })]
    assert.deepEqual(shown(items, 'owner'), [
      ['市总工会', '乙 1'],
      ['不详', '甲 1'],
    ])
    assert.equal(shown(items.slice(1), 'owner').length, 1)
  })

  it('are together by kind and by place, groups in the order of their sounds', () => {
    const items = [
      initiative('甲', { place: '台州市' }),
      initiative('丙', { kind: 'station', kindLabel: '驿站', place: '安吉县' }),
      initiative('乙', { count: 3 }),
    ]
    assert.deepEqual(shown(items, 'kind'), [
      ['行动', '乙 3', '甲 1'],
      ['驿站', '丙 1'],
    ])
    assert.deepEqual(shown(items, 'place'), [
      ['安吉县', '丙 1'],
      ['台州市', '甲 1'],
      ['无地', '乙 3'],
    ])
  })

  it('stand under each of their target groups', () => {
    const items = [initiative('甲', { targets: ['职工', '货车司机'] }), initiative('乙')]
    assert.deepEqual(shown(items, 'target'), [
      ['货车司机', '甲 1'],
      ['职工', '甲 1'],
      ['无对象', '乙 1'],
    ])
  })

  it('are under the years in which they began, the earliest first', () => {
    const items = [
      initiative('甲', { began: '2021-06' }),
      initiative('乙', { began: '2008/2010' }),
      initiative('丙', { issued: '2019-01-02' }),
    ]
    assert.deepEqual(shown(items, 'year'), [
      ['2008', '乙 1'],
      ['2021', '甲 1'],
      ['无年', '丙 1'],
    ])
  })

  it('are in the order of the text, page by page and on each page', () => {
    const at = (uri: string, first: number) => [{ uri, label: uri, count: 1, first }]
    const items = [
      initiative('甲', { pages: at('file:///c/2.txt', 3) }),
      initiative('乙', { pages: [...at('file:///c/1.txt', 70), ...at('file:///c/2.txt', 1)] }),
      initiative('丙', { pages: at('file:///c/1.txt', 8) }),
    ]
    assert.deepEqual(shown(items, 'kind', { order: 'place' }), [['行动', '丙 1', '乙 1', '甲 1']])
    assert.deepEqual(shown(items, 'page', { order: 'place' }), [
      ['file:///c/1.txt', '丙 1', '乙 1'],
      ['file:///c/2.txt', '乙 1', '甲 1'],
    ])
    const isShown = (uri: string) => uri.endsWith('2.txt')
    const second = shown(items.slice(0, 2), 'kind', { order: 'place', isShown })
    assert.deepEqual(second, [['行动', '乙 1', '甲 1']])
  })

  it('are by status, what nobody has confirmed first', () => {
    const items = [
      initiative('甲', { count: 2, open: 0 }),
      initiative('乙', { count: 2, open: 1 }),
      initiative('丙', { count: 2, open: 2 }),
    ]
    assert.deepEqual(shown(items, 'status'), [
      ['未确认', '丙 2'],
      ['部分', '乙 2'],
      ['已确认', '甲 2'],
    ])
  })

  it('do not stand apart because their name begins with a quotation mark', () => {
    const items = [initiative('“丙”工程'), initiative('乙'), initiative('‘甲’行动')]
    const names = arranged(items, 'kind')[0]?.members.map(({ item }) => item.name)
    assert.deepEqual(names, ['“丙”工程', '‘甲’行动', '乙'])
  })

  it('are in order of mentions, of their sounds, or of their dates', () => {
    const items = [
      initiative('职工夜校', { count: 9, issued: '2021-11-22' }),
      initiative('爱心驿站', { count: 2 }),
      initiative('暖心行动', { count: 5, began: '2020-03', issued: '2022-01-01' }),
      initiative('百日竞赛', { count: 2, began: '2019' }),
      initiative('春风行动', { count: 1, issued: '2018-01-01' }),
    ]
    const names = (order: Order) =>
      arranged(items, 'owner', { order })[0]?.members.map(({ item }) => item.name.slice(0, 2))
    assert.deepEqual(names('mentions'), ['职工', '暖心', '爱心', '百日', '春风'])
    assert.deepEqual(names('name'), ['爱心', '百日', '春风', '暖心', '职工'])
    // Where the beginning is not known, the first issue that names it stands behind the others.
    assert.deepEqual(names('date'), ['百日', '暖心', '春风', '职工', '爱心'])
  })
})

describe('entities by type', () => {
  it('come in the order of the types, unknown types last', () => {
    const items = ['Place', 'Own', 'Person'].map((type) => initiative(type, { type }))
    const types = [
      { name: 'Person', label: '人物' },
      { name: 'Place', label: '地点' },
    ]
    assert.deepEqual(
      arranged(items, 'type', { types }).map(({ label }) => label),
      ['人物', '地点', 'Own'],
    )
  })
})

describe('what is ticked', () => {
  const [one, done] = [initiative('甲'), initiative('乙', { open: 0 })]

  it('is an entity wherever it stands, and only where something is open', () => {
    const checked = new Checked<InitiativeItem>()
    checked.set([one, done], true)
    assert.deepEqual(checked.items, [one])
    assert.deepEqual(
      [checked.of([{ ...one }]), checked.of([one, done]), checked.of([done])],
      [true, true, undefined],
    )
    checked.set([one], false)
    assert.equal(checked.of([one]), false)
  })

  it('is no longer what is gone or confirmed', () => {
    const checked = new Checked<InitiativeItem>()
    const two = initiative('丙')
    checked.set([one, two], true)
    const now = { ...one, count: 7 }
    checked.keep([now, { ...two, open: 0 }])
    assert.deepEqual(checked.items, [now])
  })
})

describe('the filter', () => {
  it('finds names and aliases by their pinyin and its initials', () => {
    const items = [initiative('“助企十条”'), initiative('暖企行动', { aliases: ['暖企'] })]
    const found = (text: string) => filterItems(items, text).map(({ name }) => name)
    assert.deepEqual(found('zqst'), ['“助企十条”'])
    assert.deepEqual(found('nuanqi'), ['暖企行动'])
    assert.deepEqual(found('zqst 行动'), ['“助企十条”'])
    assert.deepEqual(found('zz'), [])
  })

  const items = [
    initiative('助企十条', { aliases: ['十条'], owner: '永州市总工会' }),
    initiative('Ｅ家驿站', { place: '台州市' }),
  ]
  const names = (text: string) => filterItems(items, text).map(({ name }) => name)

  it('finds name, alias, owner, place, kind and page', () => {
    assert.deepEqual(names('助企'), ['助企十条'])
    assert.deepEqual(names('永州'), ['助企十条'])
    assert.deepEqual(names('台州'), ['Ｅ家驿站'])
    assert.equal(names('行动').length, 2)
    assert.equal(names('第1版').length, 2)
  })

  it('wants all parts, and does not mind width and case', () => {
    assert.deepEqual(names('永州 十条'), ['助企十条'])
    assert.deepEqual(names('永州 驿站'), [])
    assert.deepEqual(names('e家'), ['Ｅ家驿站'])
  })

  it('lets everything through when it is empty', () => {
    assert.equal(names('  ').length, 2)
  })

  it('is the one that was kept, and none where nothing was, or something else', () => {
    assert.deepEqual([keptFilter('助企'), keptFilter(undefined), keptFilter({})], ['助企', '', ''])
  })
})

describe('an excerpt', () => {
  const cut = (sentence: string, name: string) => {
    const start = sentence.indexOf(name)
    const { text, highlight } = excerpt(sentence, [start, start + name.length])
    return [text, text.slice(...highlight)]
  }

  it('has the mention in view at its beginning', () => {
    const sentence = '今年以来，永州市总工会在全市范围出台“助企十条”，雪中送炭。'
    assert.deepEqual(cut(sentence, '助企十条'), [
      '…在全市范围出台“助企十条”，雪中送炭。',
      '助企十条',
    ])
  })

  it('is the sentence where that is short', () => {
    assert.deepEqual(cut('启动小哥行动。', '小哥行动'), ['启动小哥行动。', '小哥行动'])
  })

  it('stays in one line and ends', () => {
    const [text = '', name] = cut(`“助企⏎十条”${'好'.repeat(500)}`.replace('⏎', '\n'), '助企\n十条')
    assert.equal(name, '助企 十条')
    assert.equal(text.length, 161)
    assert.ok(text.endsWith('…'))
  })

  it('does not cut a character in two', () => {
    const { text } = excerpt('𠮷𠮷𠮷𠮷𠮷甲', [9, 10])
    assert.doesNotThrow(() => encodeURIComponent(text))
  })
})

describe('a page in the title of a view', () => {
  const same = (uri: string) => uri.toLowerCase()
  const named = pages(1, 2)

  it('is called as the corpus calls it, however its address is written', () => {
    assert.equal(pageWord('FILE:///c/2.txt', named, same), '第2版')
  })

  it('is called by its file where nothing of it is known', () => {
    assert.equal(pageWord('file:///c/%E7%89%88%E4%B8%80.txt', named, same), '版一')
    assert.equal(pageWord('file:///c/100%.txt', [], same), '100%.txt')
  })
})
