/** Honors: awards, prizes, honorary and skill titles, with their level. */
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { alternatives, oncePerLexicon } from '../reading/lexicon.ts'
import { matchRules, type Rule } from '../reading/match.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

/** 全国劳模, 浙江省模范职工之家, 全国“工人先锋号”, 团体一等奖, 获得A、B等荣誉称号. */
export const honors: Recogniser = {
  name: 'honor',
  recognise(unit, lexicon) {
    const divisions = divisionsOf(unit, lexicon)
    const rules = expressions(lexicon)
    const found = matchRules(unit.text, rules.plain)
    for (const match of unit.text.matchAll(rules.titled)) {
      found.push(...title(unit, match, divisions))
    }
    return [...found, ...conferred(unit)]
  },
}

/** 企业工匠, 青年工匠: these make a group, not a title. */
const ordinaryMakers =
  /劳模|青年|巾帼|企业|职工|培育|非遗|传统|技能|产业|优秀|时代|更多|一批|百万|千名|万名|首席|顶尖|行业|民间|乡村|能工|各类|全国|全省|全市|当地|本地|成为|争当|争做|高级|身边|评选|选树|宣传|弘扬|和|与|为|是|有/u

/** Titles that name people by quality unless a level or a division stands with them: 工匠, 劳模. */
const common =
  /(?:技能专家|技术专家|工匠|巧匠|劳模|高级工|技术能手|劳动模范|先进工作者|技能大师|优秀工会干部)$/

