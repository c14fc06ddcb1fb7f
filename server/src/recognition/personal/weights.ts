/** Weights that grow while they are learned: a row of them for each feature that was ever wrong. */

/** Rows of `width` numbers by feature, each with its average over the steps so far. */
export class Weights {
  readonly width: number
  #slots = new Uint32Array(1 << 12)
  #rows = new Uint32Array(1 << 12)
  #features = new Uint32Array(1 << 11)
  #values: Float32Array
  /** Sums of step times change. Divided by the steps, it is what the average is below the last value. */
  #sums: Float32Array
  #count = 0

  constructor(width: number) {
    this.width = width
    this.#values = new Float32Array(this.#features.length * width)
    this.#sums = new Float32Array(this.#features.length * width)
  }

  /** Adds the row of `feature` to `scores` from `at`. */
  score(feature: number, scores: Float64Array, at: number): void {
    const row = this.#find(feature)
    if (row < 0) return
    const { width } = this
    const values = this.#values
    for (let y = 0, from = row * width; y < width; y++, from++) {
      scores[at + y] = (scores[at + y] ?? 0) + (values[from] ?? 0)
    }
  }

  /** `step` counts updates from 1. */
  add(feature: number, label: number, change: number, step: number): void {
    let row = this.#find(feature)
    if (row < 0) row = this.#make(feature)
    const cell = row * this.width + label
    this.#values[cell] = (this.#values[cell] ?? 0) + change
    this.#sums[cell] = (this.#sums[cell] ?? 0) + change * step
  }

  /** The averages after `steps`, by feature. */
  *averages(steps: number): Generator<{ feature: number; row: Float32Array }> {
    for (let row = 0; row < this.#count; row++) {
      const from = row * this.width
      const values = this.#values.slice(from, from + this.width)
      for (let y = 0; y < values.length; y++) {
        values[y] = (values[y] ?? 0) - (this.#sums[from + y] ?? 0) / Math.max(1, steps)
      }
      yield { feature: this.#features[row] ?? 0, row: values }
    }
  }

  #find(feature: number): number {
    const mask = this.#slots.length - 1
    for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0
      if (found === feature) return this.#rows[slot] ?? -1
      if (found === 0) return -1
    }
  }

  #make(feature: number): number {
    if (this.#count === this.#features.length) this.#double()
    const row = this.#count++
    this.#features[row] = feature
    this.#place(feature, row)
    return row
  }

  #place(feature: number, row: number): void {
    const mask = this.#slots.length - 1
    let slot = feature & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = feature
    this.#rows[slot] = row
  }

  #double(): void {
    const features = new Uint32Array(this.#features.length * 2)
    features.set(this.#features)
    this.#features = features
    this.#values = doubled(this.#values)
    this.#sums = doubled(this.#sums)
    this.#slots = new Uint32Array(this.#slots.length * 2)
    this.#rows = new Uint32Array(this.#rows.length * 2)
    for (let row = 0; row < this.#count; row++) this.#place(features[row] ?? 0, row)
  }
}

function doubled(values: Float32Array): Float32Array {
  const more = new Float32Array(values.length * 2)
  more.set(values)
  return more
}
