/** Where unknown words begin and end: jieba's hidden Markov model over characters. */

/** What a character may be in a word: its beginning, its end, its middle, or all of it. */
const states = 4
const [ending, single] = [1, 3]

/** Logarithm of what never happens, as jieba writes it. */
const never = -3.14e100

export interface Hmm {
  /** By state: of the first character. */
  readonly starts: Float64Array
  /** By state and the one behind it. */
  readonly transitions: Float64Array
  /** By UTF-16 unit: its row of `emissions`; 0 is that of characters that it does not know. */
  readonly rows: Uint16Array
  /** By row and state. */
  readonly emissions: Float64Array
}

/**
 * Reads the model as jieba has it: lines of logarithms, first of beginnings, then of the four transitions from each state,
 * then `CHARACTER:LOGARITHM,…` for each state. Throws where lines are missing.
 */
export function readHmm(text: string): Hmm {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  if (lines.length < 1 + 2 * states) throw new Error('The model of unknown words is not complete.')
  const numbers = (line: string | undefined): number[] => (line ?? '').trim().split(' ').map(Number)
  const rows = new Uint16Array(0x10000)
  const emissions: number[] = new Array(states).fill(never)
  for (let state = 0; state < states; state++) {
    for (const entry of (lines[1 + states + state] ?? '').trim().split(',')) {
      const unit = entry.charCodeAt(0)
      if (entry.charAt(1) !== ':') continue
      let row = rows[unit] ?? 0
      if (row === 0) {
        row = emissions.length / states
        rows[unit] = row
        for (let i = 0; i < states; i++) emissions.push(never)
      }
      emissions[row * states + state] = Number(entry.slice(2))
    }
  }
  return {
    starts: Float64Array.from(numbers(lines[0])),
    transitions: Float64Array.from(lines.slice(1, 1 + states).flatMap(numbers)),
    rows,
    emissions: Float64Array.from(emissions),
  }
}

/** Finds the best way to read a text without words; its arrays are used again. */
export class HmmReader {
  readonly #hmm: Hmm
  /** By character and state: from which state it is reached best. */
  #from = new Uint8Array(256)
  #isEnd = new Uint8Array(64)
  #last = new Float64Array(states)
  #now = new Float64Array(states)

  constructor(hmm: Hmm) {
    this.#hmm = hmm
  }

  /** By character from `start` to `end`, from 0 on: whether a word ends with it. Overwritten by the next call. */
  read(units: Uint16Array, start: number, end: number): Uint8Array {
    const length = end - start
    if (this.#isEnd.length < length) {
      this.#isEnd = new Uint8Array(2 * length)
      this.#from = new Uint8Array(2 * length * states)
    }
    const { starts, transitions, rows, emissions } = this.#hmm
    const from = this.#from
    let [last, now] = [this.#last, this.#now]
    const first = (rows[units[start] ?? 0] ?? 0) * states
    for (let state = 0; state < states; state++) {
      last[state] = (starts[state] ?? 0) + (emissions[first + state] ?? 0)
    }
    for (let at = 1; at < length; at++) {
      const row = (rows[units[start + at] ?? 0] ?? 0) * states
      for (let state = 0; state < states; state++) {
        const emission = emissions[row + state] ?? 0
        let best = never
        let origin = ending
        for (let before = 0; before < states; before++) {
          const sum = (last[before] ?? 0) + (transitions[before * states + state] ?? 0) + emission
          if (sum > best) {
            best = sum
            origin = before
          }
        }
        now[state] = best
        from[at * states + state] = origin
      }
      ;[last, now] = [now, last]
    }
    const isEnd = this.#isEnd
    let state = (last[ending] ?? 0) >= (last[single] ?? 0) ? ending : single
    for (let at = length - 1; at >= 0; at--) {
      isEnd[at] = state & 1
      state = from[at * states + state] ?? 0
    }
    return isEnd
  }
}
