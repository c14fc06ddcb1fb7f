import assert from 'node:assert/strict'
import type { Mention } from '../../server/src/annotation/record/mention.ts'
import type { RelationRecord, SpanRecord } from '../../server/src/annotation/record/record.ts'
import { initiativeKind } from '../../server/src/entity/initiative.ts'
import { initiativeFacts } from '../../server/src/entity/initiative-facts.ts'
import { linkEntities } from '../../server/src/entity/link.ts'
import { lexicon } from '../lexicon.ts'
import { markedPage } from './marked-page.ts'

describe('the kind of an initiative', () => {
  const examples: Readonly<Record<string, readonly string[]>> = {
    competition: ['“机械强农杯”机械插秧劳动竞赛', '食安法律知识大比武', '全国职工围棋大赛'],
    training: ['申发高技能工匠班', '“订单式”培养', '送教下基层', '班组大讲堂'],
    station: ['户外劳动者驿站', '浙工之家', '妈咪暖心小屋', '法律援助服务站', '嘉工红娘馆'],
    platform: ['“12351”职工维权热线', '“嘉工鹊桥会”交友平台', '某某APP', '“一对一”聊天室'],
    meeting: ['新春第一会', '工作联席会议'],
    scheme: ['助企十条', '“1+X”证书制度', '职工互助保障', '“四级匠师”评定办法'],
    mechanism: [
      '“推优入党”工作机制',
      '“校企联合”模式',
      '师傅带徒弟',
      '一带一',
      '四个前移',
      '晨跑+夜跑',
      '八个一',
    ],
    programme: ['“一户一产业工人”培养工程', '“五个一”行动计划', '“法治立局”战略'],
    campaign: ['“十匠”行动', '“五星双强”创建', '党史学习教育', '求学圆梦行动(2.0版)'],
    activity: ['“六送”活动', '消防亲子嘉年华', '“订单式”服务', '送清凉', '春送岗位', '评匠师'],
  }
  for (const [kind, names] of Object.entries(examples)) {
    it(`is ${kind} for ${names.join(' ')}`, () => {
      for (const name of names) assert.equal(initiativeKind(name, lexicon), kind, name)
    })
  }
})

describe('the facts of an initiative', () => {
  /** `owner @place since | targets | figures` of the initiative that is named first. */
  function facts(...articles: readonly string[]): string {
    const page = markedPage(articles)
    const first = page.mentions.find(({ type }) => type === 'Initiative')
    const entity = linkEntities([page]).find(({ mentions }) =>
      mentions.some(({ mention }) => mention === first),
    )
    if (entity === undefined) return 'none'
    const { owner, place, since, targets, figures } = initiativeFacts(entity, () => page)
    const texts = (list: readonly { readonly text: string }[]): string =>
      list.map(({ text }) => text).join(' ')
    const points = `${owner?.text ?? '-'} @${place?.text ?? '-'} ${since?.text ?? '-'}`
    return `${points} | ${texts(targets)} | ${texts(figures)}`
  }

  it('are said by the words around its name', () => {
    assert.equal(
      facts(
        '⟦6月12日|Date⟧,⟦江滩市总工会|Organization⟧在⟦江滩体育馆|Place⟧举办⟦全市焊工技能大赛|Initiative⟧。来自全市的⟦120名|Figure⟧⟦焊工|Group⟧参赛。',
      ),
      '江滩市总工会 @江滩体育馆 6月12日 | 焊工 | 120名',
    )
    assert.equal(
      facts(
        '⟦去年3月|Date⟧以来,⟦湖港集团工会|Organization⟧开展⟦“安全一小时”活动|Initiative⟧,查出隐患⟦310处|Figure⟧。',
      ),
      '湖港集团工会 @- 去年3月 |  | 310处',
    )
  })

  it('have the area of who runs it for a place, cut out of the name', () => {
    assert.match(
      facts(
        '⟦绿港县总工会|Organization⟧推出⟦“一键维权”小程序|Initiative⟧。⟦江滩县总工会|Organization⟧推出⟦“送岗”行动|Initiative⟧。⟦湖口县|Place⟧也有好消息。',
      ),
      /^绿港县总工会 @绿港县 /,
    )
  })

  it('have the area of who runs it where the text names that area for something else, too', () => {
    assert.match(
      facts(
        '⟦绿港县|Place⟧的街上很热闹。⟦绿港县总工会|Organization⟧的门开着。后来天黑了。⟦县总工会|Organization⟧推出⟦“一键维权”小程序|Initiative⟧。',
      ),
      / @绿港县 /,
    )
  })

  it('have no area of a company, a school or a hospital for a place', () => {
    for (const owner of ['绿港县供电公司', '绿港县第一中学', '绿港县人民医院']) {
      assert.match(
        facts(`⟦${owner}工会|Organization⟧开展⟦“安全一小时”活动|Initiative⟧。`),
        / @- /,
        owner,
      )
    }
  })

  it('have the area that its own name begins with, or of who runs the others of the text', () => {
    assert.match(facts('她会唱歌，也会唱⟦绿港县第三届职工歌手赛|Initiative⟧。'), / @绿港县 /)
    assert.match(
      facts(
        '一年一年过去，⟦歇脚亭|Initiative⟧还在。很久很久以后，天也黑了。⟦绿港县总工会|Organization⟧推出⟦“一键维权”小程序|Initiative⟧。',
      ),
      / @绿港县 /,
    )
  })

  it('take the sentence that says it, on whichever mention', () => {
    assert.match(
      facts(
        '“⟦助企十条|Initiative⟧”见效',
        '⟦永州市总工会|Organization⟧推出“⟦助企十条|Initiative⟧”',
      ),
      /^永州市总工会 @/,
    )
  })

  it('are of the initiative for which the words stand', () => {
    assert.match(
      facts(
        '⟦“烂柯杯”大赛|Initiative⟧由⟦湖港集团工会|Organization⟧主办。⟦江滩市总工会|Organization⟧推出⟦“十匠”行动|Initiative⟧。',
      ),
      /^湖港集团工会 @/,
    )
  })

  it('are not said by a text that has none', () => {
    assert.equal(facts('⟦“十匠”行动|Initiative⟧很好。'), '- @- - |  | ')
    assert.equal(facts('⟦江滩市总工会|Organization⟧召开会议。'), 'none')
  })

  it('are none without the trained model', () => {
    const page = markedPage('⟦江滩市总工会|Organization⟧推出⟦“十匠”行动|Initiative⟧。')
    const bare = { ...page, lexicon: { ...page.lexicon, models: new Map() } }
    const entity = linkEntities([bare]).find(({ type }) => type === 'Initiative')
    assert.ok(entity)
    assert.equal(initiativeFacts(entity, () => bare).owner, undefined)
  })
})

