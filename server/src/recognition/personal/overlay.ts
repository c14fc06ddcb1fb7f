/** The recogniser `personal`: puts what a model learned from a person's pages over what the others found. */

import { overlaps, type Span } from '../../text/span.ts'
import type { Lexicon } from '../../values/lexicon.ts'
import { recent } from '../../values/recent.ts'
import { lastOf } from '../../values/steps.ts'
import type { Candidate } from '../reading/recogniser.ts'
import { resolve } from '../reading/resolve.ts'
import { trim } from '../reading/trim.ts'
import type { ResolvedUnit } from '../spread/spread.ts'
import { decoder } from './decode.ts'
import type { LabelModel } from './label-model.ts'
import { type UnitLine, unitLines } from './lines.ts'
import { type Calibrations, keyOf, type Settled, settle } from './settle.ts'

export interface PersonalModel {
  readonly tagger: LabelModel
  readonly calibrations: Calibrations
}

/** Both are total, and give the same for the same unit; what they gave is remembered with it. */
export interface Overlay {
  improve(resolved: ResolvedUnit): ResolvedUnit
  /** The same in steps of about a line, so that other work may come between them. */
  inSteps(resolved: ResolvedUnit): Generator<void, ResolvedUnit>
}

/** Lines remembered, by the length of their keys: those of some open pages. */
const remembered = 1_000_000

export function createOverlay({ tagger, calibrations }: PersonalModel, lexicon: Lexicon): Overlay {
  const decode = decoder(tagger)
  const lines = recent<Settled>(remembered, (key) => key.length)
  const units = new WeakMap<ResolvedUnit, ResolvedUnit>()
  const settled = ({ key, base, sample }: UnitLine): Settled =>
    lines(key, () => settle(decode(sample()), base, calibrations))

  function* inSteps(resolved: ResolvedUnit): Generator<void, ResolvedUnit> {
    const known = units.get(resolved)
    if (known !== undefined) return known
    const added: Candidate[] = []
    const ceilings = new Map<string, number>()
    for (const line of unitLines(resolved, lexicon)) {
      yield
      const { added: more, ceilings: tops } = settled(line)
      for (const name of more) added.push({ ...moved(name, line.start), reason: reasonOf(name) })
      for (const [index, top] of tops.entries()) {
        const name = line.base[index]
        if (top < 1 && name !== undefined) ceilings.set(keyOf(moved(name, line.start)), top)
      }
    }
    const improved =
      added.length === 0 && ceilings.size === 0 ? resolved : apply(resolved, added, ceilings)
    units.set(resolved, improved)
    return improved
  }

  return {
    inSteps,
    improve: (resolved) => lastOf(inSteps(resolved)),
  }
}

function reasonOf({ confidence }: { readonly confidence: number }): string {
  return `personal ${confidence.toFixed(2)}`
}

/** Takes names away, without letting the candidates that lost against them come up in their place. */
function apply(
  resolved: ResolvedUnit,
  added: readonly Candidate[],
  ceilings: ReadonlyMap<string, number>,
): ResolvedUnit {
  const { unit } = resolved
  const keyIn = (candidate: Candidate): string =>
    keyOf({ ...trim(unit.text, candidate), type: candidate.type })
  const gone = resolved.candidates.filter((each) => ceilings.get(keyIn(each)) === 0)
  const isGone = overlapping([...gone, ...added])
  const all = resolved.all.flatMap((candidate) => {
    if (isGone(candidate)) return []
    const top = ceilings.get(keyIn(candidate)) ?? 1
    return [top < candidate.confidence ? { ...candidate, confidence: top } : candidate]
  })
  const more = [...all, ...added]
  return { ...resolved, all: more, candidates: resolve(more) }
}

/** Whether a span overlaps any of `spans`. */
function overlapping(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return (span) => {
    // Names are short and few are taken away, so that all that begin before the end can be compared.
    for (const each of sorted) {
      if (each.start >= span.end) return false
      if (overlaps(each, span)) return true
    }
    return false
  }
}

function moved<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by }
}
