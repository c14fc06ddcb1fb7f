/** Spans that are asked which of them overlap another one. */
import { firstIndex } from '../values/sorted.ts'
import type { Span } from './span.ts'

/** Of n spans those that overlap another one are found in some log n steps, and as many again for each of them. */
export class SpanIndex<T extends Span> {
  /** By start. */
  readonly #spans: readonly T[]
  /** The last end in each part of `#spans`: part 1 is all of them, the halves of part i are 2i and 2i + 1. */
  readonly #lastEnds: Float64Array
  /** Of the tree: a power of two. */
  readonly #size: number

  constructor(spans: readonly T[]) {
    this.#spans = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, this.#spans.length)))
    this.#lastEnds = new Float64Array(2 * this.#size).fill(Number.NEGATIVE_INFINITY)
    for (const [i, { end }] of this.#spans.entries()) this.#lastEnds[this.#size + i] = end
    for (let part = this.#size - 1; part > 0; part--) {
      this.#lastEnds[part] = Math.max(this.#lastEnd(2 * part), this.#lastEnd(2 * part + 1))
    }
  }

  /** By start, at most so many. An empty span overlaps nothing. */
  overlapping({ start, end }: Span, most = Number.POSITIVE_INFINITY): readonly T[] {
    const found: T[] = []
    if (start >= end) return found
    const before = firstIndex(this.#spans.length, (i) => (this.#spans[i]?.start ?? end) >= end)
    const look = (part: number, from: number, to: number): void => {
      if (from >= before || this.#lastEnd(part) <= start || found.length >= most) return
      const only = to - from === 1 ? this.#spans[from] : undefined
      if (only !== undefined) found.push(only)
      else if (to - from > 1) {
        const middle = (from + to) / 2
        look(2 * part, from, middle)
        look(2 * part + 1, middle, to)
      }
    }
    look(1, 0, this.#size)
    return found
  }

  #lastEnd(part: number): number {
    return this.#lastEnds[part] ?? Number.NEGATIVE_INFINITY
  }
}
