/** Whether articles say different things of one initiative. */

import { isSamePlace } from '../../entity/facts/areas.ts'
import type { SaidFact } from '../../entity/initiative-facts.ts'
import type { Lexicon } from '../../values/lexicon.ts'

/** What one article says first, which is what it is surest of. */
export interface Saying {
  /** Tells articles apart. */
  readonly article: number
  /** The full name, or the value of a date. */
  readonly value: string
}

/** Of what an initiative has one: owner, place, beginning. It may have many of all others. */
export function articlesDiffer(
  key: SaidFact['key'],
  sayings: readonly Saying[],
  lexicon: Lexicon,
): boolean {
  const isSame = same[key]
  if (isSame === undefined) return false
  const first = new Map<number, string>()
  for (const { article, value } of sayings) if (!first.has(article)) first.set(article, value)
  const values = [...first.values()]
  return values.some((a, i) => values.slice(i + 1).some((b) => !isSame(a, b, lexicon)))
}

type IsSame = (a: string, b: string, lexicon: Lexicon) => boolean

const same: Readonly<Partial<Record<SaidFact['key'], IsSame>>> = {
  owner: (a, b) => a === b,
  place: isSamePlace,
  // 2021 and 2021-06: one says more, not something else.
  since: (a, b) => a.startsWith(b) || b.startsWith(a),
}
