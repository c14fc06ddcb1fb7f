/** Words with a number each in typed arrays; the first character is looked up in arrays of its own, all others in one table. */

/** A character or a beginning of words is a state; 0 is none. */
export class Trie {
  /** By the first UTF-16 unit: the state behind it, and the value of a word that it is. */
  readonly #firsts = new Int32Array(0x20000)
  /** Open-addressed; what is looked at together lies together. */
  #cells = new Int32Array(1 << 12)
  #mask = (1 << 10) - 1
  #states = 1
  #used = 0
  /** Keeps the compiler from leaving loads out. */
  fetched = 0

  /** Gives `text` from `start` to `end`, which is not empty, a value other than 0. */
  add(text: string, start: number, end: number, value: number): void {
    const own = text.charCodeAt(start) * 2
    if (this.#firsts[own] === 0) this.#firsts[own] = this.#states++
    if (end === start + 1) {
      this.#firsts[own + 1] = value
      return
    }
    let state = this.#firsts[own] ?? 0
    let cell = 0
    for (let at = start + 1; at < end; at++) {
      const next = text.charCodeAt(at)
      cell = this.cellOf(state, next)
      if (this.#cells[cell] === 0) {
        if (++this.#used * 2 > this.#mask) {
          this.#grow()
          cell = this.cellOf(state, next)
        }
        this.#cells[cell] = state
        this.#cells[cell + unitOfCell] = next
        this.#cells[cell + stateOfCell] = this.#states++
      }
      state = this.#cells[cell + stateOfCell] ?? 0
    }
    this.#cells[cell + valueOfCell] = value
  }

  /** The state behind a first character. */
  first(unit: number): number {
    return this.#firsts[unit * 2] ?? 0
  }

  /** The value of a word of one character; 0 for none. */
  valueOf(unit: number): number {
    return this.#firsts[unit * 2 + 1] ?? 0
  }

  /**
   * Looks at what follows on each character before any is asked what it begins: so the processor waits for memory once, not at
   * each of them.
   */
  fetch(units: Uint16Array, start: number, end: number): void {
    const cells = this.#cells
    const mask = this.#mask
    let all = 0
    for (let at = start; at + 1 < end; at++) {
      const mixed = mixedOf(this.first(units[at] ?? 0), units[at + 1] ?? 0)
      all |= cells[(mixed & mask) << shift] ?? 0
    }
    this.fetched = all
  }

  /** Where the table says what follows on `state` by one more unit, or would. */
  cellOf(state: number, unit: number): number {
    const cells = this.#cells
    const mask = this.#mask
    for (let slot = mixedOf(state, unit); ; slot++) {
      const cell = (slot & mask) << shift
      const known = cells[cell]
      if (known === 0 || (known === state && cells[cell + unitOfCell] === unit)) return cell
    }
  }

  /** The state of a cell; 0 where no word goes on. */
  stateAt(cell: number): number {
    return this.#cells[cell + stateOfCell] ?? 0
  }

  /** The value of the word that ends at a cell; 0 for none. */
  valueAt(cell: number): number {
    return this.#cells[cell + valueOfCell] ?? 0
  }

  /** The value of the word from `start` to `end`; 0 for none. */
  find(text: string, start: number, end: number): number {
    const unit = text.charCodeAt(start)
    if (end === start + 1) return this.valueOf(unit)
    let state = this.first(unit)
    let value = 0
    for (let at = start + 1; at < end && state !== 0; at++) {
      const cell = this.cellOf(state, text.charCodeAt(at))
      state = this.stateAt(cell)
      value = this.valueAt(cell)
    }
    return state === 0 ? 0 : value
  }

  #grow(): void {
    const before = this.#cells
    this.#cells = new Int32Array(before.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let from = 0; from < before.length; from += 1 << shift) {
      const state = before[from] ?? 0
      if (state === 0) continue
      const cell = this.cellOf(state, before[from + unitOfCell] ?? 0)
      for (let i = 0; i < 1 << shift; i++) this.#cells[cell + i] = before[from + i] ?? 0
    }
  }
}

function mixedOf(state: number, unit: number): number {
  const mixed = Math.imul(state ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** A cell has the state before it, the unit, the state behind it and the value of the word that ends there. */
const [unitOfCell, stateOfCell, valueOfCell, shift] = [1, 2, 3, 2]
