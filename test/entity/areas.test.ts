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
    assert.equal(bareLevel('市场工会', lexicon), undefined)
  })

  it('is a mention of its own, over a break too', () => {
    const page = markedPage('⟦张湾\n区总工会|Organization⟧开会。')
    const [mention] = page.mentions
    assert.ok(mention)
    const { text, type, spans } = leading(mention, 3, page.text)
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
