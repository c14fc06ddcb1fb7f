/** Arrays for the sums and gradients of one line after the other. */
import type { LineData } from './span-data.ts'

/** Arrays that all lines use in turn. */
export class Room {
  /** By boundary and type: of names that begin there, then of those that end there. */
  places = new Float64Array(0)
  inner = new Float64Array(0)
  placeGradient = new Float64Array(0)
  innerGradient = new Float64Array(0)
  scores = new Float64Array(0)
  totals = new Float64Array(0)
  openTotals = new Float64Array(0)
  openFactors = new Float64Array(0)
  spanGradient = new Float64Array(0)
  readonly span: Float64Array
  readonly own: Float64Array
  readonly #types: number

  constructor(types: number) {
    this.#types = types
    this.span = new Float64Array(types)
    this.own = new Float64Array(types)
  }

  reserve({ length, spans }: LineData): void {
    const cells = (length + 2) * this.#types
    if (this.inner.length < cells) {
      this.places = new Float64Array(4 * cells)
      this.inner = new Float64Array(2 * cells)
      this.placeGradient = new Float64Array(4 * cells)
      this.innerGradient = new Float64Array(2 * cells)
    }
    if (this.totals.length < spans.count) {
      this.totals = new Float64Array(2 * spans.count)
      this.openTotals = new Float64Array(2 * spans.count)
      this.openFactors = new Float64Array(2 * spans.count)
      this.scores = new Float64Array(2 * spans.count * this.#types)
      this.spanGradient = new Float64Array(2 * spans.count * this.#types)
    }
  }

  clearGradients(length: number): void {
    const cells = (length + 2) * this.#types
    this.placeGradient.fill(0, 0, 2 * cells)
    this.innerGradient.fill(0, 0, cells)
  }
}