function title(unit: Unit, match: RegExpExecArray, divisions: Divisions): Candidate[] {
  const { text } = unit
  const [whole, level = '', inner = ''] = match
  const start = match.index
  const end = start + whole.length
  const quoted = whole.endsWith('”')
  // 佛山市|五一劳动奖章: the level is the end of a division
  const chain =
    divisions.endingAt(start) ?? (level.length === 1 ? divisions.endingAt(start + 1) : undefined)
  if (level !== '' || chain !== undefined) return [honor(chain?.start ?? start, end, 0.85)]
  // 南粤|工匠: a region that no list has, behind a clause's beginning or a counted noun
  const coined = /(?<=[、的位名“,。\s(])\p{Script=Han}{2}$/u.exec(
    text.slice(Math.max(0, start - 3), start),
  )?.[0]
  const words = wordsOf(unit)
  const tag = words.tokens[words.indexAt(start - 1)]?.tag ?? ''
  const region = /^(?:ns|nz|x|j|nr|nrt|n)$/.test(tag) && words.isBoundary(start - 2)
  if (
    !quoted &&
    inner === '工匠' &&
    coined !== undefined &&
    region &&
    !ordinaryMakers.test(coined)
  ) {
    return [honor(start - 2, end, 0.8)]
  }
  // “工人先锋号” without a level: the quotes hold the whole name. “绍兴工匠” has its place inside.
  if (quoted) {
    const place = divisions.startingAt(start + 1) !== undefined
    return common.test(inner) && !place ? [] : [honor(start + 1, end - 1, 0.85)]
  }
  // 齐鲁大工匠 in a list of titles: a coined region before the title
  const listed = /(?<=[、的])\p{Script=Han}{2}$/u.exec(text.slice(Math.max(0, start - 3), start))
  if (listed !== null && /^大?工匠$/.test(inner) && /^[、,]/.test(text.slice(end))) {
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
      // 初级工, 中级工, 高级工: grades of skill
      plain(/[初中高]级工(?!程|会|作|艺|业|人|商|资)/gu),
      // 五星级司机之家
      plain(
        /(?<=评为|获评|评定为|认定为|授予|创建)[三四五]星级\p{Script=Han}{2,7}?(?:之家|驿站|站点|班组|工会|企业|单位)/gu,
      ),
      // 一等奖, 团体二等奖, 优秀组织奖, 精神文明奖
      plain(/(?:团体|个人|女子|男子)?[特一二三]等奖/gu),
      plain(
        /(?:团体|个人)?(?:优秀|最佳|优胜|精神文明|突出贡献|创新成果|入围成果|鼓励|人气|贡献)\p{Script=Han}{0,4}奖(?!项|金|励|品)/gu,
      ),
      plain(/(?<!\p{Script=Han})[金银铜]奖/gu),
      // 月度之星, 苏绣省级非遗传承人
      plain(/(?:月度|季度|年度|每月|每周|本周|本月|周)之星/gu),
      plain(
        /(?:(?<=[,。、“\s来的])(?!请)\p{Script=Han}{2,3})?(?:国家级|省级|市级|县级|区级)(?:非遗|非物质文化遗产)(?:项目)?(?:代表性)?传承人/gu,
      ),
      // 经认定为工匠, 工匠评选: conferred, so no group
      plain(
        /(?<=认定为|评定为|评为|命名为|当选|荣膺|被授予)大?工匠(?!\p{Script=Han}(?<=[学精人之]))|(?<!\p{Script=Han}[、和与]?)工匠(?=称号)/gu,
      ),
      // “二级蓝领”: a graded title in quotes
      plain(/(?<=[“‘])[一二三四五六七八九特高初中]级\p{Script=Han}{2,4}(?=[”’])/gu),
    ],
    titled: new RegExp(
      `((?:全国|全省|全市|国家级|省级|市级|县级|区级|厂级|局级|公司级|集团级|(?:集团)?公司(?=劳动模范|劳模|先进|优秀|十佳|技术能手|标兵|安全标兵|金牌|技能专家|技术专家|首席)|集团(?=劳动模范|劳模|技能专家|技术专家)|[省市县区](?=[“职五劳模工]))?(?:新时代)?)“?((?:(?<=“)\\p{Script=Han}{0,4})?(?:${titles}))(?:(?<=“[^”]{0,20})”)?(?!精神|学院|之|创新|工作室|馆|评选活动|培育|职工|宣讲|志愿|沙龙|事迹|助|队伍|和工匠|工匠)`,
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
/** “书香班组”授牌, “最美工人”评选, “三八红旗手”称号 */
const named =
  /[“‘]([^“”‘’。\n]{2,16})[”’](?=授牌|(?:荣誉|光荣)?称号|荣誉|评选(?!活动)|奖牌|候选)/dgu
/** 获评佛山市五一劳动奖章, 获得全国建材行业技术创新成果二等奖: from the verb to a title's last noun. */
const unquoted =
  /(?:荣获|获得|获评|获|夺得|摘得|斩获|捧得|授予|被评为|评为|评定为|认定为|当选为?|入选|命名为|晋升为|摘取|捧回)(?:了|过)?(?:首届|首批|第\p{Script=Han}{1,3}[届批]|\d{4}(?:[—–-]\d{4})?年度?|多个|多项|一批)?(?:为)?((?![多个两各该这了过])(?:(?![的了“”‘’、和与及名])[\p{Script=Han}\d+]){2,26}?(?:奖章|奖状|奖杯|先锋号|先锋岗|标兵岗|标兵|能手|劳动模范|劳模|工匠|红旗手|文明号|[金银铜]奖|[特一二三]等奖|优胜奖|优秀奖|创新奖|贡献奖|进步奖|提名奖|组织奖|先进集体|先进个人|先进单位|示范单位|示范企业|示范基地|示范点|模范集体|优秀班组|先进班组|模范职工之家|人物|之星|状元|楷模|好人|工作者|先进女职工|冠军|调解员|协商员|班组长|志愿者|传承人|技师|大师|匠人|之友|之家|先锋|典型))(?![\p{Script=Han}](?<=[地库培工候证]))/dgu

/** 授予“…”, 命名授牌了一批“…”, 评选“…” */
const single =
  /命名[^。“”;\n]{4,60}为[“‘]([^”’。\n]{2,20})[”’]|(?:授予|命名为(?=“\p{Script=Han}{1,8}[省市县区州])|命名(?!为)|授牌|获评|荣获|被评为|评定为|评上了?|获得|入选|选树|选树宣传)了?(?:一批|首批|首届|第.届|全[国省市县区]|省级|市级|其)?[“‘]([^”’。\n]{2,20})[”’](?!精神|行动|活动|工程)/dgu

function conferred({ text }: Unit): Candidate[] {
  const found = [...text.matchAll(single)].map((match) => {
    const [start, end] = match.indices?.[1] ?? match.indices?.[2] ?? [0, 0]
    return honor(start, end, 0.92)
  })
  for (const match of [...text.matchAll(named), ...text.matchAll(unquoted)]) {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    found.push(honor(start, end, 0.88))
  }
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
