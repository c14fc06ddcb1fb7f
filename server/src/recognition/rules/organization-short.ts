/** Organisations by a short or known name: 市总, 启东市总, 新华社, (下称“信息港工会”). */
import { divisionsOf } from '../reading/divisions.ts'
import { alternatives, type Lexicon, oncePerLexicon } from '../reading/lexicon.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { withParts } from './organization-parts.ts'

export const shortOrganizations: Recogniser = {
  name: 'short organisation',
  recognise: (unit, lexicon) => [
    ...shortUnions(unit, lexicon),
    ...withParts(listed(unit, lexicon), unit, lexicon),
    ...abbreviations(unit.text),
  ],
}

const knownNames = oncePerLexicon(
  (lexicon) => new RegExp(`(?:${alternatives(lexicon, 'organizations')})`, 'gu'),
)

/** 市总, 启东市总, 区总: 总 for 总工会; not 市总人口, 县总是. */
const shortUnion =
  /[省市区县镇旗盟州](?:总会|总(?!会|是|体|数|量|的|共|计|面积|书记|裁|经理|队|人|产|部|理|督|工|站|长|则|结|之|要|能|有|需|支|收|投|额|值|规|会计|动员|决|依靠))/gu

function shortUnions(unit: Unit, lexicon: Lexicon): Candidate[] {
  const divisions = divisionsOf(unit, lexicon)
  return [...unit.text.matchAll(shortUnion)].flatMap((match) => {
    const end = match.index + match[0].length
    const chain = divisions.endingAt(match.index + 1)
    const before = unit.text.charAt(match.index - 1)
    if (
      chain === undefined &&
      /[\p{Script=Han}]/u.test(before) &&
      !/[由与和到在向对给被经据是让请跟同自]/.test(before) &&
      !/^(?:干部|党组|副?主席|机关|工作人员)/u.test(unit.text.slice(end, end + 4))
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
function listed(unit: Unit, lexicon: Lexicon): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const known = [...text.matchAll(knownNames(lexicon))].map((match) =>
    organization(match.index, match.index + match[0].length, 0.85, 'known organisation'),
  )
  const bare = [...text.matchAll(/总工会(?=党组|副?主席|常务|机关|干部)/gu)].map((match) =>
    organization(match.index, match.index + match[0].length, 0.6, 'union before a post'),
  )
  return [...known, ...bare].filter(
    ({ start, end }) =>
      words.isBoundary(start) &&
      (words.isBoundary(end) || words.tokens[words.indexAt(end)]?.tag === 'x'),
  )
}

function organization(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Organization', confidence, reason }
}
