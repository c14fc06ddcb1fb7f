/** Numbers features, so that their weights lie one behind the other; rare ones get no number. */

export class FeatureIndex {
  #slots: Uint32Array
  #counts: Uint32Array
  #used = 0

  /** `size` is a power of two: twice the features that are expected. */
  constructor(size = 1 << 20) {
    this.#slots = new Uint32Array(size)
    this.#counts = new Uint32Array(size)
  }

  /** Counts one more feature. */
  count(feature: number): void {
    const key = feature >>> 0
    const slot = this.#slotOf(key)
    if (this.#slots[slot] === 0) {
      this.#slots[slot] = key
      this.#used++
      if (this.#used * 2 > this.#slots.length) {
        this.#grow()
        this.count(feature)
        return
      }
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
  }

  /** Gives numbers from `from` on to features met at least `least` times; the rest gets none. Gives the features by number. */
  number(least: number, from: number): Uint32Array {
    const keys: number[] = []
    for (let slot = 0; slot < this.#slots.length; slot++) {
      if (this.#slots[slot] === 0) continue
      if ((this.#counts[slot] ?? 0) < least) this.#counts[slot] = 0
      else {
        this.#counts[slot] = from + keys.length + 1
        keys.push(this.#slots[slot] ?? 0)
      }
    }
    return Uint32Array.from(keys)
  }

  /** The number of a feature, -1 for none; behind `number`. */
  of(feature: number): number {
    const slot = this.#slotOf(feature >>> 0)
    return this.#slots[slot] === 0 ? -1 : (this.#counts[slot] ?? 0) - 1
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1
    let slot = key & mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [slots, counts] = [this.#slots, this.#counts]
    this.#slots = new Uint32Array(slots.length * 2)
    this.#counts = new Uint32Array(slots.length * 2)
    for (const [at, key] of slots.entries()) {
      if (key === 0) continue
      const slot = this.#slotOf(key)
      this.#slots[slot] = key
      this.#counts[slot] = counts[at] ?? 0
    }
  }
}
