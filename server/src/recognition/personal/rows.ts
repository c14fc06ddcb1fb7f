/** What weights of features have learned beyond those of the model that they begin with. */

import type { FeatureIndex } from '../spans/feature-index.ts'
import type { TableRows } from '../spans/feature-table.ts'
import { addRows, type FeatureTable, sumOf } from '../spans/feature-table.ts'
import type { Numbers } from '../spans/numbers.ts'

export interface Climb {
  readonly rate: number
  /** How much a difference is drawn back to nothing. */
  readonly pull: number
}

/** Differences of the rows of one table; of a feature that has no number nothing is learned. */
export class Rows {
  readonly width: number
  readonly values: Float32Array
  readonly keys: Uint32Array
  readonly #index: FeatureIndex
  readonly #squares: Float32Array
  readonly #table: FeatureTable
  readonly #scale: number
  readonly #sums: Int32Array

  /** `index` numbers features that were met at least `least` times. */
  constructor(table: FeatureTable, scale: number, index: FeatureIndex, least: number) {
    this.#table = table
    this.#scale = scale
    this.#index = index
    this.width = table.width
    this.keys = index.number(least, 0)
    this.values = new Float32Array(this.keys.length * this.width)
    this.#squares = new Float32Array(this.values.length).fill(1)
    this.#sums = new Int32Array(table.lanes)
  }

  /** Puts the sum of the weights of `count` features into `sums` at `at`, and the numbers of the features into `met`. */
  look(features: Int32Array, count: number, sums: Float64Array, at: number, met: Numbers): void {
    const { width, values } = this
    const own = this.#sums
    own.fill(0)
    addRows(this.#table, features, count, own, 0)
    for (let t = 0; t < width; t++) sums[at + t] = sumOf(own[t >> 1] ?? 0, t) * this.#scale
    for (let i = 0; i < count; i++) {
      const number = this.#index.of(features[i] ?? 0)
      if (number < 0) continue
      met.push(number)
      for (let t = 0, cell = number * width; t < width; t++, cell++) {
        sums[at + t] = (sums[at + t] ?? 0) + (values[cell] ?? 0)
      }
    }
  }

  /** One step of the features that `met` has from `from` to `to`, by the gradients at `at`. */
  step(
    met: Int32Array,
    from: number,
    to: number,
    gradients: Float64Array,
    at: number,
    { rate, pull }: Climb,
  ): void {
    const { width, values } = this
    const squares = this.#squares
    let most = 0
    for (let t = 0; t < width; t++) most = Math.max(most, Math.abs(gradients[at + t] ?? 0))
    if (most < 1e-3) return
    for (let i = from; i < to; i++) {
      const row = (met[i] ?? 0) * width
      for (let t = 0; t < width; t++) {
        const own = gradients[at + t] ?? 0
        if (own === 0) continue
        const value = values[row + t] ?? 0
        const gradient = own + pull * value
        const square = (squares[row + t] ?? 0) + gradient * gradient
        squares[row + t] = square
        values[row + t] = value - (rate * gradient) / Math.sqrt(square)
      }
    }
  }

  /** What was learned, as a file has it: rows all of whose differences are below `least` are left out. */
  learned(least: number): TableRows {
    const { width, values, keys } = this
    const kept: number[] = []
    for (let row = 0; row < keys.length; row++) {
      for (let t = 0; t < width; t++) {
        if (Math.abs(values[row * width + t] ?? 0) < least) continue
        kept.push(row)
        break
      }
    }
    const weights = new Int8Array(kept.length * width)
    for (const [i, row] of kept.entries()) {
      for (let t = 0; t < width; t++) {
        const weight = Math.round((values[row * width + t] ?? 0) / this.#scale)
        weights[i * width + t] = Math.max(-127, Math.min(127, weight))
      }
    }
    return { width, keys: Uint32Array.from(kept, (row) => keys[row] ?? 0), weights }
  }
}
