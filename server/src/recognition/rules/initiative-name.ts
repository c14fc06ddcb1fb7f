/** Initiatives without quotes: 户外劳动者驿站, 全国职工围棋大赛, 实施暨阳英才计划, 天津市20项民心工程. */
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { alternatives, type Lexicon, oncePerLexicon, wordList } from '../reading/lexicon.ts'
import { nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'

/** Names by their head noun, national undertakings, and slogans counted or cut in one pattern. */
export const initiativeNames: Recogniser = {
  name: 'initiative name',
  recognise(unit, lexicon) {
    const rules = expressions(lexicon)
    return [
      ...headed(unit, lexicon, rules),
      ...patterns(unit.text, divisionsOf(unit, lexicon), rules),
      ...sameShape(unit.text),
    ]
  },
}

interface Expressions {
  readonly head: RegExp
  readonly setUp: RegExp
  readonly national: RegExp
  readonly service: ReadonlySet<string>
  readonly contest: ReadonlySet<string>
  readonly generic: ReadonlySet<string>
}

const expressions = oncePerLexicon(
  (lexicon): Expressions => ({
    head: new RegExp(
      `(?:${alternatives(lexicon, 'service-heads', 'contest-heads', 'programme-heads')})`,
      'gu',
    ),
    setUp:
      /(?:实施|启动|推出|推行|建立|依托|开设|开办|创新|举办|举行|承办|启用|组织开展)(?:了|过|好|起)?$/u,
    national: new RegExp(
      `(?:${alternatives(lexicon, 'initiatives')})(?:行动|活动|计划|工程|班)?(?!工作室)`,
      'gu',
    ),
    service: wordList(lexicon, 'service-heads'),
    contest: wordList(lexicon, 'contest-heads'),
    generic: wordList(lexicon, 'generic-undertakings'),
  }),
)

function headed(unit: Unit, lexicon: Lexicon, rules: Expressions): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const names = nameContext(unit, lexicon)
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.head)) {
    const head = { start: match.index, end: match.index + match[0].length }
    if (!words.isBoundary(head.end)) continue
    const name = nameStart(names, head)
    const wide =
      /(?:全国|全省|全市)$/.exec(text.slice(Math.max(0, name.start - 2), name.start))?.[0].length ??
      0
    const lead = leadingVerb.exec(text.slice(name.start, head.start))?.[0].length ?? 0
    // 工业园|职工之家: the home is named alone
    const home = /^(?:职工|司机)(?:之家|小家)$/u.test(match[0])
    const start = home ? head.start : name.start - wide + lead
    const modifier = text.slice(start, head.start)
    if (pointing.test(modifier) || (acts.test(modifier) && ownVerb.test(match[0]))) continue
    if (
      (!rules.service.has(match[0]) && rules.generic.has(modifier)) ||
      rules.generic.has(modifier + match[0])
    )
      continue
    const level = name.division !== undefined || wide > 0
    const setUp = rules.setUp.test(text.slice(Math.max(0, start - 6), start))
    const confidence = believe(match[0], modifier, { level, setUp, rules })
    if (confidence > 0) {
      found.push(initiative(start, head.end, confidence, `name with the head ${match[0]}`))
    }
  }
  return found
}

/** 建设爱心驿站, 服务货车司机之家: the verb is not the name's. */
const leadingVerb = /^(?:建设|打造|服务|完善|做好|共建|新建|建好|推进)+(?=.{2}|$)/u

/** 这套操作法, 本次大赛: a head that points back. */
const pointing = /^(?:这|那|该|此|本|某|一|各|每)(?:[套种个项批家次类场]|$)/u
/** 河南省总工会|计划新发展, 公司|活动: the head may be a verb, or is any. */
const acts = /(?:工会|公司|集团|政府|[市区县省]总|局|委|厅|我们|他们|单位)$/u
const ownVerb =
  /^(?:计划|活动|服务|工程|制度|办法|机制|平台|联席会议|联席会|协商会|恳谈会|联谊会|联谊活动|晚会|动员会|推进活动|宣讲活动|体验活动|大赛|竞赛|运动会|趣味运动会)$/u

function believe(
  head: string,
  modifier: string,
  { level, setUp, rules }: { level: boolean; setUp: boolean; rules: Expressions },
): number {
  if (rules.service.has(head)) {
    // 爱心驿站 and 司机之家 are names without more
    const whole =
      modifier === '' && head.length > 3 && /^(?!服务).*(?:驿站|之家|小家|站点?)$/u.test(head)
    return whole || modifier.length >= 2 ? 0.75 : 0
  }
  if (rules.contest.has(head)) {
    if (level && modifier.length >= 4) return 0.8
    // 财务经审|技能大赛: what the head says more than 大赛 counts too
    const length = modifier.length + head.length - 2
    return length >= 6 || (setUp && length >= 4 && modifier.length > 1) ? 0.65 : 0
  }
  if (level && modifier.length >= 6) return 0.6
  return setUp && modifier.length >= 4 ? 0.65 : 0
}

function patterns(text: string, divisions: Divisions, rules: Expressions): Candidate[] {
  const national = [...text.matchAll(rules.national)].map((match) =>
    initiative(match.index, match.index + match[0].length, 0.8, 'national undertaking'),
  )
  // 12351职工热线
  const lines = [...text.matchAll(/(?<!\d)\d{4,5}\p{Script=Han}{0,6}?热线/gu)].map((match) =>
    initiative(match.index, match.index + match[0].length, 0.8, 'service line'),
  )
  // 天津市20项民心工程, 十大民生实事
  const counted = [
    ...text.matchAll(
      /(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:项|大|件)\p{Script=Han}{2}(?:工程|实事|行动)/gu,
    ),
  ].flatMap((match) => {
    const chain = divisions.endingAt(match.index)
    if (chain === undefined) return []
    return [initiative(chain.start, match.index + match[0].length, 0.8, 'counted undertaking')]
  })
  return [...national, ...lines, ...counted]
}

/** 覆盖纳“新”, 服务创“新”, 设施焕“新”: parts of a scheme in one shape, at least two of them. */
function sameShape(text: string): Candidate[] {
  const shape = /(?<=^|[,,;;、。\n])\p{Script=Han}{2,4}“(\p{Script=Han})”(?=[,,::;;、。\n])/gu
  const found = [...text.matchAll(shape)]
  const names = new Map<string, Set<string>>()
  for (const [name, word = ''] of found) {
    names.set(word, (names.get(word) ?? new Set()).add(name))
  }
  return found.flatMap((match) =>
    (names.get(match[1] ?? '')?.size ?? 0) > 1
      ? [initiative(match.index, match.index + match[0].length, 0.7, 'parts of one shape')]
      : [],
  )
}

function initiative(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Initiative', confidence, reason }
}
