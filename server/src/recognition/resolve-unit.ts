/** All that is found in one unit, in steps: nothing of it depends on other units. */

import type { Lexicon } from '../values/lexicon.ts'
import { lastOf } from '../values/steps.ts'
import type { Segmenter } from '../words/word.ts'
import { resolve } from './reading/resolve.ts'
import type { UnitDraft } from './reading/units.ts'
import { proposalsIn } from './spans/proposals.ts'
import type { Tagger } from './spans/tagger.ts'
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
  const { segment, lexicon, tagger, without } = means
  const unit = { ...draft, words: segment(draft.text) }
  if (tagger === undefined) {
    const all = yield* proposalsIn(unit, lexicon, without)
    return { unit, all, candidates: resolve(all) }
  }
  const reading = yield* tagger.read(unit, without)
  const candidates = tagger.candidates(reading)
  return { unit, all: candidates, candidates, reading }
}
