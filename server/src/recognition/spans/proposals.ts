/** What the rules say of a unit, for the model to judge. */
import type { Lexicon } from '../../values/lexicon.ts'
import type { Candidate, Unit } from '../reading/recogniser.ts'
import { resolve } from '../reading/resolve.ts'
import { recognisers } from '../rules/recognisers.ts'
import type { Proposal } from './line.ts'

/** In steps, so that other work may come between them; `without` names rules that are left out. */
export function* proposalsIn(
  unit: Unit,
  lexicon: Lexicon,
  without?: ReadonlySet<string>,
): Generator<void, readonly Proposal[]> {
  const all: (Candidate & { readonly rule: string })[] = []
  for (const { name, recognise } of recognisers) {
    if (without?.has(name)) continue
    yield
    for (const candidate of recognise(unit, lexicon)) all.push({ ...candidate, rule: name })
  }
  const left = new Set(resolve(all))
  return all.map((each) => ({ ...each, wins: left.has(each) }))
}
