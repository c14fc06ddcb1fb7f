/** All that recognisers find in one unit, in steps: nothing of it depends on other units. */

import type { Lexicon } from '../values/lexicon.ts'
import { lastOf } from '../values/steps.ts'
import type { Segmenter } from '../words/token.ts'
import { withLearned } from './learned/names.ts'
import type { Tagger } from './learned/tagger.ts'
import type { Candidate, Unit } from './reading/recogniser.ts'
import { resolve } from './reading/resolve.ts'
import type { UnitDraft } from './reading/units.ts'
import { recognisers } from './rules/recognisers.ts'
import type { ResolvedUnit } from './spread/spread.ts'

/** What recognising needs besides the page. */
export interface Means {
  readonly segment: Segmenter
  readonly lexicon: Lexicon
  /** Without a tagger, the rules work alone. */
  readonly tagger?: Tagger | undefined
  /** Names of recognisers left out, `page` for page knowledge: to measure what each is worth. */
  readonly without?: ReadonlySet<string>
}

export function resolveUnit(draft: UnitDraft, means: Means): ResolvedUnit {
  return lastOf(resolveInSteps(draft, means))
}

/** The same, so that other work may come between its steps. */
export function* resolveInSteps(draft: UnitDraft, means: Means): Generator<void, ResolvedUnit> {
  const unit = { ...draft, tokens: means.segment(draft.text) }
  const ruled: Candidate[] = []
  for (const { name, recognise } of recognisers) {
    if (means.without?.has(name)) continue
    yield
    for (const candidate of recognise(unit, means.lexicon)) ruled.push(candidate)
  }
  yield
  const learned = yield* learnedNames(unit, means.tagger)
  const all = withLearned(ruled, learned, unit, means.lexicon)
  return { unit, all, candidates: resolve(all) }
}

function* learnedNames(
  unit: Unit,
  tagger: Tagger | undefined,
): Generator<void, readonly Candidate[]> {
  if (tagger?.inSteps !== undefined) return yield* tagger.inSteps(unit)
  return tagger?.recognise(unit) ?? []
}
