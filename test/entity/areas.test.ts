import assert from 'node:assert/strict'
import { areaLength, bareLevel, isSamePlace, leading } from '../../server/src/entity/facts/areas.ts'
import { scenesOf } from '../../server/src/entity/facts/scene.ts'
import { isArea, withAreas } from '../../server/src/entity/facts/scene-areas.ts'
import { lexicon } from '../lexicon.ts'
import { markedPage } from './marked-page.ts'

describe('the area that a name begins with', () => {
  it('is cut where its last level ends', () => {
    for (const name of [
      '张湾区|总工会',
      '佛山市顺德区|家电行业工会联合会',
      '滑县|总工会',
      '广州市|总工会',
      '锡林郭勒盟|总工会',
      '经二路街道|总工会',
      '南充|供电公司',
      '|市总工会',
      '|自治区总工会',
      '|园区工会',
      '|全州职工运动会',
      '|“安康杯”竞赛',
      '|团县委',
      '|百汇市场工会联合会',
      '|四季联超市工会',
      '|全市职工技能大赛',
      '|海亮集团',
    ]) {
      const [area = ''] = name.split('|')
      assert.equal(areaLength(name.replace('|', ''), lexicon), area.length, name)
    }
  })

  it('is left to the text by a bare level', () => {
    assert.equal(bareLevel('市总工会', lexicon), '市')
    assert.equal(bareLevel('全县职工运动会', lexicon), '县')
    assert.equal(bareLevel('自治区总工会', lexicon), '自治区')
    assert.equal(bareLevel('高新区总工会', lexicon), '高新区')
    assert.equal(bareLevel('市场工会', lexicon), undefined)
  })

  it('is a mention of its own, over a break too', () => {
    const page = markedPage('⟦张湾\n区总工会|Organization⟧开会。')
    const [mention] = page.mentions
    assert.ok(mention)
    const { text, type, spans } = leading(mention, 0, 3, page.text)
    assert.deepEqual([text, type], ['张湾区', 'Place'])
    assert.deepEqual(
      spans.map(({ start, end }) => page.text.slice(start, end)),
      ['张湾\n区'],
    )
  })

  it('is one place with its short and its long forms', () => {
    assert.ok(isSamePlace('三亚', '三亚市', lexicon))
    assert.ok(isSamePlace('江苏苏州', '苏州', lexicon))
    assert.ok(isSamePlace('宜昌市', '湖北省宜昌市', lexicon))
    assert.ok(isSamePlace('稠江', '义乌稠江街道', lexicon))
    assert.ok(isSamePlace('江苏苏州', '苏州市', lexicon))
    assert.ok(!isSamePlace('新和', '新和县依其艾日克乡', lexicon))
    assert.ok(!isSamePlace('绿港码头', '码头', lexicon))
  })
})

describe('areas in the scenes of a page', () => {
  /** `name → area, where it is said`, in order. */
  function areas(...articles: readonly string[]): readonly string[] {
    const page = markedPage(articles)
    return withAreas(page, scenesOf(page)).flatMap(({ actors }) =>
      actors.filter(isArea).map(({ text, said }) => `${text} ${said}`),
    )
  }

  it('stand in the name, in a fuller form of it, or somewhere on the page', () => {
    assert.deepEqual(
      areas(
        '⟦绿港市总工会|Organization⟧办起⟦职工夜校|Initiative⟧。⟦市总工会|Organization⟧说好。',
        '⟦市教育局|Organization⟧参加。',
      ),
      ['绿港市 here', '绿港市 elsewhere', '绿港市 page'],
    )
  })

  it('of a bare level are those that the article names, else the page, else their short forms', () => {
    assert.deepEqual(
      areas(
        '⟦绿港市|Place⟧的事。⟦市教育局|Organization⟧参加。',
        '⟦海城市|Place⟧、⟦海城市|Place⟧的事。⟦省总工会|Organization⟧说好。',
        '⟦市体育局|Organization⟧在⟦浙江|Place⟧，⟦区总工会|Organization⟧不在。',
      ),
      ['绿港市 page', '浙江 page', '海城市 page'],
    )
  })

  it('of a bare level are cut out of longer ones, and out of names of honours', () => {
    assert.deepEqual(
      areas(
        '⟦绿港市海城区|Place⟧的⟦市总工会|Organization⟧，⟦百汇市场|Place⟧、⟦百汇市场|Place⟧。',
        '⟦省总工会|Organization⟧授予⟦浙江省劳动模范|Honor⟧。',
        '⟦旗总工会|Organization⟧的⟦《绿港旗集体合同》|Document⟧。',
      ),
      ['绿港市 page', '浙江省 page', '绿港旗 page'],
    )
  })

  it('stand behind the words for a party or a league', () => {
    assert.deepEqual(areas('⟦共青团绿港市委|Organization⟧办起⟦职工夜校|Initiative⟧。'), [
      '绿港市 here',
    ])
  })

  it('are one thing with the place that the page names', () => {
    const page = markedPage('⟦绿港市总工会|Organization⟧在⟦绿港|Place⟧办起⟦职工夜校|Initiative⟧。')
    const [scene] = withAreas(page, scenesOf(page))
    const numbers = scene?.actors
      .filter(({ type }) => type === 'Area' || type === 'Place')
      .map(({ thing }) => thing)
    assert.equal(numbers?.length, 2)
    assert.equal(numbers?.[0], numbers?.[1])
  })
})
