/**
 * The names of a segment by the scores of its characters' labels: the best ones, and the probability
 * of any. Transitions have no weights, so that the time grows with the number of types only. Labels are those of `labels.ts`.
 */
import { first, inner, labelCount, last, only } from './labels.ts'

export interface FoundName {
  readonly start: number
  readonly end: number
  /** Index of the type. */
  readonly type: number
}

/** Works on one segment after the other; its arrays grow with the longest. */
export class Sequence {
  readonly #types: number
  readonly #labels: number
  /** Weight of all that ends before a character, and of names of each type that are open after it. */
  #ended = new Float64Array(0)
  #open = new Float64Array(0)
  #endedAfter = new Float64Array(0)
  #openAfter = new Float64Array(0)
  #factors = new Float64Array(0)
  #starts = new Int32Array(0)
  #choices = new Int32Array(0)
  #length = 0

  constructor(types: number) {
    this.#types = types
    this.#labels = labelCount(types)
  }

  /** The best names for `length` rows of `scores`, in order. Nothing is found where all is equal. */
  best(scores: Float64Array, length: number): readonly FoundName[] {
    this.#grow(length)
    const types = this.#types
    const ended = this.#ended
    const open = this.#open
    const starts = this.#starts
    const choices = this.#choices
    ended[0] = 0
    for (let at = 0; at < length; at++) {
      const row = at * this.#labels
      const here = at * types
      const from = ended[at] ?? 0
      let top = from + (scores[row] ?? 0)
      let choice = -1
      for (let type = 0; type < types; type++) {
        const alone = from + (scores[row + only(type)] ?? 0)
        if (alone > top) {
          top = alone
          choice = type
        }
        const begun = from + (scores[row + first(type)] ?? 0)
        const wasOpen = at === 0 ? Number.NEGATIVE_INFINITY : (open[here - types + type] ?? 0)
        const closed = wasOpen + (scores[row + last(type)] ?? 0)
        if (closed > top) {
          top = closed
          choice = types + type
        }
        const continued = wasOpen + (scores[row + inner(type)] ?? 0)
        const isNew = begun >= continued
        open[here + type] = isNew ? begun : continued
        starts[here + type] = isNew ? at : (starts[here - types + type] ?? 0)
      }
      ended[at + 1] = top
      choices[at] = choice
    }
    return this.#follow(length)
  }

  #follow(length: number): readonly FoundName[] {
    const types = this.#types
    const names: FoundName[] = []
    for (let end = length; end > 0; ) {
      const choice = this.#choices[end - 1] ?? -1
      if (choice < 0) {
        end--
        continue
      }
      const type = choice % types
      const start = choice < types ? end - 1 : (this.#starts[(end - 2) * types + type] ?? 0)
      names.push({ start, end, type })
      end = start
    }
    return names.reverse()
  }

  /** Makes `probability` answer for these rows of scores, each multiplied with `sharpness`. */
  sum(scores: Float64Array, length: number, sharpness: number): void {
    this.#grow(length)
    this.#length = length
    const types = this.#types
    const labels = this.#labels
    const factors = this.#factors
    const ended = this.#ended
    const open = this.#open
    ended[0] = 1
    for (let at = 0; at < length; at++) {
      const row = at * labels
      let top = Number.NEGATIVE_INFINITY
      for (let y = 0; y < labels; y++) top = Math.max(top, scores[row + y] ?? 0)
      for (let y = 0; y < labels; y++) {
        factors[row + y] = Math.exp(((scores[row + y] ?? 0) - top) * sharpness)
      }
      const from = ended[at] ?? 0
      let through = from * (factors[row] ?? 0)
      let total = 0
      for (let type = 0; type < types; type++) {
        const wasOpen = at === 0 ? 0 : (open[(at - 1) * types + type] ?? 0)
        through += from * (factors[row + only(type)] ?? 0)
        through += wasOpen * (factors[row + last(type)] ?? 0)
        const stays =
          from * (factors[row + first(type)] ?? 0) + wasOpen * (factors[row + inner(type)] ?? 0)
        open[at * types + type] = stays
        total += stays
      }
      // Never 0, so that no scores, however far apart, make a probability NaN.
      const scale = 1 / Math.max(total + through, 1e-300)
      ended[at + 1] = through * scale
      for (let type = 0; type < types; type++) {
        open[at * types + type] = (open[at * types + type] ?? 0) * scale
      }
      for (let y = 0; y < labels; y++) factors[row + y] = (factors[row + y] ?? 0) * scale
    }
    this.#retreat()
  }

  #retreat(): void {
    const types = this.#types
    const length = this.#length
    const factors = this.#factors
    const ended = this.#endedAfter
    const open = this.#openAfter
    ended[length] = 1
    for (let at = length - 1; at >= 0; at--) {
      const row = at * this.#labels
      const rest = ended[at + 1] ?? 0
      let sum = (factors[row] ?? 0) * rest
      for (let type = 0; type < types; type++) {
        sum += (factors[row + only(type)] ?? 0) * rest
        const opened = at + 1 < length ? (open[(at + 1) * types + type] ?? 0) : 0
        sum += (factors[row + first(type)] ?? 0) * opened
        // What an open name before this character can still become.
        open[at * types + type] =
          (factors[row + last(type)] ?? 0) * rest + (factors[row + inner(type)] ?? 0) * opened
      }
      ended[at] = sum
    }
  }

  /** Of a name, whatever is around it, after `sum`. */
  probability({ start, end, type }: FoundName): number {
    const whole = this.#ended[this.#length] ?? 0
    if (whole === 0 || end > this.#length) return 0
    let chance = (this.#ended[start] ?? 0) * (this.#endedAfter[end] ?? 0)
    for (let at = start; at < end; at++) {
      const label =
        end - start === 1
          ? only(type)
          : at === start
            ? first(type)
            : at === end - 1
              ? last(type)
              : inner(type)
      chance *= this.#factors[at * this.#labels + label] ?? 0
    }
    const share = chance / whole
    // Scores that no model has could leave the range of numbers.
    return Number.isFinite(share) ? Math.min(1, share) : 0
  }

  #grow(length: number): void {
    if (this.#choices.length >= length) return
    const size = length * 2
    this.#ended = new Float64Array(size + 1)
    this.#endedAfter = new Float64Array(size + 1)
    this.#open = new Float64Array(size * this.#types)
    this.#openAfter = new Float64Array(size * this.#types)
    this.#factors = new Float64Array(size * this.#labels)
    this.#starts = new Int32Array(size * this.#types)
    this.#choices = new Int32Array(size)
  }
}
