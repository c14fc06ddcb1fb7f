/** Honors: awards, prizes, honorary and skill titles, with their level. */
import { type Divisions, divisionsOf } from './divisions.ts'
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
      found.push(...title(unit.text, match, divisions))
    }
    return [...found, ...conferred(unit)]
  },
}

/** Titles that name people by quality unless a level or a division stands with them: 工匠, 劳模. */
const common = /(?:工匠|巧匠|劳模|高级工|技术能手|劳动模范|先进工作者|技能大师|优秀工会干部)$/

function title(text: string, match: RegExpExecArray, divisions: Divisions): Candidate[] {
  const [whole, level = '', inner = ''] = match
  const start = match.index
  const end = start + whole.length
  const quoted = whole.endsWith('”')
  const chain = divisions.endingAt(start)
  if (level !== '' || chain !== undefined) return [honor(chain?.start ?? start, end, 0.85)]
  // “工人先锋号” without a level: the quotes hold the whole name. “绍兴工匠” has its place inside.
  if (quoted) {
    const place = divisions.startingAt(start + 1) !== undefined
    return common.test(inner) && !place ? [] : [honor(start + 1, end - 1, 0.85)]
  }
  // 齐鲁大工匠 in a list of titles: a coined region before the title
  const region = /(?<=[、的])\p{Script=Han}{2}$/u.exec(text.slice(Math.max(0, start - 3), start))
  if (region !== null && /^大?工匠$/.test(inner) && /^[、,]/.test(text.slice(end))) {
    return [honor(start - 2, end, 0.7)]
  }
  return common.test(inner) ? [] : [honor(start, end, 0.85)]
}

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
      `((?:全国|国家级|省级|市级|县级|区级|[省市县区](?=[“职五劳模工]))?(?:新时代)?)“?((?:(?<=“)\\p{Script=Han}{0,4})?(?:${titles}))(?:(?<=“[^”]{0,20})”)?(?!精神|学院|之|创新|工作室|馆|评选活动|培育|职工|宣讲|志愿|沙龙|事迹|助|队伍|和工匠|工匠)`,
      'gu',
    ),
  }
})

function plain(pattern: RegExp): Rule {
  return { pattern, type: 'Honor', confidence: 0.85, reason: 'prize' }
}

/** 获得了A、首届“B”、C等荣誉称号: every item is a title. The list is at most 120 units long. */
const list =
  /(?:获得|荣获|获评|授予|被评为|评为|分为)了?((?:(?!获得|荣获|获评|授予|评为|分为)[^。;;!\n]){2,120}?)等?(?:[一二三四五六七八九十两]个等级|(?:荣誉|光荣)?称号)/dgu
/** 授予“…”, 命名授牌了一批“…”, 评选“…” */
const single =
  /(?:授予|命名|授牌|获评|荣获|被评为|评定为|评上了?|获得|入选|选树|选树宣传)了?(?:一批|首批|首届|第.届|全[国省市县区]|省级|市级|其)?[“‘]([^”’。\n]{2,20})[”’](?!精神|行动|活动|工程)/dgu

function conferred({ text }: Unit): Candidate[] {
  const found = [...text.matchAll(single)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return honor(start, end, 0.92)
  })
  for (const match of text.matchAll(list)) {
    let start = match.indices?.[1]?.[0] ?? 0
    for (const item of (match[1] ?? '').split(/(?<=”)(?=“)|[、,]/u)) {
      start = text.indexOf(item, start)
      const lead = /^(?:首届|首批|第.届)?“?/u.exec(item)?.[0].length ?? 0
      const begin = start + lead
      const end = start + item.length - (item.endsWith('”') ? 1 : 0)
      const name = text.slice(begin, end)
      if (name.length > 1 && name.length <= 20 && !/[的了“”被]/u.test(name)) {
        found.push(honor(begin, end, 0.92))
      }
      start += item.length
    }
  }
  return found
}

function honor(start: number, end: number, confidence: number): Candidate {
  return { start, end, type: 'Honor', confidence, reason: 'honorary title' }
}
