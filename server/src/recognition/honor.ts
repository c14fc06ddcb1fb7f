/** Honors: awards, prizes, honorary and skill titles, with their level. */
import { divisionsOf } from './divisions.ts'
import { alternatives, oncePerLexicon } from './lexicon.ts'
import { matchRules, type Rule } from './match.ts'
import type { Candidate, Recogniser, Unit } from './recogniser.ts'

/** 全国劳模, 浙江省模范职工之家, 全国“工人先锋号”, 团体一等奖, 获得A、B等荣誉称号. */
export const honors: Recogniser = {
  name: 'honor',
  recognise(unit, lexicon) {
    const divisions = divisionsOf(unit, lexicon)
    const rules = expressions(lexicon)
    const found = matchRules(unit.text, rules.plain)
    for (const match of unit.text.matchAll(rules.titled)) {
      const start = match.index
      const bare = match[1] === ''
      const chain = divisions.endingAt(start)
      const before = unit.text.charAt(start - 1)
      // A person's quality alone is none (工匠); a level, a division or quotes make it a title.
      if (bare && chain === undefined && before !== '“' && common.test(match[0])) continue
      found.push(honor(chain?.start ?? start, start + match[0].length, 0.85))
    }
    return [...found, ...conferred(unit)]
  },
}

const common =
  /^“?(?:工匠|劳模|巧匠|高级工|技术能手|大国工匠|劳动模范|先进工作者|技能大师|优秀工会干部)”?$/

interface Expressions {
  readonly plain: readonly Rule[]
  readonly titled: RegExp
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const titles = alternatives(lexicon, 'honors')
  return {
    plain: [
      // 一等奖, 团体二等奖, 优秀组织奖, 精神文明奖
      plain(/(?:团体|个人|女子|男子)?[特一二三]等奖/gu),
      plain(
        /(?:团体|个人)?(?:优秀|最佳|优胜|精神文明|突出贡献|创新成果|入围成果|鼓励|人气|贡献)\p{Script=Han}{0,4}奖(?!项|金|励|品)/gu,
      ),
      plain(/(?<!\p{Script=Han})[金银铜]奖/gu),
      // “二级蓝领”: a graded title in quotes
      plain(/(?<=[“‘])[一二三四五六七八九特高初中]级\p{Script=Han}{2,4}(?=[”’])/gu),
    ],
    titled: new RegExp(
      `((?:全国|国家级|省级|市级|县级|区级|[省市县区](?=[“职五劳模工]))?(?:新时代)?)(?:“(?:\\p{Script=Han}{0,4})(?:${titles})”|(?:${titles}))(?!精神|学院|之|创新|工作室|馆|评选活动|培育|职工|宣讲|志愿|沙龙|事迹|助|队伍|和工匠|工匠)`,
      'gu',
    ),
  }
})

function plain(pattern: RegExp): Rule {
  return { pattern, type: 'Honor', confidence: 0.85, reason: 'prize' }
}

/** 先后获得了A、首届“B”、C等荣誉称号: every item is a title. The list is at most 120 units long. */
const list =
  /(?:获得|荣获|获评|授予|被评为|获|评为|分为)了?([^。;;!\n]{2,120}?)等?(?:[一二三四五六七八九十两]个等级|(?:荣誉|光荣)?称号)/dgu

function conferred({ text }: Unit): Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(list)) {
    let start = match.indices?.[1]?.[0] ?? 0
    // The last verb of the sentence begins the list.
    for (const item of (match[1] ?? '').split(/[、,]/)) {
      const from = item.search(/(?<=^(?:首届|首批|第.届|了|江)?)[“\p{Script=Han}]/u)
      const lead = /^(?:首届|首批|第.届)?/.exec(item)?.[0].length ?? 0
      const quoted = item.charAt(lead) === '“' && item.endsWith('”') ? 1 : 0
      const end = start + item.length - quoted
      const begin = start + lead + quoted
      if (
        from >= 0 &&
        end - begin >= 2 &&
        end - begin <= 20 &&
        !/[的了]/.test(text.slice(begin, end))
      ) {
        found.push(honor(begin, end, 0.8))
      }
      start += item.length + 1
    }
  }
  return found
}

function honor(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Honor', confidence, reason: 'honorary title' }
}
