/** Organisations: head nouns of unions, offices, companies and teams, with the left boundary searched. */
import { divisionsOf } from './divisions.ts'
import { alternatives, oncePerLexicon, wordList } from './lexicon.ts'
import { nameContext, nameStart } from './names.ts'
import type { Candidate, Recogniser, Unit } from './recogniser.ts'
import { wordsOf } from './words.ts'

/** 嘉兴市南湖区总工会, 市总, 富润控股集团有限公司, 省市场监管局, 劳模工匠宣讲团, 央视. */
export const organizations: Recogniser = {
  name: 'organisation',
  recognise(unit, lexicon) {
    const rules = expressions(lexicon)
    return [
      ...headed(unit, lexicon, rules),
      ...shortUnions(unit, lexicon),
      ...listed(unit, rules),
      ...abbreviations(unit.text),
    ]
  },
}

interface Expressions {
  readonly head: RegExp
  readonly listed: RegExp
  readonly generic: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly strong: ReadonlySet<string>
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const heads = alternatives(lexicon, 'organization-heads', 'union-heads', 'team-heads')
  return {
    // 公司工会主席 is a company and a post; 总工会主席 keeps its union.
    head: new RegExp(
      `(?:(?:${heads})(?<!布局|格局|结局|全局|大局|当局|残局|时局|开局|破局|大厅|餐厅|客厅|展厅|协商会)|(?<=[省市区县州])(?:委|政府|政协|人大(?!代表)|纪委|监委))(?!书记|副书记|委员会?|成员|工作者|办公室主任)`,
      'gu',
    ),
    listed: new RegExp(`(?:${alternatives(lexicon, 'organizations')})`, 'gu'),
    generic: wordList(lexicon, 'generic-modifiers'),
    teams: wordList(lexicon, 'team-heads'),
    strong: wordList(lexicon, 'union-heads'),
  }
})

function headed(
  unit: Unit,
  lexicon: Parameters<typeof divisionsOf>[1],
  rules: Expressions,
): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const divisions = divisionsOf(unit, lexicon)
  const names = nameContext(unit, lexicon)
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.head)) {
    const head = { start: match.index, end: match.index + match[0].length }
    if (!endsWord(words.tokens[words.indexAt(head.end)], head.end)) continue
    if (
      match[0] === '工会' &&
      /^(?:干部|会员|工作|组织|经费|系统|财务|建设|联合|委员|主席|积极分子|小组|的)/.test(
        text.slice(head.end, head.end + 4),
      )
    ) {
      if (
        divisions.endingAt(head.start) === undefined ||
        /^(?:联合|委员)/.test(text.slice(head.end, head.end + 2))
      )
        continue
    }
    const { start, division, coined } = nameStart(names, head)
    const modifier = text.slice(start, head.start)
    const level = division === undefined ? levelBefore(text, start, modifier) : 0
    const confidence = believe(match[0], modifier, {
      division: division !== undefined || level > 0,
      coined,
      rules,
    })
    if (confidence > 0) {
      found.push({
        start: start - level,
        end: head.end,
        type: 'Organization',
        confidence,
        reason: `name with the head ${match[0]}`,
      })
    }
  }
  return found
}

/** A word ends at `at`, or the word that goes on is one the dictionary does not know. */
function endsWord(token: { start: number; tag: string } | undefined, at: number): boolean {
  return token === undefined || token.start >= at || token.tag === 'x'
}

/** 1 where 省, 市, 区 or 县 stands for a division before the name: 省|总工会, 市|公安局. */
function levelBefore(text: string, start: number, modifier: string): number {
  if (/^[省市区县镇]/.test(modifier)) return 0
  return /[省市区县]/.test(text.charAt(start - 1)) && !/[全各我本该]/.test(text.charAt(start - 2))
    ? 1
    : 0
}

function believe(
  head: string,
  modifier: string,
  { division, coined, rules }: { division: boolean; coined: boolean; rules: Expressions },
): number {
  if (rules.generic.has(modifier) && head !== '总工会') return 0
  const level = /^(?:[省市区县镇州](?!级)|街道|乡镇)/.test(modifier)
  if (head === '工会') {
    // 嘉兴工会, 乐业物业有限公司工会, 武林商圈工会; 物业工会 and 企业工会 are any
    const owner = /(?:公司|集团|学校|医院|商圈|小镇|街道|[镇乡村港]|社区|园区)$/.test(modifier)
    if (division && modifier.length <= 12) return owner || modifier.length <= 9 ? 0.85 : 0
    return owner && coined ? 0.7 : 0
  }
  if (rules.strong.has(head)) {
    if (division || level) return 0.9
    if (modifier.length >= 2) return 0.7
    return 0
  }
  if (rules.teams.has(head)) return modifier.length >= 2 && !/^的/.test(modifier) ? 0.75 : 0
  if (division) return 0.85
  if (level && (modifier.length > 1 || /^(?:委|政府|政协|人大|纪委|监委)$/.test(head))) return 0.85
  if (/(?:集团|有限(?:责任)?公司)$/.test(head) && modifier.length >= 2) return 0.85
  if (/(?:集团|公司|社|报)$/.test(head) && coined && modifier.length >= 2) return 0.7
  return coined && modifier.length >= 3 && head.length >= 2 ? 0.55 : 0
}

/** 市总, 启东市总, 区总: 总 for 总工会; not 市总人口, 县总是. */
const shortUnion =
  /[省市区县镇](?:总会|总(?!会|是|体|数|量|的|共|计|面积|书记|裁|经理|队|人|产|部|理|督|工|站|长|则|结|之|要|能|有|需|支|收|投|额|值|规|会计|动员|决))/gu

function shortUnions(unit: Unit, lexicon: Parameters<typeof divisionsOf>[1]): Candidate[] {
  const divisions = divisionsOf(unit, lexicon)
  return [...unit.text.matchAll(shortUnion)].flatMap((match) => {
    const end = match.index + match[0].length
    const chain = divisions.endingAt(match.index + 1)
    const before = unit.text.charAt(match.index - 1)
    if (
      chain === undefined &&
      /[\p{Script=Han}]/u.test(before) &&
      !/[由与和到在向对给被经据]/.test(before)
    )
      return []
    const start = chain?.start ?? match.index
    return [{ start, end, type: 'Organization', confidence: 0.8, reason: 'short form of a union' }]
  })
}

/** (下称“信息港工会”), (以下简称公司) */
const abbreviation =
  /(?:下称|简称)[为::]?[“"]([^”"\n]{2,14}(?:工会|公司|集团|局|委|会|院|中心|校|队))[”"]/dgu

function abbreviations(text: string): Candidate[] {
  return [...text.matchAll(abbreviation)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return [organization(start, end, 0.9, 'short form given in brackets')]
  })
}

/** 总工会 alone stands for the one spoken of where a post follows: 总工会副主席. */
function listed(unit: Unit, rules: Expressions): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const known = [...text.matchAll(rules.listed)].map((match) =>
    organization(match.index, match.index + match[0].length, 0.85, 'known organisation'),
  )
  const bare = [...text.matchAll(/总工会(?=党组|副?主席|常务|机关|干部)/gu)].map((match) =>
    organization(match.index, match.index + match[0].length, 0.6, 'union before a post'),
  )
  return [...known, ...bare].filter(
    ({ start, end }) => words.isBoundary(start) && words.isBoundary(end),
  )
}

function organization(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Organization', confidence, reason }
}
