/** A list of numbers that grows without an object for each. */
export class Numbers {
  length = 0
  #values = new Int32Array(1 << 16)

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length + 1)
    this.#values[this.length++] = value
  }

  /** The first `count` of `values`. */
  pushAll(values: Int32Array, count: number): void {
    if (this.length + count > this.#values.length) this.#grow(this.length + count)
    this.#values.set(values.subarray(0, count), this.length)
    this.length += count
  }

  values(): Int32Array {
    return this.#values.subarray(0, this.length)
  }

  #grow(least: number): void {
    const grown = new Int32Array(Math.max(least, this.#values.length * 2))
    grown.set(this.#values)
    this.#values = grown
  }
}
