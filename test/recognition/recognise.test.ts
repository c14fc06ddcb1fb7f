import assert from 'node:assert/strict'
import type { Page } from '../../server/src/page/model.ts'
import { recognisePage } from '../../server/src/recognition/recognise.ts'
import { lexicon } from '../lexicon.ts'
import { analysePage } from '../page/analyse-page.ts'
import { segment } from '../words/segmenter.ts'
import { oneArticlePage } from './one-article.ts'
import { means, recognise, recognised } from './recognised.ts'
import { goldF1 } from './scoring.ts'

/** One article put together from pieces of the source, `[source, length]` each. */
function pageOf(text: string, ...parts: readonly (readonly [number, number])[]): Page {
  const whole = oneArticlePage(text)
  const [article] = whole.articles
  if (article === undefined) return whole
  let logical = 0
  const pieces = parts.map(([source, length]) => {
    const piece = { logical, source, length }
    logical += length
    return piece
  })
  const joined = parts.map(([source, length]) => text.slice(source, source + length)).join('')
  return { ...whole, articles: [{ ...article, logical: { text: joined, map: { pieces } } }] }
}

describe('recognising a page', () => {
  it('gives a name that a column break cuts as one span, break included', () => {
    const text = '慰问货\n\n车司机'
    const [mention] = recognise(text, pageOf(text, [0, 3], [5, 3]))
    assert.deepEqual(mention?.spans, [{ start: 2, end: 8 }])
    assert.equal(mention?.text, '货车司机')
  })

  it('gives a name that another block cuts as fragments', () => {
    const text = '慰问货\n图片说明\n车司机'
    const [mention] = recognise(text, pageOf(text, [0, 3], [9, 3]))
    assert.deepEqual(mention?.spans, [
      { start: 2, end: 3 },
      { start: 9, end: 12 },
    ])
  })

  it('finds a name everywhere once it was found', () => {
    const marked = '记者⟦王小明|Person⟧报道 昨日⟦王小明|Person⟧又来了'
    assert.equal(recognised(marked, 'Person'), marked)
  })

  it('finds a label without its evidence once it was found with it', () => {
    const marked = '实施“⟦暖风工程|Initiative⟧”。这就是“⟦暖风工程|Initiative⟧”的核心'
    assert.equal(recognised(marked, 'Initiative'), marked)
  })

  it('finds the short form that brackets give', () => {
    const marked =
      '⟦杭州云谷小镇工会联合会|Organization⟧(下称“⟦云谷工会|Organization⟧”)说,⟦云谷工会|Organization⟧很好'
    assert.equal(recognised(marked, 'Organization'), marked)
  })

  it('finds the short names of a company, a hospital and a workshop', () => {
    const text = '北方磁谷新材料有限责任公司与湖州市人民医院签约。北方磁谷很好,市人民医院也很好。'
    const found = recognise(text, oneArticlePage(text)).map((mention) => mention.text)
    assert.deepEqual(found.slice(2), ['北方磁谷', '市人民医院'])
  })

  it('says where the name stands that another is known from', () => {
    const text = '实施“青苗工程”,职工说青苗工程真好'
    const found = recognise(text, oneArticlePage(text))
    assert.deepEqual(
      found.map(({ sameAs }) => sameAs),
      [undefined, 3],
    )
  })

  it('prefers the longer name', () => {
    const marked = '⟦诸暨市总工会|Organization⟧'
    assert.equal(recognised(marked), marked)
  })

  it('gives the same with and without memory, again and again', () => {
    const text = '记者王小明报道 2021年,湖州市总工会推出“八匠”行动。'
    const page = analysePage(text)
    const fresh = recognisePage(text, page, means)
    assert.ok(fresh.length > 3)
    assert.deepEqual(recognise(text, page), fresh)
    assert.deepEqual(recognise(text, page), fresh)
  })

  it('works without word lists, by its patterns alone', () => {
    const text = '2021年见《办法》'
    const withoutWords = { ...lexicon, words: new Map() }
    const found = recognisePage(text, oneArticlePage(text), { segment, lexicon: withoutWords })
    assert.deepEqual(
      found.map(({ type, text: name }) => [type, name]),
      [
        ['Date', '2021年'],
        ['Document', '《办法》'],
      ],
    )
  })

  it('finds nothing in nothing', () => {
    assert.deepEqual(recognise('', oneArticlePage('')), [])
  })
})

describe('recogniser on the gold pages', () => {
  // The score itself is printed by npm run score; this bar only shows when a change breaks something.
  it('does not fall behind what it reached', () => {
    const f1 = goldF1()
    assert.ok(f1 >= 0.93, `micro F1 ${f1}`)
  })
})
