/** Sentences that go on behind a break, behind something else, or elsewhere on the page. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { analysePage } from './analyse-page.ts'

const head = '某市总工会送清凉\n\n本报讯 记者周静报道 '

function logicalLines(text: string, article = 0): readonly string[] {
  return analysePage(text).articles[article]?.logical.text.split('\n') ?? []
}

describe('joins', () => {
  it('makes a word whole that a break cuts', () => {
    const lines = logicalLines(`${head}昨天慰问了货\n\n车司机。\n\n大家说好。`)
    assert.deepEqual(lines.slice(2), ['昨天慰问了货车司机。', '大家说好。'])
  })

  it('keeps paragraphs apart that are complete', () => {
    for (const end of ['。', '!”', '……', ':', ';']) {
      assert.equal(logicalLines(`${head}昨天慰问了司机${end}\n\n车队很高兴。`).length, 4, end)
    }
  })

  it('goes on behind a caption and behind a box', () => {
    for (const between of ['\n\n协商会现场。', '图为协商会。', '阅读提示\n\n工会做了很多事。']) {
      const text = `${head}职代会表决通\n\n${between}\n\n过。双方签字。`
      assert.ok(logicalLines(text).includes('职代会表决通过。双方签字。'), between)
    }
  })

  it('goes on behind a photo with a title of its own', () => {
    const text = `${head}昨天慰问了货\n\n妈妈工坊\n\n7月4日,妈妈们在织布。余丽 摄\n\n车司机。`
    assert.ok(logicalLines(text).includes('昨天慰问了货车司机。'))
    assert.equal(analysePage(text).articles[1]?.kind, 'photo')
  })

  it('takes a short first half for a paragraph when the page knows the word', () => {
    const text = `${head}昨天普及消防安全知识。\n\n演练以后还举行了消防\n\n安全汇演。大家说好。`
    assert.ok(logicalLines(text).includes('演练以后还举行了消防安全汇演。大家说好。'))
  })

  it('drops the breaks of lines that are wrapped at one width', () => {
    const text = `${head}某市总工会\n开展了活动,大家都说这样的活动很好,\n于是又开展了一次活动,大家又说好,后\n来还开展了第三次。\n\n散会。`
    assert.equal(logicalLines(text).at(-2)?.includes('\n'), false)
    assert.ok(logicalLines(text).join('').includes('后来还开展了第三次。'))
  })

  it('is unsure where the next paragraph opens anew', () => {
    const page = analysePage(`${head}昨天慰问了货\n\n据了解,慰问每年一次。`)
    assert.equal(page.articles[0]?.joints.at(-1), 'unsure')
    assert.equal(page.unsureJoins.length, 1)
  })

  it('finds the rest behind another article when both ends are clear and the only ones', () => {
    const text = `${head}昨天慰问了“货车\n\n某县总工会培训\n\n本报讯 记者余丽报道 昨天培训。\n\n司机”代表。大家说好。`
    assert.ok(logicalLines(text).includes('昨天慰问了“货车司机”代表。大家说好。'))
    assert.equal(logicalLines(text, 1).at(-1), '昨天培训。')
  })

  it('reads a beginning from the end of the page first, and only proposes it', () => {
    const text = `${head}天热。\n\n双向奔赴\n\n某区总工会主席 余丽\n\n完成部署的任务指标。\n\n区总慰问货车司机。\n\n【履职手记】\n\n\n\n今年5月,区总为货车司机入会,提前一个月`
    const page = analysePage(text)
    const article = page.articles.find(({ headline }) => headline === '双向奔赴')
    assert.deepEqual(article?.logical.text.split('\n').slice(2), [
      '今年5月,区总为货车司机入会,提前一个月',
      '完成部署的任务指标。',
      '区总慰问货车司机。',
    ])
    assert.equal(page.unsureJoins.length, 1)
    assert.equal(page.articles.length, 2)
  })

  it('gives titles at the end of the page to the article that lost them', () => {
    const text =
      '近日,某区总工会慰问货车司机。\n\n货车司机们收到了清凉。\n\n某县总工会培训\n\n本报讯 记者周静报道 昨天培训。\n\n(余丽)\n\n某区总工会慰问货车司机'
    const [first] = analysePage(text).articles
    assert.equal(first?.headline, '某区总工会慰问货车司机')
  })
})
