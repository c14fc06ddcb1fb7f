/** How sure a raw probability really is: fitted to what turned out right on pages that were held back. */

export interface Outcome {
  /** 0 to 1. */
  readonly raw: number
  readonly isRight: boolean
}

/** Confidence = sigmoid of `slope` times the log odds of the raw probability, plus `shift`. */
export interface Calibration {
  readonly slope: number
  readonly shift: number
}

export const uncalibrated: Calibration = { slope: 1, shift: 0 }

export function calibrated(raw: number, { slope, shift }: Calibration): number {
  return sigmoid(slope * logOdds(raw) + shift)
}

/**
 * Most likely slope and shift, held near `uncalibrated` while there are few outcomes. The slope stays
 * positive: what the model finds likelier is never less sure.
 */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const points = outcomes.map(({ raw, isRight }) => ({ x: logOdds(raw), y: Number(isRight) }))
  let best = uncalibrated
  let least = lossOf(best, points)
  // Newton's method, with shorter steps where a whole one makes it worse; 30 rounds are more than it needs.
  for (let round = 0; round < 30; round++) {
    const step = newtonStep(best, points)
    let share = 1
    for (; share > 0.01; share /= 2) {
      const next = {
        slope: Math.max(0.05, best.slope - share * step.slope),
        shift: best.shift - share * step.shift,
      }
      const loss = lossOf(next, points)
      if (loss >= least) continue
      best = next
      least = loss
      break
    }
    if (share <= 0.01) break
  }
  return best
}

/** As much as so many outcomes. */
const prior = 5

interface Point {
  readonly x: number
  readonly y: number
}

function lossOf({ slope, shift }: Calibration, points: readonly Point[]): number {
  let loss = (prior / 2) * ((slope - 1) ** 2 + shift ** 2)
  for (const { x, y } of points) {
    const z = slope * x + shift
    loss += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - y * z
  }
  return loss
}

function newtonStep({ slope, shift }: Calibration, points: readonly Point[]): Calibration {
  let gradientSlope = prior * (slope - 1)
  let gradientShift = prior * shift
  let [a, b, c] = [prior, 0, prior]
  for (const { x, y } of points) {
    const p = sigmoid(slope * x + shift)
    const weight = p * (1 - p)
    gradientSlope += (p - y) * x
    gradientShift += p - y
    a += weight * x * x
    b += weight * x
    c += weight
  }
  const determinant = a * c - b * b
  return {
    slope: (c * gradientSlope - b * gradientShift) / determinant,
    shift: (a * gradientShift - b * gradientSlope) / determinant,
  }
}

function logOdds(raw: number): number {
  const p = Math.min(1 - 1e-4, Math.max(1e-4, raw))
  return Math.log(p / (1 - p))
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
