/** Decides between the spans of a line. */
import { SpanLattice } from './lattice.ts'

/** Spans in order of their starts, and the log weight of each for each type. */
export interface WeighedLine {
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** By span and type. */
  readonly scores: Float32Array
}

/** A name with its probability. */
export interface FoundName {
  readonly start: number
  readonly end: number
  /** Index of its type. */
  readonly type: number
  /** 0 to 1. */
  readonly probability: number
}

/** Reads a line by its scores: the best way, and how probable each span is for each type. */
export interface Decided {
  readonly names: readonly FoundName[]
  /** By span and type. */
  readonly probabilities: Float32Array
}

/** The probabilities hold until the next line is decided. */
export function lineDecider(width: number): (line: WeighedLine) => Decided {
  const lattice = new SpanLattice()
  let totals = new Float64Array(256)
  let best = new Float64Array(256)
  let room = new Float32Array(256 * width)
  return ({ length, starts, ends, scores }) => {
    const count = starts.length
    if (totals.length < count) {
      totals = new Float64Array(2 * count)
      best = new Float64Array(2 * count)
      room = new Float32Array(2 * count * width)
    }
    const probabilities = room.subarray(0, count * width)
    if (count === 0) return { names: [], probabilities }
    probabilities.fill(0)
    for (let i = 0; i < count; i++) {
      let total = 0
      let most = Number.NEGATIVE_INFINITY
      for (let t = 0; t < width; t++) {
        const score = Math.min(60, scores[i * width + t] ?? 0)
        if (score > most) most = score
        if (score < -12) continue
        const weight = Math.exp(score)
        probabilities[i * width + t] = weight
        total += weight
      }
      totals[i] = total
      best[i] = most
    }
    const spans = { count, starts, ends }
    const path = lattice.best(length, spans, best)
    lattice.sum(length, spans, totals)
    for (let i = 0; i < count; i++) {
      const factor = lattice.factor(starts[i] ?? 0, ends[i] ?? 0)
      for (let t = 0; t < width; t++) {
        const cell = i * width + t
        probabilities[cell] = Math.min(1, (probabilities[cell] ?? 0) * factor)
      }
    }
    const names = path.map((i) => {
      let type = 0
      for (let t = 1; t < width; t++) {
        if ((scores[i * width + t] ?? 0) > (scores[i * width + type] ?? 0)) type = t
      }
      const probability = probabilities[i * width + type] ?? 0
      return { start: starts[i] ?? 0, end: ends[i] ?? 0, type, probability }
    })
    return { names, probabilities }
  }
}
