/** Groups: occupational and social groups that unions address. */
import { alternatives, oncePerLexicon } from '../reading/lexicon.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser } from '../reading/recogniser.ts'
import { innerScore, type PersonContext, personContext } from './person-evidence.ts'

/** 快递小哥, 新业态新就业群体, 困难职工, 食品安全监管人员; not 职工, 工匠精神, 工作人员. */
export const groups: Recogniser = {
  name: 'group',
  recognise(unit, lexicon) {
    // A scan reads 工 as the kana エ: 农民エ
    const text = unit.text.replaceAll('エ', '工')
    const { built, listed, searched } = expressions(lexicon)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = []
    // Both: 巾帼劳模工匠 is of the list, 巾帼|劳模 is built.
    for (const match of [...text.matchAll(built), ...text.matchAll(listed)]) {
      found.push(group(match.index, match.index + match[0].length, 0.8))
    }
    for (const match of text.matchAll(coined)) {
      const [start, end] = match.indices?.[1] ?? [0, 0]
      found.push(group(start, end, 0.85))
    }
    const ends = new Set(found.map(({ end }) => end))
    for (const match of text.matchAll(trades)) {
      const start = tradeStart(names, match.index)
      const end = match.index + match[0].length
      // 发展|货车司机: a group of the list is not longer than it is there
      if (start < match.index && !ends.has(end)) found.push(group(start, end, 0.6))
    }
    for (const match of text.matchAll(searched)) {
      const head = { start: match.index, end: match.index + match[0].length }
      const { start, division } = nameStart(names, head)
      const counted = /^\d+(?:多|余)?[名位个]/.exec(text.slice(start, head.start))?.[0].length ?? 0
      const from = (division?.end ?? start) + counted
      const modifier = text.slice(from, head.start)
      if (modifier.length < 2 || modifier.length > 10 || vague.test(modifier)) continue
      found.push(group(from, head.end, 0.65))
    }
    const people = personContext(unit, lexicon)
    return found.filter(
      ({ start, end }) =>
        !labelled(text, start, end) && isAddressed(people, text.slice(start, end), end),
    )
  },
}

/** Groups that unions address; the rest of the list are trades as well: 采油工, 邮递员, 护理员. */
const addressed =
  /农民工|务工|骑手|骑士|小哥|快递|外卖|配送|货车|卡车|货运|网约|出租|公交|环卫|户外|新就业|新业态|灵活|困难|特困|下岗|退休|失业|残|障|女职工|患病|单亲|妈妈|绣娘|家政|(?<!个体)劳动者$/u

/** 采油工, 护理员, 掌子面工人; not 产业工人, 技能人才, which no one is by trade. */
const trade = /(?<!产业|一线|技术|青年|技能|退休|职工)工人$|[^女]工$|[员师匠警嫂]$|个体劳动者$/u

/**
 * 采油工|谷满仓, 掌子面工人|牟德才: a trade in front of a name is that person's, as it is in 焊工、钳工等6个工种
 * or 育婴员证书; 外卖骑手|韦大顺 is of a group that unions address.
 */
function isAddressed(context: PersonContext, name: string, end: number): boolean {
  const behind = context.text.slice(end, end + 12)
  if (ofThing.test(behind)) return false
  if (addressed.test(name) || !trade.test(name)) return true
  return (
    !/^\p{Script=Han}/u.test(behind) ||
    ![3, 2].some((length) => innerScore(context, end, 1, end + length) >= 1.2)
  )
}

/** 女工|部, 育婴员|证书, 焊工|、钳工等6个|工种 */
const ofThing =
  /^(?:部(?![分门署队])|证书|资格证|职业资格|工种|职业技能等级|大学|技校|中专|之歌|文艺|工会联合会|(?:、\p{Script=Han}{2,4}){0,3}等?(?:\d+|[两三四五六七八九十])个(?:工种|岗位|职业|赛项)|、全?[国省市](?:先进工作者|劳动模范|劳模|五一))/u

