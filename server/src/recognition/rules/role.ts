/** Roles: posts held in an organisation, such as 党组书记, 副主席, 工资集体协商指导员. */
import type { Span } from '../../text/span.ts'
import { alternatives, type Lexicon, oncePerLexicon } from '../reading/lexicon.ts'
import { type NameContext, nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { innerScore, personContext } from './person-evidence.ts'

/** 党委副书记, 工会主席, 董事局主席, 负责人, 省十三届人大代表, 设备工程师; not 主席团, 委员会. */
export const roles: Recogniser = {
  name: 'role',
  recognise(unit, lexicon) {
    const { text } = unit
    const words = wordsOf(unit)
    const names = nameContext(unit, lexicon)
    const found: Candidate[] = []
    for (const match of text.matchAll(posts(lexicon))) {
      const post = match[2] ?? ''
      const head = { start: match.index, end: match.index + match[0].length }
      const inWord = words.tokens[words.indexAt(head.end)]
      if (inWord !== undefined && inWord.start < head.end && inWord.tag !== 'x') continue
      const bare = match[0] === post && !holder(unit, lexicon, head)
      if (bare && needsPrefix.test(post)) continue
      const start = searched.test(post) ? purposeStart(names, head) : head.start
      if (start === head.start && searched.test(post)) continue
      found.push(role(start, head.end))
      // 总工会女职工委员会|主任: where the committee belongs to an organisation, the post is the last word
      if (ofCommittee.test(post)) found.push(role(head.end - 2, head.end))
    }
    return found
  },
}

const ofCommittee = /.(?:委员会|委|经审会)主任$/u

function role(start: number, end: number): Candidate {
  return { start, end, type: 'Role', confidence: 0.8, reason: 'post' }
}

/** 班长|鄂秀梅, 当站长: a name behind it or the verb before it makes a bare word a post. */
function holder(unit: Unit, lexicon: Lexicon, { start, end }: Span): boolean {
  if (/(?:[当任]|担任|当选为?|出任)$/u.test(unit.text.slice(Math.max(0, start - 3), start)))
    return true
  const context = personContext(unit, lexicon)
  return [3, 2].some((length) => innerScore(context, end, 1, end + length) >= 1.2)
}

/** 东阳市总工会|工资集体协商指导员: what ends in an organisation's head is not the post's. */
function purposeStart(names: NameContext, head: Span): number {
  const name = nameStart(names, head)
  const start = name.division?.end ?? name.start
  const owner = /^.*(?:总工会|公司|集团|联合会|大学)/u.exec(names.text.slice(start, head.start))
  return start + (owner?.[0].length ?? 0)
}

/** Posts that are named with what they are for: 集体协商工作室指导员. */
const searched = /^(?:指导员|监督员|联络员|协理员|工程师|宣传员|宣讲员|检查员|协调员)$/
/** Words that are a post only with a prefix: 党委委员, 执行董事. */
const needsPrefix = /^(?:委员|董事|理事|班长|站长|代表)$/

const posts = oncePerLexicon(
  (lexicon) =>
    new RegExp(
      `((?:(?:自治区|[省市县区州])?(?:第?十?[一二三四五六七八九十]届)|全国|(?:自治区|[省市县区州])(?=人大|政协|党))?(?:党工委|纪工委|党委|党组|党支部|党总支|支部|(?<!总|联合|集团|[厂矿局段盟州旗院校])工会|团委|妇联|总支|直属机关党委|机关党委|机关党支部|机关|分管|驻村|董事局|董事会|监事会|理事会|车间|生产|技术|行政|常务|执行|首席|名誉|高级|助理|项目|区域|片区|人事|财务|销售|办公室|工段|班组|值班|轮值|业务|宣传|组织|女工|安全|质量|设备|运营|市场|综合|采购|后勤|教务|宣教|党群|纪检|工会筹备组|职工|独立|区队|中队|特邀|特约|专职|兼职|驻会|[一二三四]级(?=调研员|巡视员|主任科员)|安监|机电|工程|研发|培训|保卫|人力资源|网格|分会|分厂|乡镇)?(?:常务)?副?)(${alternatives(lexicon, 'role-posts')})(?!团|台|令|级|之声|论坛|之家|会议|联席|长|医师|护师|制|们身|手记|办公|会|代表会|检察|法官|记者)`,
      'gu',
    ),
)
