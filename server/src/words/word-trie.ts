/** All words of many lists in one trie: one pass over a text says where words of which lists stand. */

export interface WordTrie {
  /** Walks from `start` along `units`, at most to `end`, and tells `sink` the words that begin there. */
  walk(units: Uint16Array, start: number, end: number, sink: WordSink): void
  /** The lists that the word from `start` to `end` is in, a bit for each; 0 for none. */
  listsOf(units: Uint16Array, start: number, end: number): number
}

/** One object for a whole text, so that nothing is made for a word. */
export interface WordSink {
  /** `lists` has a bit for each list that the word is in. */
  found(start: number, end: number, lists: number): void
}

/** `lists` are at most 32; the first has the lowest bit. Empty words are left out. */
export function wordTrie(lists: readonly Iterable<string>[]): WordTrie {
  const words = new Map<string, number>()
  for (const [bit, list] of lists.entries()) {
    for (const word of list) {
      if (word !== '') words.set(word, (words.get(word) ?? 0) | (1 << bit))
    }
  }
  let size = 0
  for (const word of words.keys()) size += word.length
  const table = new Transitions(size)
  const masks = new Int32Array(size + 2)
  let states = 1
  for (const [word, mask] of words) {
    let state = 0
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const known = table.next(state, unit)
      if (known > 0) state = known
      else {
        table.add(state, unit, states)
        state = states++
      }
    }
    masks[state] = mask
  }
  return {
    walk(units, start, end, sink) {
      let state = 0
      for (let at = start; at < end; at++) {
        state = table.next(state, units[at] ?? 0)
        if (state === 0) return
        const mask = masks[state] ?? 0
        if (mask !== 0) sink.found(start, at + 1, mask)
      }
    },
    listsOf(units, start, end) {
      let state = 0
      for (let at = start; at < end; at++) {
        state = table.next(state, units[at] ?? 0)
        if (state === 0) return 0
      }
      return masks[state] ?? 0
    },
  }
}

/** From a state by a UTF-16 unit to the next, in an open-addressed table; the first state has an array of its own. */
class Transitions {
  readonly #first = new Int32Array(0x10000)
  readonly #states: Int32Array
  readonly #units: Uint16Array
  readonly #next: Int32Array
  readonly #mask: number

  constructor(most: number) {
    let size = 64
    while (size < most * 2) size *= 2
    this.#states = new Int32Array(size)
    this.#units = new Uint16Array(size)
    this.#next = new Int32Array(size)
    this.#mask = size - 1
  }

  /** 0 for none. */
  next(state: number, unit: number): number {
    if (state === 0) return this.#first[unit] ?? 0
    for (let slot = this.#slotOf(state, unit); ; slot = (slot + 1) & this.#mask) {
      const next = this.#next[slot] ?? 0
      if (next === 0) return 0
      if (this.#states[slot] === state && this.#units[slot] === unit) return next
    }
  }

  add(state: number, unit: number, next: number): void {
    if (state === 0) {
      this.#first[unit] = next
      return
    }
    let slot = this.#slotOf(state, unit)
    while (this.#next[slot] !== 0) slot = (slot + 1) & this.#mask
    this.#states[slot] = state
    this.#units[slot] = unit
    this.#next[slot] = next
  }

  #slotOf(state: number, unit: number): number {
    const mixed = Math.imul(state ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & this.#mask
  }
}
