/** Organisations: head nouns of unions, offices, companies and teams, with the left boundary searched. */
import { type Chain, divisionsOf } from '../reading/divisions.ts'
import { alternatives, type Lexicon, oncePerLexicon, wordList } from '../reading/lexicon.ts'
import { nameContext, nameStart } from '../reading/name-start.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { withParts } from './organization-parts.ts'

/** 嘉兴市南湖区总工会, 富润控股集团有限公司, 省市场监管局, 劳模工匠宣讲团; not 企业工会. */
export const organizations: Recogniser = {
  name: 'organisation',
  recognise(unit, lexicon) {
    return withParts(headed(unit, lexicon, expressions(lexicon)), unit, lexicon)
  },
}

interface Expressions {
  readonly head: RegExp
  readonly generic: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly strong: ReadonlySet<string>
}

const expressions = oncePerLexicon((lexicon): Expressions => {
  const heads = alternatives(lexicon, 'organization-heads', 'union-heads', 'team-heads')
  return {
    // 公司工会主席 is a company and a post; 总工会主席 keeps its union.
    head: new RegExp(
      `(?:(?:(?:第?[一二三四五六七八九十]{1,3}|[甲乙丙丁])?(?:${heads})|(?<=\\p{Script=Han})[一二三四五六七八九十甲乙丙丁]班(?!次|组|车|岗|倒|制))(?<!布局|格局|结局|全局|大局|当局|残局|时局|开局|破局|大厅|餐厅|客厅|展厅|协商会|学会(?=[了用做使如怎在开写说]))|(?<=[省市区县州])(?:委|政府|政协|人大(?!代表)|纪委|监委))(?!书记|副书记|委员会?|成员|工作者|办公室主任)`,
      'gu',
    ),
    generic: wordList(lexicon, 'generic-modifiers'),
    teams: wordList(lexicon, 'team-heads'),
    strong: wordList(lexicon, 'union-heads'),
  }
})

function headed(unit: Unit, lexicon: Lexicon, rules: Expressions): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const divisions = divisionsOf(unit, lexicon)
  const names = nameContext(unit, lexicon)
  const found: Candidate[] = []
  for (const match of text.matchAll(rules.head)) {
    const head = { start: match.index, end: match.index + match[0].length }
    if (!endsWord(words.tokens[words.indexAt(head.end)], head.end)) continue
    if (match[0] === '工会' && !standsAlone(text, head.end, divisions.endingAt(head.start)))
      continue
    const { start, division, coined } = nameStart(names, head)
    const modifier = text.slice(start, head.start)
    // 组建行业工会联合会9家: counted, so none in particular
    if (
      division === undefined &&
      /^(?:近|约)?\d+[多余]?[家个]/u.test(text.slice(head.end, head.end + 6))
    )
      continue
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

/**
 * Whether 工会 ends a name here: 工会干部 and 工会经费 are no organisations, though 永州工会 before
 * 干部 is; 工会委员会 is a head of its own.
 */
function standsAlone(text: string, end: number, division: Chain | undefined): boolean {
  const behind = text.slice(end, end + 4)
  if (/^(?:联合|委员)/.test(behind)) return false
  const compound = /^(?:干部|会员|工作|组织|经费|系统|财务|建设|主席|积极分子|小组|的)/
  return division !== undefined || !compound.test(behind)
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
  if (/^[一二三四五六七八九十甲乙丙丁]/u.test(head) && !division && !coined) return 0
  const level = /^(?:[省市区县镇州](?!级)|街道|乡镇)/.test(modifier)
  if (head === '工会') {
    // 嘉兴工会, 乐业物业有限公司工会, 武林商圈工会; 物业工会 and 企业工会 are any
    const owner =
      /(?:公司|集团|学校|医院|商圈|小镇|街道|[镇乡村港厂矿局院校社所站段队部行店场区城]|社区|园区|油田)$/.test(
        modifier,
      )
    if (division && (owner || modifier.length <= 9)) return 0.85
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
