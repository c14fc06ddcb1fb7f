/** Bylines and credits in the forms that newspapers use: the names, and what the block covers. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parseMarked } from '../marked.ts'
import { analysePage } from './analyse-page.ts'

const title = '某市总工会开展慰问活动⏎⏎'
const body = '近日,某市总工会开展活动。'

describe('bylines', () => {
  const cases: readonly (readonly [marked: string, names: string])[] = [
    [`⟦记者周静报道|byline⟧ ${body}`, '周静'],
    [`⟦本报讯 通讯员余丽 记者周静报道|byline⟧ ${body}`, '余丽 周静'],
    [`⟦本报讯见习记者周静 通讯员余丽报道|byline⟧ ${body}`, '周静 余丽'],
    [`⟦本报(记者周静 陈大文 通讯员余丽)|byline⟧${body}`, '周静 陈大文 余丽'],
    [`⟦本报讯(记者周静、余丽)|byline⟧${body}`, '周静 余丽'],
    [`⟦【本报讯】(记者 周静)|byline⟧${body}`, '周静'],
    [`⟦新华社北京11月2日电(记者周静)|byline⟧${body}`, '周静'],
    [`⟦本报讯 记者 周 静 通讯员 余丽 报道|byline⟧ ${body}`, '周静 余丽'],
    [`⟦本报记者 周静 余丽 本报通讯员 陈大文|byline⟧⏎⏎${body}`, '周静 余丽 陈大文'],
    [`⟦□ 记者 周静|byline⟧⏎⏎${body}`, '周静'],
    [`⟦通讯员余丽 陈大文 本报记者周静|byline⟧⏎⏎${body}`, '余丽 陈大文 周静'],
    [`⟦工人日报-中工网记者 周静|byline⟧⏎⏎${body}`, '周静'],
    [`⟦文/图 本报记者 周静|byline⟧⏎⏎${body}`, '周静'],
    [`⟦文/周静 图/余丽|byline⟧⏎⏎${body}`, '周静 余丽'],
    [`⟦周静 余丽|byline⟧⏎⏎${body}`, '周静 余丽'],
    [`⟦某区总工会党组成员、副主席 周静|byline⟧⏎⏎${body}`, '周静'],
    [`⟦本报讯 通讯员买买提·艾山报道|byline⟧ ${body}`, '买买提·艾山'],
    [`${body}⟦(周静 余丽)|byline⟧`, '周静 余丽'],
    [`${body} ⟦(记者 周静)|byline⟧`, '周静'],
    [`${body}⏎⏎⟦(周静 文/图)|byline⟧`, '周静'],
    [`${body}⏎⏎⟦调研组成员:周静 陈大文 余丽|byline⟧`, '周静 陈大文 余丽'],
    [`${body}⏎⏎⟦某市总工会维权课题组|byline⟧`, ''],
    [`⟦本报讯|byline⟧ 记者从市总工会获悉,今年开展活动。`, ''],
    [`记者在现场看到,职工们很高兴。`, ''],
  ]
  for (const [marked, names] of cases) {
    it(marked, () => {
      const { text, spans } = parseMarked(title + marked)
      const page = analysePage(text)
      const bylines = page.blocks.filter(({ kind }) => kind === 'byline')
      assert.deepEqual(
        bylines.map(({ span }) => span),
        spans.map(({ start, end }) => ({ start, end })),
      )
      assert.equal(page.articles.length, 1)
      assert.equal(page.articles[0]?.byline.map(({ name }) => name).join(' '), names)
    })
  }
})

describe('photo credits', () => {
  for (const [credit, name] of [
    ['通讯员周静 摄', '周静'],
    ['某社记者 周静 摄', '周静'],
    ['周静/摄', '周静'],
    ['(周静 摄)', '周静'],
    ['本报记者 周静 摄影报道', '周静'],
    ['视觉中国 供图', ''],
  ] as const) {
    it(`${credit} makes a captioned photo an item`, () => {
      const text = `端午包粽子\n\n6月2日,职工们一起包粽子。${credit}\n\n某市开会\n\n本报讯(记者余丽)昨天开会。`
      const [photo, article] = analysePage(text).articles
      assert.equal(photo?.kind, 'photo')
      assert.equal(photo.headline, '端午包粽子')
      assert.equal(photo.byline.map((author) => author.name).join(' '), name)
      assert.equal(article?.headline, '某市开会')
    })
  }

  it("belongs to the article that holds the caption, behind the article's own authors", () => {
    const text =
      '某市开会\n\n\n\n会场一角。通讯员余丽 摄\n\n本报讯 记者周静报道 昨天开会。\n\n大家发言。'
    const [article] = analysePage(text).articles
    assert.deepEqual(
      article?.byline.map(({ name }) => name),
      ['周静', '余丽'],
    )
    assert.equal(article?.logical.text.split('\n').at(-1), '会场一角。通讯员余丽 摄')
  })
})
