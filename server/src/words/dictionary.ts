/** The words of a dictionary in one trie of typed arrays, with how frequent they are and their parts of speech. */

/**
 * Reads a dictionary as jieba has it: a line a word, `WORD FREQUENCY TAG`. Lines of another form are left out; of a word that
 * stands twice the last line counts. Throws where no word is left.
 */
export function readDictionary(text: string): Dictionary {
  const trie = new Trie()
  const frequencies = [0]
  const tagsOfWords = [0]
  const tags = ['']
  const numbers = new Map<string, number>()
  let total = 0
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at)
    const end = lineBreak < 0 ? text.length : lineBreak
    const behindWord = text.indexOf(' ', at)
    const behindFrequency = text.indexOf(' ', behindWord + 1)
    if (behindWord > at && behindFrequency > behindWord && behindFrequency < end) {
      const frequency = Number(text.slice(behindWord + 1, behindFrequency))
      const tag = text.slice(behindFrequency + 1, end).trim()
      const number = numbers.get(tag) ?? tags.push(tag) - 1
      numbers.set(tag, number)
      if (frequency > 0) {
        trie.add(text, at, behindWord, frequencies.push(frequency) - 1)
        tagsOfWords.push(number)
        total += frequency
      }
    }
    at = end + 1
  }
  if (total === 0) throw new Error('The dictionary of the segmenter has no words.')
  const weights = Float64Array.from(frequencies, (frequency) => Math.log(frequency / total))
  return new Dictionary(trie, weights, { tags, ofWords: Uint16Array.from(tagsOfWords) })
}

/** A word is a number; 0 is none. A character or a beginning of words is a state; 0 is none. */
export class Dictionary {
  /** By word: logarithm of its share of all that was counted. */
  readonly weights: Float64Array
  /** For characters that are no word: that of the rarest word. */
  readonly leastWeight: number
  readonly #trie: Trie
  readonly #tags: readonly string[]
  readonly #tagsOfWords: Uint16Array

  constructor(
    trie: Trie,
    weights: Float64Array,
    { tags, ofWords }: { readonly tags: readonly string[]; readonly ofWords: Uint16Array },
  ) {
    this.weights = weights
    this.leastWeight = weights.subarray(1).reduce((least, weight) => Math.min(least, weight), 0)
    this.#trie = trie
    this.#tags = tags
    this.#tagsOfWords = ofWords
  }

  tagOf(word: number): string {
    return this.#tags[this.#tagsOfWords[word] ?? 0] ?? ''
  }

  /** The state behind a character. */
  first(unit: number): number {
    return this.#trie.firsts[unit] ?? 0
  }

  /** The word that one character is. */
  wordOf(unit: number): number {
    return this.#trie.firstWords[unit] ?? 0
  }

  /** Where the trie says what follows on `state` by one more UTF-16 unit. */
  cellOf(state: number, unit: number): number {
    return this.#trie.cellOf(state, unit)
  }

  stateAt(cell: number): number {
    return this.#trie.cells[cell + stateOfCell] ?? 0
  }

  wordAt(cell: number): number {
    return this.#trie.cells[cell + wordOfCell] ?? 0
  }

  /** The word from `start` to `end`. */
  find(units: Uint16Array, start: number, end: number): number {
    if (end === start + 1) return this.wordOf(units[start] ?? 0)
    let state = this.first(units[start] ?? 0)
    let word = 0
    for (let at = start + 1; at < end && state !== 0; at++) {
      const cell = this.cellOf(state, units[at] ?? 0)
      state = this.stateAt(cell)
      word = this.wordAt(cell)
    }
    return state === 0 ? 0 : word
  }
}

/** A cell has the state before it, the unit, the state behind it and the word that ends there. */
const [unitOfCell, stateOfCell, wordOfCell, shift] = [1, 2, 3, 2]

/** The first character is looked up in arrays of its own, all others in one open-addressed table. */
class Trie {
  readonly firsts = new Int32Array(0x10000)
  readonly firstWords = new Int32Array(0x10000)
  cells = new Int32Array(1 << 16)
  #mask = (1 << 14) - 1
  #states = 1
  #used = 0

  add(text: string, start: number, end: number, word: number): void {
    const unit = text.charCodeAt(start)
    if (this.firsts[unit] === 0) this.firsts[unit] = this.#states++
    if (end === start + 1) {
      this.firstWords[unit] = word
      return
    }
    let state = this.firsts[unit] ?? 0
    let cell = 0
    for (let at = start + 1; at < end; at++) {
      const next = text.charCodeAt(at)
      cell = this.cellOf(state, next)
      if (this.cells[cell] === 0) {
        if (++this.#used * 2 > this.#mask) {
          this.#grow()
          cell = this.cellOf(state, next)
        }
        this.cells[cell] = state
        this.cells[cell + unitOfCell] = next
        this.cells[cell + stateOfCell] = this.#states++
      }
      state = this.cells[cell + stateOfCell] ?? 0
    }
    this.cells[cell + wordOfCell] = word
  }

  /** Where the cell is, or would be: there all is 0. */
  cellOf(state: number, unit: number): number {
    const { cells } = this
    const mask = this.#mask
    const mixed = Math.imul(state ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1)
    for (let slot = mixed ^ (mixed >>> 15); ; slot++) {
      const cell = (slot & mask) << shift
      const known = cells[cell]
      if (known === 0 || (known === state && cells[cell + unitOfCell] === unit)) return cell
    }
  }

  #grow(): void {
    const before = this.cells
    this.cells = new Int32Array(before.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let from = 0; from < before.length; from += 1 << shift) {
      const state = before[from] ?? 0
      if (state === 0) continue
      const cell = this.cellOf(state, before[from + unitOfCell] ?? 0)
      this.cells.set(before.subarray(from, from + (1 << shift)), cell)
    }
  }
}
