/** Parts of an organisation that are written behind it, as one name: 某某集团|第二分公司, 某某局|二公司|项目部|工会. */
import type { Lexicon } from '../reading/lexicon.ts'
import { nameContext } from '../reading/name-start.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'

/** For each organisation with parts behind it the longer name; the resolver prefers it. */
export function withParts(
  candidates: readonly Candidate[],
  unit: Unit,
  lexicon: Lexicon,
): Candidate[] {
  return candidates.flatMap((candidate) => {
    const end = endOfParts(unit, lexicon, candidate.end)
    return end > candidate.end && candidate.confidence >= 0.5
      ? [candidate, { ...candidate, end, confidence: Math.max(candidate.confidence, 0.7) }]
      : [candidate]
  })
}

function endOfParts(unit: Unit, lexicon: Lexicon, from: number): number {
  let end = from
  for (let count = 0; count < 4; count++) {
    part.lastIndex = end
    const match = part.exec(unit.text)
    if (match === null || !named(unit, lexicon, end, end + (match[1]?.length ?? 0))) break
    end += match[0].length
  }
  const union = /^工会(?!干部|会员|工作|组织|经费|系统|财务|建设|积极|小组|联合|委员|的)/u
  return end > from && union.test(unit.text.slice(end, end + 5)) ? end + 2 : end
}

/** What makes a part this one holds no verb, no preposition, no word that begins another name: not 某公司|走进车间. */
function named(unit: Unit, lexicon: Lexicon, start: number, end: number): boolean {
  const { words, inNames, beforeNames } = nameContext(unit, lexicon)
  for (let at = start; at < end; ) {
    const token = words.tokens[words.indexAt(at)]
    if (token === undefined) return false
    if (beforeNames.has(token.text)) return false
    if (/^(?:v(?!n)|[pcrdyeuf])/u.test(token.tag) && !inNames.has(token.text)) return false
    at = token.end
  }
  return true
}

const part =
  /((?:第?[一二三四五六七八九十]{1,3}|(?:(?![的在和与及或是为将把被由从对向于了等各该其两多几全本每])\p{Script=Han}){0,6}?))(?:中心支公司|分公司|支公司|(?<=[一二三四五六七八九十])公司|工程公司|项目部|项目经理部|项目分部|总装厂|装配厂|分厂|(?<=[一二三四五六七八九十])厂|车间|工区|事业部|支行|分行|营业部|分局|采油厂|作业区|炼钢厂|综采队|掘进队|采煤队|检修班|运行班)/uy
