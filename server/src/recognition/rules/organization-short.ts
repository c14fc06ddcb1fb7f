/** Organisations by a short or known name: 市总, 启东市总, 新华社, (下称“信息港工会”). */

import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { divisionsOf } from '../reading/divisions.ts'
import type { Candidate, Recogniser, Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import { withParts } from './organization-parts.ts'

export const shortOrganizations: Recogniser = {
  name: 'short organisation',
  recognise: (unit, lexicon) => [
    ...shortUnions(unit, lexicon),
    ...withParts(listed(unit, lexicon), unit, lexicon),
    ...abbreviations(unit.text, rules(lexicon)),
  ],
}

const rules = expressions('organizations', {
  shortUnion: 'g',
  shortUnionBefore: '',
  shortUnionBehind: '',
  abbreviation: 'dg',
  known: 'g',
  unionBeforePost: 'g',
})

type Patterns = ReturnType<typeof rules>

function shortUnions(unit: Unit, lexicon: Lexicon): Candidate[] {
  const divisions = divisionsOf(unit, lexicon)
  const { shortUnion, shortUnionBefore, shortUnionBehind } = rules(lexicon)
  return [...unit.text.matchAll(shortUnion)].flatMap((match) => {
    const end = match.index + match[0].length
    const chain = divisions.endingAt(match.index + 1)
    const before = unit.text.charAt(match.index - 1)
    if (
      chain === undefined &&
      /[\p{Script=Han}]/u.test(before) &&
      !shortUnionBefore.test(before) &&
      !shortUnionBehind.test(unit.text.slice(end, end + 4))
    )
      return []
    const start = chain?.start ?? match.index
    return [{ start, end, type: 'Organization', confidence: 0.8, reason: 'short form of a union' }]
  })
}

function abbreviations(text: string, { abbreviation }: Patterns): Candidate[] {
  return [...text.matchAll(abbreviation)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    return [organization(start, end, 0.9, 'short form given in brackets')]
  })
}

/** Known names, and 总工会 alone where a post follows (总工会副主席): the union that the text is about. */
function listed(unit: Unit, lexicon: Lexicon): Candidate[] {
  const { text } = unit
  const words = wordsOf(unit)
  const { known, unionBeforePost } = rules(lexicon)
  const named = [...text.matchAll(known)].map((match) =>
    organization(match.index, match.index + match[0].length, 0.85, 'known organisation'),
  )
  const bare = [...text.matchAll(unionBeforePost)].map((match) =>
    organization(match.index, match.index + match[0].length, 0.6, 'union before a post'),
  )
  return [...named, ...bare].filter(
    ({ start, end }) =>
      words.isBoundary(start) &&
      (words.isBoundary(end) || words.tokens[words.indexAt(end)]?.tag === 'x'),
  )
}

function organization(start: number, end: number, confidence: number, reason: string): Candidate {
  return { start, end, type: 'Organization', confidence, reason }
}
