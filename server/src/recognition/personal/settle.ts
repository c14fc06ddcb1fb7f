/** What a model changes in what the recogniser found: names added, taken away, or made less sure. */
import { overlaps } from '../../text/span.ts'
import { type Calibration, calibrated, uncalibrated } from '../spans/calibrate.ts'
import type { Verdict } from './decode.ts'
import type { TypedName } from './sample.ts'

/** Of names that the recogniser does not have, and of those that it has. */
export interface Calibrations {
  readonly added: Calibration
  readonly base: Calibration
}

export const noCalibrations: Calibrations = { added: uncalibrated, base: uncalibrated }

/** Confidence from which a name is added, and below which one of the recogniser's is taken away. */
const thresholds = { add: 0.6, drop: 0.2 }

/** Below it a name is shown as unsure, and only wins what nobody else wants. */
const unsure = 0.5

export interface Settled {
  readonly added: readonly (TypedName & { readonly confidence: number })[]
  /** For each base name the most that its confidence may be: 1 for one that stays as it is, 0 for one that goes. */
  readonly ceilings: readonly number[]
}

/** `base` are the names that the verdict is about, in its order. */
export function settle(
  verdict: Verdict,
  base: readonly TypedName[],
  calibrations: Calibrations,
): Settled {
  const isBase = new Set(base.map(keyOf))
  const added = verdict.found.flatMap(({ start, end, type, raw }) => {
    const confidence = calibrated(raw, calibrations.added)
    const isNew = !isBase.has(keyOf({ start, end, type })) && confidence >= thresholds.add
    return isNew ? [{ start, end, type, confidence }] : []
  })
  const ceilings = base.map((name, index) => {
    if (added.some((each) => overlaps(each, name))) return 0
    const raw = verdict.base[index]
    // The model knows nothing of a type that no done page has.
    if (raw === undefined) return 1
    const confidence = calibrated(raw, calibrations.base)
    if (confidence >= unsure) return 1
    return confidence < thresholds.drop ? 0 : confidence
  })
  return { added, ceilings }
}

/** Equal for the same span with the same type. */
export function keyOf({ start, end, type }: TypedName): string {
  return `${start} ${end} ${type}`
}
