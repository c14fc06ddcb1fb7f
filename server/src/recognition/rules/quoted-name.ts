/** Initiatives in quotes: labels with a head noun, and labels that a sentence sets up or joins. */
import type { Span } from '../../text/span.ts'
import { type Divisions, divisionsOf } from '../reading/divisions.ts'
import { alternatives, oncePerLexicon } from '../reading/lexicon.ts'
import { findQuotes } from '../reading/quotes.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { nothing } from '../reading/resolve.ts'
import { type Words, wordsOf } from '../reading/words.ts'

/** “十匠”行动, “推优入党”工作机制, “蓝领工程”, 推出“助企十条”, 以“育匠人”“比匠艺”为抓手. */
export const quotedNames: Recogniser = {
  name: 'quoted name',
  recognise(unit, lexicon) {
    const context = {
      rules: expressions(lexicon),
      words: wordsOf(unit),
      divisions: divisionsOf(unit, lexicon),
    }
    return rows(unit.text, findQuotes(unit.text)).flatMap((row) => rowNames(unit, row, context))
  },
}

interface Context {
  readonly rules: Expressions
  readonly words: Words
  readonly divisions: Divisions
}

interface Expressions {
  readonly metaphor: RegExp
  readonly headInside: RegExp
  readonly setUp: RegExp
  readonly head: RegExp
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const heads = alternatives(lexicon, 'initiative-heads')
  return {
    metaphor: new RegExp(`^(?:${alternatives(lexicon, 'metaphors')})$`, 'u'),
    // “蓝领工程”, “助企十条”, “新春第一会”
    headInside: new RegExp(
      `..(?:${heads}|第一会|会议)$|.[一二三四五六七八九十]+条$|^.{2,}[^办方看想说做]法$`,
      'u',
    ),
    // 实施“…”, 开展了“…”, 推出首批“…”
    setUp: new RegExp(
      `(?:${alternatives(lexicon, 'set-up-verbs')})(?:了|过|好|起|全县|全市|全省|全区|首届|首批|首个|第.{1,3}[届期批个家]|一系列|\\d{4}年度?|今年|以|一批|[两三四五六七八九十]大|“)*$`,
      'u',
    ),
    head: new RegExp(`(?:${heads})`, 'gu'),
  }
})

/** Quotations that stand side by side, or with 、 or 和 between them: “师傅带徒弟”“班组大讲堂”. */
function rows(text: string, quotes: readonly Span[]): Span[][] {
  const found: Span[][] = []
  for (const quote of quotes) {
    const last = found.at(-1)?.at(-1)
    if (
      last !== undefined &&
      /^[”’](?:[、,]|和|与|及)?[“‘]$/.test(text.slice(last.end, quote.start))
    ) {
      found.at(-1)?.push(quote)
    } else found.push([quote])
  }
  return found
}

function rowNames(unit: Unit, row: readonly Span[], context: Context): Candidate[] {
  const { text } = unit
  const { rules } = context
  const [first, last] = [row[0], row.at(-1)]
  if (first === undefined || last === undefined) return []
  const before = text.slice(Math.max(0, first.start - 26), first.start - 1)
  const after = text.slice(last.end + 1, last.end + 16)
  const thing = notAnUndertaking.test(after)
  const setUp = !thing && (rules.setUp.test(before) || isMeans(before, after))
  const known = row.some((quote) => rules.headInside.test(text.slice(quote.start, quote.end)))
  return row.flatMap((quote) => {
    const label = text.slice(quote.start, quote.end)
    const headed =
      label.length > 1 && label.length < 24 && !sentence.test(label)
        ? nameWithHead(text, quote, context)
        : undefined
    if (headed !== undefined) return [headed]
    if (counted.test(after) && label.split('、').length > 2) return items(quote, label)
    if (noLabel.test(label) || rules.metaphor.test(label)) return []
    // A counted label (四个前移) needs its verb in the sentence only, not right before it.
    const evident =
      rules.headInside.test(label) ||
      setUp ||
      (known && row.length > 1 && !thing) ||
      (!thing && called.test(before)) ||
      /^(?:由[^,。]{2,30}?(?:创办|牵头|主办|发起|打造|推出)|揭牌|启用|上线|开营|开班)/u.test(
        after,
      ) ||
      (countedLabel.test(label) && !thing && clauseSetUp.test(before))
    if (evident) return [initiative(quote.start, quote.end, 0.75, 'quoted label')]
    // “四个强化”: a slogan, whose number counts nothing.
    return countedLabel.test(label) && label.length < 9 ? [noName(quote)] : []
  })
}

/** A sentence or a title, one character, figures, and visions (工匠之城) are no labels. */
const sentence = /[。!?;;!?:《》…]/u
const noLabel = /[。!?;;!?:《》…]|^.$|^[A-Za-z\d.]+$|.{21}|之[城都乡地]$|[的吗呢吧]$/u
/** 服务品牌“…”, 项目——“…”, 取名“…” */
const called = /(?:品牌|公众号|小程序|热线|名为|取名|命名为)(?:[:——]{0,2})$/u
const notAnUndertaking =
  /^(?:档案|功能|模块|字样|标语|口号|问题|之路|大旗|理念|精神|组织|作用|优势|难题|现象|需求|力量|风采|缘|身份|关系|意识|为主线|的问题|要求)/u