describe('the facts that people say of an initiative', () => {
  const said = (marked: string, ...relations: readonly (readonly [string, string, number])[]) => {
    const page = markedPage(marked)
    // What people say alone.
    const lexiconWithoutModel = { ...page.lexicon, models: new Map() }
    const mentions = page.mentions.map((mention, i) => ({
      ...mention,
      status: 'accepted' as const,
      record: recordOf(mention, `m${i}`),
    }))
    const linked = {
      ...page,
      lexicon: lexiconWithoutModel,
      mentions,
      relations: relations.map(
        ([type, part, to], i): RelationRecord => ({
          ...{ kind: 'relation', id: `r${i}`, type, from: 'm0', to: `m${to}`, status: 'accepted' },
          attributes: { part },
        }),
      ),
    }
    const entity = linkEntities([linked]).find(({ type }) => type === 'Initiative')
    if (entity === undefined) throw new Error('no initiative')
    const { owner, place, since, targets, figures } = initiativeFacts(entity, () => linked)
    const words = [owner, place, since].map((fact) => fact?.text ?? '-')
    return [...words, ...targets.map(({ text }) => text), ...figures.map(({ text }) => text)]
  }
  const text =
    '⟦“十匠”行动|Initiative⟧好。⟦甲市总工会|Organization⟧开展⟦“十匠”行动|Initiative⟧。⟦乙市总工会|Organization⟧、⟦丙县|Place⟧、⟦5月|Date⟧、⟦6月|Date⟧、⟦职工|Group⟧、⟦3人|Figure⟧'

  it('are owner and place', () => {
    assert.deepEqual(said(text), ['-', '-', '-'])
    assert.deepEqual(said(text, ['actor', 'host', 3], ['place', '', 4]), [
      '乙市总工会',
      '丙县',
      '-',
    ])
  })

  it('tell the owner from who helps, and a start from an end', () => {
    assert.deepEqual(said(text, ['actor', 'guidance', 3], ['date', 'end', 6]), ['-', '-', '-'])
    assert.deepEqual(
      said(
        text,
        ['actor', 'partner', 3],
        ['actor', 'organiser', 1],
        ['date', 'held', 6],
        ['date', 'start', 5],
      ),
      ['甲市总工会', '-', '5月'],
    )
  })

  it('are all its targets and figures', () => {
    assert.deepEqual(said(text, ['target', '', 7], ['target', '', 4], ['figure', '', 8]), [
      ...['-', '-', '-'],
      ...['职工', '丙县', '3人'],
    ])
  })
})

describe('the facts that both people and the text say', () => {
  it('are those of people', () => {
    const page = markedPage(
      '⟦江滩市总工会|Organization⟧推出⟦“十匠”行动|Initiative⟧,⟦湖港集团工会|Organization⟧协办。',
    )
    const mentions = page.mentions.map((mention, i) => ({
      ...mention,
      status: 'accepted' as const,
      record: recordOf(mention, `m${i}`),
    }))
    const relation: RelationRecord = {
      ...{ kind: 'relation', id: 'r', type: 'actor', from: 'm1', to: 'm2', status: 'accepted' },
      attributes: { part: 'host' },
    }
    const owners = [[], [relation]].map((relations) => {
      const linked = { ...page, mentions: [...mentions], relations }
      const entity = linkEntities([linked]).find(({ type }) => type === 'Initiative')
      return entity && initiativeFacts(entity, () => linked).owner?.text
    })
    assert.deepEqual(owners, ['江滩市总工会', '湖港集团工会'])
  })
})

function recordOf({ type, text }: Mention, id: string): SpanRecord {
  const place = { at: [[0, 1] as const], quote: [text], prefix: '', suffix: '' }
  return { kind: 'span', id, ...place, type, status: 'accepted' }
}
