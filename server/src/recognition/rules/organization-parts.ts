/** Parts of an organisation that are written behind it, as one name: 某某集团|第二分公司, 某某局|二公司|项目部|工会. */
import type { Lexicon } from '../../values/lexicon.ts'
import { expressions } from '../../values/patterns.ts'
import { nameContext } from '../reading/name-start.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'

const rules = expressions('organizations', { part: 'y', partUnion: '' })

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
  const { part, partUnion } = rules(lexicon)
  let end = from
  for (let count = 0; count < 4; count++) {
    part.lastIndex = end
    const match = part.exec(unit.text)
    if (match === null || !named(unit, lexicon, end, end + (match[1]?.length ?? 0))) break
    end += match[0].length
  }
  return end > from && partUnion.test(unit.text.slice(end, end + 5)) ? end + 2 : end
}

/** Whether the words in front of a part may belong to its name: no verb, no preposition, no word before names (某公司|走进车间). */
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