/** 四个前移, 六有, 八个一, 一带一 */
const countedLabel =
  /^[一二三四五六七八九十两]+(?:个|大|项|件|步|有|送|带|化|定|到|增|进|学|比|心|专|免|同|优|必|法|联|会|公开)/u
const clauseSetUp = /(?:开展|实施|推行|推出|建立|通过|以|围绕|按照)[^。;;!?“”]{0,22}$/u
/** “评匠师、暖心匠、育匠人”十个项目: each item is a name. */
const counted = /^等?(?:[一二三四五六七八九十百\d]+(?:个|大|项))(?:项目|行动|工程|子项目|举措)/u

/** 以“…”为抓手, 通过“…”等形式, “…”等活动 */
function isMeans(before: string, after: string): boolean {
  if (
    /^(?:等|的)?(?:[^,。;“”‘’、等的]{0,6})(?:活动|项目|举措|行动)(?!方案)/u.test(after) &&
    /^等/u.test(after)
  )
    return true
  if (/^(?:等)?(?:(?![的搞])\p{Script=Han}){0,4}(?:载体|机制|品牌|模式)(?!的)/u.test(after))
    return true
  if (/以$/u.test(before) && /^为(?:抓手|载体|平台|纽带|依托|\p{Script=Han}{0,2}标准)/u.test(after))
    return true
  if (/[以]$/u.test(before) && /^(?:和|“|‘)/u.test(after)) return true
  // “晨跑+夜跑”的新模式, “三色”管理办法 whose head does not join the name
  if (
    /^的(?:新型?|创新|全新)?(?:(?![的是了在])\p{Script=Han}){0,4}(?:模式|机制|工作法|制度|办法|做法)(?!的)/u.test(
      after,
    )
  )
    return true
  return (
    /(?:以|通过|采取|采用|实行)$/u.test(before) &&
    /^(?:等|的)?(?:工作|培训)?(?:形式|模式|方式|办法)/u.test(after)
  )
}

/** Longest text between the quote and its head noun: “红船精神”进企业主题教育实践活动. */
const longestModifier = 22

/** The quote with the head noun behind it, directly or behind a modifier, and the place before it. */
function nameWithHead(
  text: string,
  quote: Span,
  { rules, words, divisions }: Context,
): Candidate | undefined {
  // A headline may break before the head noun: “织女”⏎夜校
  const broken = /^\n\p{Script=Han}{2,4}(?=\s)/u.test(text.slice(quote.end + 1, quote.end + 7))
  const at = quote.end + (broken ? 2 : 1)
  const run =
    /^(?:\p{Script=Han}|\d{4}年)+/u.exec(text.slice(at, at + longestModifier + 4))?.[0] ?? ''
  // 的 and verbs that take the label as their object end the name: “产改”的核心, “…”推行后
  const stop = run.search(
    /[的了是将在为让把被等由从向搞]|对(?![接话口标抗])|后|中|以来|期间|表示|成为|评选/u,
  )
  const reach = stop < 0 ? run : run.slice(0, stop)
  let length = 0
  for (const match of reach.matchAll(rules.head)) {
    const end = match.index + match[0].length
    const next = words.tokens[words.indexAt(at + end)]
    // “嘉工鹊桥会”服务能力 is an ability; 服务 and 创建 are heads only where no noun follows.
    const noun =
      next !== undefined &&
      ((weak.test(match[0]) && /^(?:n|vn)/.test(next.tag)) ||
        /^(?:[榜者员奖室证卡表号区们]|组织)/u.test(next.text))
    // 托管班|开班, 夜校|上班: a verb with its object
    const verb = match[0] === '班' && /[开上下当]/u.test(reach.charAt(match.index - 1))
    // 司机之家|里 cut as 之|家里
    const inside = /^[里内中]/u.test(reach.slice(end)) && /之家$/u.test(match[0])
    if ((words.isBoundary(at + end) || inside) && !noun && !verb) length = end
  }
  if (length === 0) return undefined
  // 集体协商“集中要约”行动: what it is about stands in front
  const about =
    /(?:(?:工资|能级工资)?集体协商)$/u.exec(text.slice(0, quote.start - 1).slice(-8))?.[0].length ??
    0
  const first = quote.start - 1 - about
  const start = divisions.endingAt(first)?.start ?? first
  return initiative(start, at + length, 0.9, 'quoted name with head noun')
}

const weak = /^(?:服务|培养|创建|协商|宣讲|比武)$/u

function items(quote: Span, label: string): Candidate[] {
  let { start } = quote
  return label.split('、').map((item) => {
    const candidate = initiative(start, start + item.length, 0.8, 'listed in quotes')
    start += item.length + 1
    return candidate
  })
}

function noName({ start, end }: Span): Candidate {
  return { start, end, type: nothing, confidence: 0.6, reason: 'slogan' }
}

function initiative(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Initiative', confidence, reason }
}
