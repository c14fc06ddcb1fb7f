/** Sequences of labels over a text: the sum over all of them and the best one, in linear time. */
import { arcsOf, labelCount, mayBegin, mayEnd } from './labels.ts'

/** Works on one text after the other; its arrays grow with the longest. */
export class Lattice {
  readonly labels: number
  /** Legal pairs of labels, `[from, to, from, to, …]`. */
  readonly arcs: Uint8Array
  /** By row (position) and column (label): probabilities of the row, all factors but the arcs'. */
  potentials = new Float64Array(0)
  /** Scaled forward sums; a row times its row of `backward` is the marginal of each label. */
  forward = new Float64Array(0)
  backward = new Float64Array(0)
  /** What each row of `forward` was divided by. */
  scales = new Float64Array(0)
  readonly #transitions: Float64Array
  readonly #factors: Float64Array
  #before = new Uint8Array(0)

  /** `transitions` by `from * labels + to`; a change of them counts from the next `setTransitions`. */
  constructor(typeCount: number, transitions: Float64Array) {
    this.labels = labelCount(typeCount)
    this.arcs = arcsOf(typeCount)
    this.#transitions = transitions
    this.#factors = new Float64Array(this.labels * this.labels)
    this.setTransitions()
  }

  setTransitions(): void {
    for (const [i, weight] of this.#transitions.entries()) this.#factors[i] = Math.exp(weight)
  }

  factor(from: number, to: number): number {
    return this.#factors[from * this.labels + to] ?? 0
  }

  /** Log of the sum over all sequences for `length` rows of `scores`; fills the arrays above. */
  sum(scores: Float64Array, length: number): number {
    this.#grow(length)
    const { labels, potentials, forward, scales } = this
    let log = 0
    for (let at = 0; at < length; at++) {
      const row = at * labels
      let top = Number.NEGATIVE_INFINITY
      for (let y = 0; y < labels; y++) top = Math.max(top, scores[row + y] ?? 0)
      for (let y = 0; y < labels; y++) potentials[row + y] = Math.exp((scores[row + y] ?? 0) - top)
      this.#advance(at)
      let total = 0
      for (let y = 0; y < labels; y++) {
        if (at === length - 1 && !mayEnd(y)) forward[row + y] = 0
        total += forward[row + y] ?? 0
      }
      // Never 0, so that no weights, however large, make a marginal NaN.
      total = Math.max(total, Number.MIN_VALUE)
      for (let y = 0; y < labels; y++) forward[row + y] = (forward[row + y] ?? 0) / total
      scales[at] = total
      log += Math.log(total) + top
    }
    this.#retreat(length)
    return log
  }

  /** The best sequence for `length` rows of `scores`. */
  best(scores: Float64Array, length: number): Uint8Array {
    this.#grow(length)
    const { labels, arcs, forward } = this
    const before = this.#before
    for (let y = 0; y < labels; y++) {
      forward[y] = mayBegin(y) ? (scores[y] ?? 0) : Number.NEGATIVE_INFINITY
    }
    for (let at = 1; at < length; at++) {
      const row = at * labels
      for (let y = 0; y < labels; y++) forward[row + y] = Number.NEGATIVE_INFINITY
      for (let i = 0; i < arcs.length; i += 2) {
        const from = arcs[i] ?? 0
        const to = arcs[i + 1] ?? 0
        const reached =
          (forward[row - labels + from] ?? 0) + (this.#transitions[from * labels + to] ?? 0)
        if (reached > (forward[row + to] ?? 0)) {
          forward[row + to] = reached
          before[row + to] = from
        }
      }
      for (let y = 0; y < labels; y++) {
        forward[row + y] = (forward[row + y] ?? 0) + (scores[row + y] ?? 0)
      }
    }
    return this.#follow(length)
  }

  /** Probability that exactly the sequence `path` stands at `start`, whatever is around it. */
  probability(path: Uint8Array, start: number, end: number): number {
    const { labels, potentials, forward, backward, scales } = this
    let chance = forward[start * labels + (path[start] ?? 0)] ?? 0
    for (let at = start + 1; at < end; at++) {
      const label = path[at] ?? 0
      const step = this.factor(path[at - 1] ?? 0, label) * (potentials[at * labels + label] ?? 0)
      chance *= step / (scales[at] ?? 1)
    }
    return chance * (backward[(end - 1) * labels + (path[end - 1] ?? 0)] ?? 0)
  }

  #advance(at: number): void {
    const { labels, arcs, potentials, forward } = this
    const row = at * labels
    if (at === 0) {
      for (let y = 0; y < labels; y++) forward[y] = mayBegin(y) ? (potentials[y] ?? 0) : 0
      return
    }
    forward.fill(0, row, row + labels)
    for (let i = 0; i < arcs.length; i += 2) {
      const from = arcs[i] ?? 0
      const to = arcs[i + 1] ?? 0
      const sum = (forward[row - labels + from] ?? 0) * (this.#factors[from * labels + to] ?? 0)
      forward[row + to] = (forward[row + to] ?? 0) + sum
    }
    for (let y = 0; y < labels; y++) {
      forward[row + y] = (forward[row + y] ?? 0) * (potentials[row + y] ?? 0)
    }
  }

  #retreat(length: number): void {
    const { labels, arcs, potentials, backward, scales } = this
    const end = (length - 1) * labels
    for (let y = 0; y < labels; y++) backward[end + y] = mayEnd(y) ? 1 : 0
    for (let at = length - 2; at >= 0; at--) {
      const row = at * labels
      const next = row + labels
      const scale = scales[at + 1] ?? 1
      backward.fill(0, row, next)
      for (let i = 0; i < arcs.length; i += 2) {
        const from = arcs[i] ?? 0
        const to = arcs[i + 1] ?? 0
        const step = (potentials[next + to] ?? 0) * (backward[next + to] ?? 0)
        const sum = (step * (this.#factors[from * labels + to] ?? 0)) / scale
        backward[row + from] = (backward[row + from] ?? 0) + sum
      }
    }
  }

  #follow(length: number): Uint8Array {
    const { labels, forward } = this
    const path = new Uint8Array(length)
    if (length === 0) return path
    const end = (length - 1) * labels
    let label = 0
    for (let y = 1; y < labels; y++) {
      if (mayEnd(y) && (forward[end + y] ?? 0) > (forward[end + label] ?? 0)) label = y
    }
    for (let at = length - 1; at >= 0; at--) {
      path[at] = label
      label = this.#before[at * labels + label] ?? 0
    }
    return path
  }

  #grow(length: number): void {
    const size = length * this.labels
    if (this.forward.length >= size) return
    this.potentials = new Float64Array(size * 2)
    this.forward = new Float64Array(size * 2)
    this.backward = new Float64Array(size * 2)
    this.scales = new Float64Array(length * 2)
    this.#before = new Uint8Array(size * 2)
  }
}
