/** Roles: posts held in an organisation, such as 党组书记, 副主席, 工资集体协商指导员. */
import type { Span } from '../text/span.ts'
import { alternatives, oncePerLexicon } from './lexicon.ts'
import { type NameContext, nameContext, nameStart } from './names.ts'
import type { Candidate, Recogniser } from './recogniser.ts'
import { wordsOf } from './words.ts'

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
      const bare = match[0] === post
      if (bare && needsPrefix.test(post)) continue
      const start = searched.test(post) ? purposeStart(names, head) : head.start
      if (start === head.start && searched.test(post)) continue
      found.push({ start, end: head.end, type: 'Role', confidence: 0.8, reason: 'post' })
    }
    return found
  },
}

/** 东阳市总工会|工资集体协商指导员: what ends in an organisation's head is not the post's. */
function purposeStart(names: NameContext, head: Span): number {
  const name = nameStart(names, head)
  const start = name.division?.end ?? name.start
  const owner = /^.*(?:总工会|公司|集团|联合会|大学)/u.exec(names.text.slice(start, head.start))
  return start + (owner?.[0].length ?? 0)
}

/** Posts that are named with what they are for: 集体协商工作室指导员. */
const searched = /^(?:指导员|监督员|联络员|协理员|工程师)$/
/** Words that are a post only with a prefix: 党委委员, 执行董事. */
const needsPrefix = /^(?:委员|董事|理事|班长|站长|代表)$/

const posts = oncePerLexicon(
  (lexicon) =>
    new RegExp(
      `((?:[省市县区]?(?:第?十?[一二三四五六七八九十]届)|全国|[省市县区](?=人大|政协|党))?(?:党委|党组|党支部|党总支|支部|(?<!总|联合)工会|团委|妇联|总支|直属机关党委|机关党委|董事局|董事会|监事会|理事会|车间|生产|技术|行政|常务|执行|首席|名誉|高级|助理|项目|区域|片区|人事|财务|销售|办公室)?(?:常务)?副?)(${alternatives(lexicon, 'role-posts')})(?!团|台|令|级|之声|论坛|之家|会议|联席|长|医师|护师|制|们身|手记|办公|会|代表会|检察|法官|记者)`,
      'gu',
    ),
)