/** “矿嫂菇园”: the label of something else begins with the group. */
function labelled(text: string, start: number, end: number): boolean {
  return (
    text.charAt(start - 1) === '“' &&
    /^(?!群体|们)\p{Script=Han}{1,4}”/u.test(text.slice(end, end + 5))
  )
}

/** “象漂”们, ‘蓝骑士’群体: a coined word that the text uses of people. */
const coined = /[“‘](\p{Script=Han}{2,5})[”’](?=们|群体|一族|人群|群演|朋友)/dgu

/** Heads that any trade in front makes a group: 隧道工人, 纺织女工, 摆渡车司机. */
const trades =
  /(?:工人|女工|农民工|劳动者|从业者|从业人员|司机|驾驶员|骑手|小哥|女职工|建设者|矿工|渔工|船员)(?!(?:文化宫|日报|报|俱乐部|新村|运动|先锋|阶级|领袖|会堂|疗养院|大学|家属院))/gu

/** Where the trade begins: at most two nouns to the left, none that any group has. */
function tradeStart({ words, text }: NameContext, head: number): number {
  let start = head
  for (let count = 0; count < 2; count++) {
    const token = words.tokens[words.indexAt(start - 1)]
    if (token === undefined || token.end !== start || head - token.start > 6) break
    if (token.text.length < 2 || !/^(?:n|b|nz)$/.test(token.tag)) break
    if (anyTrade.test(token.text)) break
    start = token.start
  }
  return /^\p{Script=Han}+$/u.test(text.slice(start, head)) ? start : head
}

const anyTrade =
  /(?:公司|集团|企业|单位|工厂|车间|工会|政府|部门|项目部|行业|领域|平台|职工|员工|先进|普通|优秀|当事|肇事|现场|全体|地区|省份|城市|老年|中国|各地|兄弟|家庭|师傅|一线|代表|会员|素质|素养|技能|面向)$/u

/** 工作人员, 流动人员, 有关人员 are no group of their own. */
const vague =
  /(?:工作|有关|相关|流动|小镇|企业|单位|部门|园区|参赛|在场|与会|全体|所有|专家|业内|社会|各界|爱心|知情|党员|管理|培训|参训|参会|获奖|受训|参与|参加|入会|入围|陪同|随行|主要|各类|其他|部分|检查|评审|调研|慰问|帮扶|联络|采访|报名|在编|在岗|在册|骨干|领导|班子|裁判|授课|竞赛|考评|志愿|服务|值班|组成|本地|当地|内部|外部|核心|关键|重点|考核|办案)$/

interface Expressions {
  /** Modifiers of the list with a head of the list. */
  readonly built: RegExp
  /** A group of the list. */
  readonly listed: RegExp
  /** Heads whose modifier is searched to the left. */
  readonly searched: RegExp
}

/** Behind these the word names a thing: 工匠精神, 工匠学院, 劳模工匠创新工作室, 产业工人学院. */
const noThing =
  '(?!精神|学院|之|创新工作室|工作室|馆|日|事迹|沙龙|宣讲团|志愿|服务队|疗|委员会|大会|号|联合会|协会|文化|故事|素质|班|人才创新|十|[((]劳模|[((]工匠|[))]创新|委(?:工作|主任|委员|干部))'

const expressions = oncePerLexicon((lexicon): Expressions => {
  const modifiers = alternatives(lexicon, 'group-modifiers')
  const heads = alternatives(lexicon, 'group-heads')
  const groups = alternatives(lexicon, 'groups')
  return {
    built: new RegExp(`(?:${modifiers}){1,4}(?:${heads})${noThing}`, 'gu'),
    listed: new RegExp(
      `(?:女|青年|困难|退休|户外|单身|已婚|残疾|新生代|年轻|本地|异地|外来)?(?:${groups})${noThing}`,
      'gu',
    ),
    searched: new RegExp(`(?:从业者|从业人员|(?<!工作)人员|咖啡师)${noThing}`, 'gu'),
  }
})

function group(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Group', confidence, reason: 'social group' }
}
