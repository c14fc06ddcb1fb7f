/** The two pages without gold, against what a reader sees on them. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import type { Page } from '../../server/src/page/model.ts'
import { analysePage } from './analyse-page.ts'

const root = new URL('../../seeds/', import.meta.url)

function seed(doc: string): { text: string; page: Page } {
  const name = readdirSync(root).find((file) => file.startsWith(doc))
  const text = readFileSync(new URL(`${name}`, root), 'utf8')
  return { text, page: analysePage(text) }
}

function summary(page: Page): readonly string[] {
  return page.articles.map(
    ({ kind, headline, byline }) =>
      `${kind} ${headline} [${byline.map(({ name }) => name).join(' ')}]`,
  )
}

function includesAll(page: Page, sentences: readonly string[]): void {
  const texts = page.articles.map(({ logical }) => logical.text).join('\n')
  for (const sentence of sentences) assert.ok(texts.includes(sentence), sentence)
}

describe('page 001, read by eye', () => {
  const { text, page } = seed('001')

  it('has seven articles', () => {
    assert.deepEqual(summary(page), [
      'article 深耕10年打响“五型”品牌 [钟迪良]',
      'article 永康工会以赛代训 推进产业工人队伍建设 [曹张明 羊荣江]',
      'article 开化疗休养融入长三角 [程义军 徐燕芳]',
      'article 温岭工会 送消防知识进校园 [狄瑶 金玲酒]',
      'article 在“城市之眼”扬起“工字号”大旗 [洪蕾婷]',
      'article 立足互联网为职工打造暖心家园 [洪蕾婷]',
      'article 服务创业特性 助力梦想启航 [张浩呈]',
    ])
  })

  it('has its sentences whole', () => {
    includesAll(page, [
      '加强安全生产培训教育',
      '开化县疗休养服务中心',
      '还举行了消防安全主题文艺汇演。',
      '等荣誉称号。',
      '街道总工会打破点对点机械建会模式',
      '武林商圈形成点线面结合',
      '借力群团协作的思路',
      '街道总工会努力的目标。',
      '设立了“专项通道”。评上劳动模范',
      '财税辅导等创业扶持政策',
    ])
  })

  it('has the captions and section names apart', () => {
    const of = (kind: string) =>
      page.blocks
        .filter((block) => block.kind === kind)
        .map(({ span }) => text.slice(span.start, span.end))
    assert.deepEqual(of('section'), ['工运速递', '开启新征程 勇当排头兵', '大调研·样本'])
    assert.deepEqual(of('caption'), [
      '职工技能比武常态化、有效化开展。',
      '工资集体协商现场会。',
      '小镇工会联合会为创业者搭建平台。',
    ])
    assert.deepEqual(page.unsureJoins, [])
  })
})

describe('page 004, read by eye', () => {
  const { text, page } = seed('004')

  it('has four articles and a photo', () => {
    assert.deepEqual(summary(page), [
      'article 培育巾帼工匠,为发展新质生产力贡献“她”力量 [贾萍]',
      'article undefined [范文 陈申 陈晓惠 季绪秀 郑蕾 苏丁]',
      'photo 把“支部建在农路上” [赵利霞]',
      'article 《主席论坛》邀您“汇谈” []',
      'article 多维发力推动工会与货车司机“双向奔赴” [邱永泉]',
    ])
  })

  it('has its sentences whole', () => {
    includesAll(page, [
      '选树宣传“产业科创巾帼工匠”15名',
      '劳模工匠职工服务阵地资源',
      '建设适合货车司机需求特点的职工之家',
    ])
  })

  it('reads the displaced article in order, and proposes what it cannot know', () => {
    const article = page.articles.at(-1)
    const begins = article?.blocks.map(({ span }) => text.slice(span.start, span.start + 6))
    assert.deepEqual(begins, [
      '多维发力推动',
      '扬州市江都区',
      '今年5月,省',
      '完成扬州市总',
      '坚持宣传引领',
      '合货车司机需',
      '截至目前,走',
      '坚持服务到位',
      '坚持全链共建',
    ])
    assert.equal(article?.joints[3], 'unsure')
    assert.equal(article?.joints[8], 'unsure')
    assert.equal(page.unsureJoins.length, 2)
  })

  it('leaves the notes, section names and contact lines to the page', () => {
    const kinds = page.loose.map(({ block }) => block.kind)
    assert.deepEqual(kinds, ['section', 'note', 'section', 'note', 'contact', 'section'])
  })
})
