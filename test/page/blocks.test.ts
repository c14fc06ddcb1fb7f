/** Blocks: what each line, or part of a line, is for. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parseMarked } from '../marked.ts'
import { analysePage } from './analyse-page.ts'

const cases: Readonly<Record<string, string>> = {
  'title lines around the headline':
    '⟦职工有所呼 企业有所应|kicker⟧⏎⏎⟦某市首家物业工会协商取得实效|headline⟧⏎⏎⟦本报记者 周静|byline⟧⏎⏎⟦昨天协商。|paragraph⟧',
  'a kicker that ends with a dash':
    '⟦某市总着力扩大覆盖、加强建设——|kicker⟧⏎⏎⟦“三新”行动暖人心|headline⟧⏎⏎⟦本报记者 周静|byline⟧⏎⏎⟦昨天开会。|paragraph⟧',
  'a subhead with commas':
    '⟦让职工安心逐梦|headline⟧⏎⏎⟦某镇工会聚焦进得来、留得住、发展好|subhead⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天开会。|paragraph⟧',
  'a subhead behind a dash':
    '⟦送清凉 保安全|headline⟧⏎⏎⟦——某市总工会夏送清凉侧记|subhead⟧⏎⏎⟦□周静|byline⟧⏎⏎⟦七月流火。|paragraph⟧',
  'section names':
    '⟦工运速递|section⟧⏎⏎⟦某市总工会送清凉|headline⟧⏎⏎⟦本报讯 记者周静报道|byline⟧ ⟦昨天送清凉。|paragraph⟧⏎⏎⟦【主席之声】|section⟧⏎⏎⟦做好工会工作|headline⟧⏎⏎⟦某县总工会主席 余丽|byline⟧⏎⏎⟦工会很重要。|paragraph⟧',
  'a section name and a title on one line':
    '⟦【主席之声】|section⟧ ⟦做好工会工作|headline⟧⏎⏎⟦某县总工会主席 余丽|byline⟧⏎⏎⟦工会很重要。|paragraph⟧',
  'crossheads in a body':
    '⟦某市总工会送清凉|headline⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天送清凉。|paragraph⟧⏎⏎⟦聚焦引领,发挥示范作用|crosshead⟧⏎⏎⟦大家都说好。|paragraph⟧⏎⏎⟦一、今后的事|crosshead⟧⏎⏎⟦继续送。|paragraph⟧',
  'a paragraph that begins inside a line':
    '⟦某市总工会送清凉|headline⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天送清凉,等等。|paragraph⟧ ⟦敞开大门,某市总工会又办了一场招聘会。|paragraph⟧',
  'a title and its byline on one line':
    '⟦竞技赋能促提升|headline⟧ ⟦本报讯 记者周静报道|byline⟧ ⟦昨天比赛。|paragraph⟧',
  'a masthead with its slogans':
    '⟦2021年11月22日|masthead⟧⏎⟦星期一|masthead⟧⏎⏎⟦某某工人日报|masthead⟧⏎⏎⟦倾情关注劳动者|masthead⟧⏎⏎⟦国内统一刊号: CN00-0018|masthead⟧⏎⏎⟦某市总工会送清凉|headline⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天送清凉。|paragraph⟧',
  'contact and imprint lines':
    '⟦某市总工会送清凉|headline⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天送清凉。|paragraph⟧⏎⏎⟦88851111|contact⟧⏎⏎⟦新闻服务热线|contact⟧⏎⏎⟦投稿邮箱:a@b.com 联系电话:025-83270000|contact⟧⏎⏎⟦编辑:余丽 版式:周静|masthead⟧',
  'boxes and notes':
    '⟦某市总工会送清凉|headline⟧⏎⏎⟦本报记者 周静|byline⟧⏎⏎⟦昨天送清凉。|paragraph⟧⏎⏎⟦阅读提示|note⟧⏎⏎⟦送清凉是好事。|note⟧⏎⏎⟦今天还送。|paragraph⟧⏎⏎⟦小编说:送得好。|note⟧',
  'a caption under its picture':
    '⟦某市总工会送清凉|headline⟧⏎⏎⏎⏎⟦送清凉现场。|caption⟧⏎⏎⟦记者周静报道|byline⟧ ⟦昨天送清凉。|paragraph⟧⏎⏎⟦图为职工领取用品。|caption⟧⏎⏎⟦今天还送。|paragraph⟧',
  'full-width marks and traditional quotes':
    '⟦某市总工会「送清凉」|headline⟧⏎⏎⟦本报讯(记者周静)|byline⟧⟦昨天,送清凉。|paragraph⟧⏎⏎⟦明天休息,后天「再」送。|paragraph⟧',
}

describe('blocks', () => {
  for (const [name, marked] of Object.entries(cases)) {
    it(name, () => {
      const { text, spans } = parseMarked(marked)
      for (const form of [text, text.replaceAll(',', '\uff0c').replaceAll('(', '\uff08')]) {
        assert.deepEqual(
          analysePage(form).blocks.map(({ kind, span }) => [
            kind,
            form.slice(span.start, span.end),
          ]),
          spans.map(({ type, start, end }) => [type, form.slice(start, end)]),
        )
      }
    })
  }

  it('a two-line title is one title line where paragraphs are set apart', () => {
    const text =
      '贯彻某会议精神\n推动某项工作\n\n让职工安心\n\n本报记者 周静\n\n昨天开会。\n\n今天开工。'
    const [article] = analysePage(text).articles
    assert.deepEqual(article?.titleLines, ['贯彻某会议精神 推动某项工作', '让职工安心'])
  })

  it('says what the masthead says of the issue', () => {
    const page = (text: string) =>
      analysePage(`${text}\n\n某市开会\n\n本报讯(记者余丽)2020年1月1日开会。`)
    assert.deepEqual(page('某某工人日报\n\n2021年11月22日 星期一 第3版').data, {
      newspaper: '某某工人日报',
      date: '2021-11-22',
      number: 3,
    })
    assert.deepEqual(page('二〇二一年十一月二日\nA02').data, { date: '2021-11-02', number: 2 })
    assert.deepEqual(page('').data, {})
  })
})
