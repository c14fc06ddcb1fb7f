/** What the personal model makes of what the recogniser found: names more, names fewer, names less sure. */
import { overlaps, type Span } from '../../text/span.ts'
import type { Verdict } from './decode.ts'

export interface Calibration {
  /** Confidence of a name that the model finds, by its raw probability: sigmoid of slope · logit + shift. */
  readonly slope: number
  readonly shift: number
}

export const uncalibrated: Calibration = { slope: 1, shift: 0 }

export interface Thresholds {
  readonly add: number
  readonly drop: number
}

/** At what confidence a name is added, and below which one of the rest of the recogniser goes. */
export const thresholds: Thresholds = { add: 0.5, drop: 0.3 }

export interface Settled {
  /** Names that the model adds, with its confidence. */
  readonly added: readonly (Span & { readonly type: string; readonly confidence: number })[]
  /** For each base name its confidence at most, 0 for one that goes. */
  readonly ceilings: readonly number[]
}

export function settle(
  { found, base }: Verdict,
  names: readonly (Span & { readonly type: string })[],
  calibration: Calibration = uncalibrated,
  { add, drop }: Thresholds = thresholds,
): Settled {
  const added = found.flatMap(({ start, end, type, raw }) => {
    const confidence = calibrated(raw, calibration)
    const isKnown = names.some(
      (name) => name.start === start && name.end === end && name.type === type,
    )
    return isKnown || confidence < add ? [] : [{ start, end, type, confidence }]
  })
  const ceilings = names.map((name, index) => {
    const raw = base[index]
    if (raw === undefined) return added.some((each) => overlaps(each, name)) ? 0 : 1
    const confidence = calibrated(raw, calibration)
    if (confidence < drop || added.some((each) => overlaps(each, name))) return 0
    return confidence < 0.5 ? confidence : 1
  })
  return { added, ceilings }
}

export function calibrated(raw: number, { slope, shift }: Calibration): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, raw))
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + shift)))
}
