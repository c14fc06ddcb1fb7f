/** All that is found in one unit, in steps: nothing of it depends on other units. */

import type { Lexicon } from '../values/lexicon.ts'
import { lastOf } from '../values/steps.ts'
import { cutOf, tokensOf } from '../words/cut.ts'
import type { Segmenter } from '../words/token.ts'
import type { Unit } from './reading/recogniser.ts'
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
  const unit = { ...draft, tokens: segment(draft.text) }
  if (tagger === undefined) {
    const all = yield* proposalsIn(unit, lexicon, without)
    return { unit: kept(draft, unit), all, candidates: resolve(all) }
  }
  const reading = yield* tagger.read(unit, without)
  const candidates = tagger.candidates(reading)
  return { unit: kept(draft, unit), all: candidates, candidates, reading }
}

/** The unit as it is remembered: few ask for its words later, and their list takes ten times what the text takes. */
function kept(draft: UnitDraft, { text, tokens }: Unit): Unit {
  const cut = cutOf(tokens)
  return {
    ...draft,
    cut,
    get tokens() {
      return tokensOf(text, cut)
    },
  }
}
