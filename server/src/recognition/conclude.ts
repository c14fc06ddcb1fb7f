/** The pass over a whole page: people's marks, names that spread, and the way back to the source. */
import type { Mention } from '../annotation/record/mention.ts'
import { oncePer } from '../values/once-per.ts'
import type { Marks } from './decided/decisions.ts'
import { isNegative, type MarkedUnit, unitMarker } from './decided/units.ts'
import type { Candidate } from './reading/recogniser.ts'
import { resolve } from './reading/resolve.ts'
import { isSureEnough } from './reading/sure-enough.ts'
import type { PlacedUnit } from './reading/units.ts'
import type { Means } from './resolve-unit.ts'
import { nothingRead, type Tagger } from './spans/tagger.ts'
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
export function concluder({
  lexicon,
  tagger,
  without,
}: Pick<Means, 'lexicon' | 'tagger' | 'without'>): Conclude {
  const mark = unitMarker()
  const spread = without?.has('page') ? () => [] : nameSpreader(lexicon)
  const look = without?.has('page') ? (units: readonly ResolvedUnit[]) => units : looker(tagger)
  const decide = decider()
  const place = mentionPlacer()
  return (found, { text, placed, marks = nothingMarked }) => {
    const seen = look(found)
    const units = marks === nothingMarked ? seen.map(asMarked) : mark(seen, { placed, text, marks })
    const spreading = spread(units)
    const decisions = units.map((own, index) => decide(own, spreading[index] ?? [], marks.negative))
    return place(decisions, { text, placed })
  }
}

/** Looks again at units of a page that the tagger has read; a unit of which it says the same stays the same. */
function looker(
  tagger: Tagger | undefined,
): (units: readonly ResolvedUnit[]) => readonly ResolvedUnit[] {
  const last = new WeakMap<ResolvedUnit, ResolvedUnit>()
  let page: { readonly units: readonly ResolvedUnit[]; readonly seen: readonly ResolvedUnit[] }
  page = { units: [], seen: [] }
  return (units) => {
    if (tagger === undefined) return units
    if (units.length === page.units.length && units.every((unit, at) => unit === page.units[at])) {
      return page.seen
    }
    const found = tagger.look(units.map(({ reading = nothingRead }) => reading))
    const seen = units.map((unit, index) => {
      const candidates = found[index] ?? []
      const known = last.get(unit) ?? unit
      if (sameCandidates(known.candidates, candidates)) return known
      const now = { ...unit, all: candidates, candidates }
      last.set(unit, now)
      return now
    })
    page = { units, seen }
    return seen
  }
}

const nothingMarked: Marks = { fixed: [], positive: new Map(), negative: new Set() }

const asMarked = oncePer(
  (resolved: ResolvedUnit): MarkedUnit => ({ ...resolved, allows: () => true }),
)

/** What remains of a unit's own candidates and `more` that spread into it, all of which it allows. */
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
    const { unit, all, candidates } = own
    const left = more.filter((each) => !isNegative(each, unit, negative))
    const remaining = left.length === 0 ? candidates : resolve([...all, ...left])
    const decision = { unit, candidates: remaining.filter(isSureEnough) }
    last.set(own, { more, decision })
    return decision
  }
}

/** Compares candidates of one unit by all that tells them apart. */
function sameCandidates(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  return (
    some.length === others.length &&
    some.every((candidate, at) => {
      const { start, end, type, confidence, origin } = others[at] ?? candidate
      return (
        candidate.start === start &&
        candidate.end === end &&
        candidate.type === type &&
        candidate.confidence === confidence &&
        candidate.origin?.unit === origin?.unit &&
        candidate.origin?.start === origin?.start
      )
    })
  )
}
