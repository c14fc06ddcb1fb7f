/** The pass over a whole page: people's marks, names that spread, and the way back to the source. */
import type { Mention } from '../annotation/record/mention.ts'
import { oncePer } from '../values/once-per.ts'
import type { Marks } from './decided/decisions.ts'
import { isNegative, type MarkedUnit, unitMarker } from './decided/units.ts'
import type { Candidate } from './reading/recogniser.ts'
import { resolve } from './reading/resolve.ts'
import type { PlacedUnit } from './reading/units.ts'
import type { Means } from './resolve-unit.ts'
import { nameSpreader, type ResolvedUnit } from './spread/spread.ts'
import { type Decision, mentionPlacer } from './to-mentions.ts'

/** `units` are those of `placed`, in its order; `text` is the page's source. */
type Conclude = (
  units: readonly ResolvedUnit[],
  page: {
    readonly text: string
    readonly placed: readonly PlacedUnit[]
    readonly marks: Marks | undefined
  },
) => readonly Mention[]

/** Remembers what it concluded for each unit, and does again only what changed. */
export function concluder({ lexicon, without }: Pick<Means, 'lexicon' | 'without'>): Conclude {
  const mark = unitMarker()
  const spread = without?.has('page') ? () => [] : nameSpreader(lexicon)
  const decide = decider()
  const place = mentionPlacer()
  return (found, { text, placed, marks = nothingMarked }) => {
    const { personal } = marks
    const improved = personal === undefined ? found : found.map((each) => personal.improve(each))
    const units =
      marks === nothingMarked ? improved.map(asMarked) : mark(improved, { placed, text, marks })
    const spreading = spread(units)
    const decisions = units.map((own, index) => decide(own, spreading[index] ?? [], marks.negative))
    return place(decisions, { text, placed })
  }
}

const nothingMarked: Marks = { fixed: [], positive: new Map(), negative: new Set() }

const asMarked = oncePer(
  (resolved: ResolvedUnit): MarkedUnit => ({ ...resolved, allows: () => true }),
)

/** What remains of a unit's own candidates and `more` that spread into it. */
function decider(): (
  own: MarkedUnit,
  more: readonly Candidate[],
  negative: ReadonlySet<string>,
) => Decision {
  const last = new WeakMap<
    MarkedUnit,
    { readonly more: readonly Candidate[]; readonly decision: Decision }
  >()
  return (own, more, negative) => {
    const known = last.get(own)
    // `own` is a new value whenever negative names that stand in the unit change; others do not matter here.
    if (known !== undefined && sameCandidates(known.more, more)) return known.decision
    const { unit, all, candidates, allows } = own
    const left = more.filter((each) => allows(each) && !isNegative(each, unit, negative))
    const decision = {
      unit,
      candidates: left.length === 0 ? candidates : resolve([...all, ...left]),
    }
    last.set(own, { more, decision })
    return decision
  }
}

/** Compares candidates that spread: they differ in nothing else. */
function sameCandidates(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  return (
    some.length === others.length &&
    some.every((candidate, at) => {
      const { start, end, type, origin } = others[at] ?? candidate
      return (
        candidate.start === start &&
        candidate.end === end &&
        candidate.type === type &&
        candidate.origin?.unit === origin?.unit &&
        candidate.origin?.start === origin?.start
      )
    })
  )
}
