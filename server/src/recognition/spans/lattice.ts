/**
 * Sums over all ways to name a line, and the best one. A way is a choice of spans that do not overlap, each with a type;
 * its weight is the product of theirs, and characters outside of names weigh nothing.
 */
import { longestName, type SpanList } from './candidates.ts'

/** Sums above it are made smaller, and the logarithm of the factor is kept beside them. */
const most = 1e100
const logMost = Math.log(most)

export class SpanLattice {
  /** By boundary: what is left of it and what is right of it, with the logarithms of their scales. */
  #left = new Float64Array(0)
  #leftScale = new Float64Array(0)
  #right = new Float64Array(0)
  #rightScale = new Float64Array(0)
  #from = new Int32Array(0)
  #total = 0

  /** `weights` has a sum over types for each span; gives the logarithm of the sum over all ways. */
  sum(length: number, spans: SpanList, weights: Float64Array): number {
    this.#reserve(length)
    this.#sumLeft(length, spans, weights)
    this.#sumRight(length, spans, weights)
    this.#total = Math.log(this.#left[length] ?? 1) + (this.#leftScale[length] ?? 0)
    return this.#total
  }

  /** What the weight of the span, for one type, has to be multiplied with to be its probability; behind `sum`. */
  factor(start: number, end: number): number {
    const scale = (this.#leftScale[start] ?? 0) + (this.#rightScale[end] ?? 0) - this.#total
    return (this.#left[start] ?? 0) * (this.#right[end] ?? 0) * Math.exp(scale)
  }

  /** Indices of the spans of the best way, in order. `scores` has the best logarithm of a weight for each. */
  best(length: number, spans: SpanList, scores: Float64Array): readonly number[] {
    this.#reserve(length)
    const best = this.#left
    const from = this.#from
    best.fill(Number.NEGATIVE_INFINITY, 0, length + 1)
    best[0] = 0
    from.fill(-1, 0, length + 1)
    let next = 0
    for (let at = 0; at <= length; at++) {
      const before = at > 0 ? (best[at - 1] ?? 0) : 0
      if (before >= (best[at] ?? 0)) {
        best[at] = before
        from[at] = -1
      }
      for (; next < spans.count && spans.starts[next] === at; next++) {
        const end = spans.ends[next] ?? 0
        const score = (best[at] ?? 0) + (scores[next] ?? 0)
        if (score > (best[end] ?? 0)) {
          best[end] = score
          from[end] = next
        }
      }
    }
    const path: number[] = []
    for (let at = length; at > 0; ) {
      const span = from[at] ?? -1
      if (span < 0) at--
      else {
        path.push(span)
        at = spans.starts[span] ?? 0
      }
    }
    return path.reverse()
  }

  #reserve(length: number): void {
    if (this.#left.length > length) return
    const room = 2 * length + 2
    this.#left = new Float64Array(room)
    this.#leftScale = new Float64Array(room)
    this.#right = new Float64Array(room)
    this.#rightScale = new Float64Array(room)
    this.#from = new Int32Array(room)
  }

  #sumLeft(length: number, { count, starts, ends }: SpanList, weights: Float64Array): void {
    const left = this.#left
    left.fill(0, 0, length + 1)
    left[0] = 1
    let scale = 0
    let next = 0
    for (let at = 0; at <= length; at++) {
      if (at > 0) left[at] = (left[at] ?? 0) + (left[at - 1] ?? 0)
      if ((left[at] ?? 0) > most) {
        const last = Math.min(length, at + longestName + 1)
        for (let i = at; i <= last; i++) left[i] = (left[i] ?? 0) / most
        scale += logMost
      }
      this.#leftScale[at] = scale
      const here = left[at] ?? 0
      for (; next < count && starts[next] === at; next++) {
        const end = ends[next] ?? 0
        left[end] = (left[end] ?? 0) + here * (weights[next] ?? 0)
      }
    }
  }

  #sumRight(length: number, { count, starts, ends }: SpanList, weights: Float64Array): void {
    const right = this.#right
    const scales = this.#rightScale
    right[length] = 1
    scales[length] = 0
    let scale = 0
    let next = count - 1
    for (let at = length - 1; at >= 0; at--) {
      let sum = right[at + 1] ?? 0
      for (; next >= 0 && starts[next] === at; next--) {
        const end = ends[next] ?? 0
        const behind = (right[end] ?? 0) * (weights[next] ?? 0)
        sum += scales[end] === scale ? behind : behind * Math.exp((scales[end] ?? 0) - scale)
      }
      if (sum > most) {
        sum /= most
        scale += logMost
      }
      right[at] = sum
      scales[at] = scale
    }
  }
}
