/** What people reported of other tools and what went wrong here: widths, Chinese numerals, dots and brackets in names. */
import assert from 'node:assert/strict'
import { parseMarked } from '../marked.ts'
import { oneArticlePage } from './one-article.ts'
import { recognise, recognised } from './recognised.ts'

function found(text: string, ...types: readonly string[]): string[] {
  return recognise(text, oneArticlePage(text))
    .filter(({ type }) => types.includes(type))
    .map(({ text: name }) => name)
}

describe('full-width digits', () => {
  const half =
    '2021年11月22日上午，桐乡市总工会为12.5万名职工发放补贴300万元。\n全市83.6%的企业参加，热线电话：0573-82821234。\n'
  const full = half.replace(/[0-9.%-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

  it('hold the same mentions as half-width ones, at the same places', () => {
    const spansOf = (text: string) =>
      recognise(text, oneArticlePage(text)).map(({ type, spans }) => ({ type, spans }))
    assert.deepEqual(spansOf(full), spansOf(half))
    assert.deepEqual(found(half, 'Date', 'Figure', 'Contact'), [
      '2021年11月22日上午',
      '12.5万名',
      '300万元',
      '83.6%',
      '0573-82821234',
    ])
  })
})

describe('dates in Chinese numerals', () => {
  for (const marked of [
    '⟦一九九八年|Date⟧，桐乡市总工会成立。',
    '⟦一九九八年五月一日上午|Date⟧，全市职工游行。',
    '⟦二〇〇八年十二月三日|Date⟧，又有一家成立；⟦十二月五日|Date⟧又一家。',
    '从⟦二零一六年|Date⟧至⟦二零一八年|Date⟧，新建三百二十家。',
  ]) {
    it(parseMarked(marked).text, () => assert.equal(recognised(marked, 'Date'), marked))
  }
})

describe('names with a dot', () => {
  for (const marked of [
    '新疆籍职工⟦买买提·吐尔逊|Person⟧在桐乡市获奖。',
    '“最美司机”⟦阿依古丽·艾山|Person⟧说，她会继续努力。',
    '工会主席⟦卓玛·央金|Person⟧在会上讲话。',
    '委员⟦玛依拉•阿不力孜|Person⟧、⟦古丽・买买提|Person⟧出席。',
  ]) {
    it(parseMarked(marked).text, () => assert.equal(recognised(marked, 'Person'), marked))
  }
})

describe('companies with a bracket', () => {
  for (const marked of [
    '⟦浙江电机（集团）股份有限公司|Organization⟧向⟦桐乡市总工会|Organization⟧捐款。',
    '⟦浙江电机(集团)股份有限公司工会|Organization⟧主席陆平介绍。',
    '⟦华能科技（中国）有限公司|Organization⟧、⟦中国石化（浙江嘉兴）石油分公司|Organization⟧参加。',
  ]) {
    it(parseMarked(marked).text, () => assert.equal(recognised(marked, 'Organization'), marked))
  }
})
