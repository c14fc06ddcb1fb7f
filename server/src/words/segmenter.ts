/**
 * The segmenter: cuts as jieba does (the most likely way through its dictionary, and its model of characters where words are
 * unknown), in arrays that are used again, several times as fast as the C++ of it behind a binding.
 */
import type { Dictionary } from './dictionary.ts'
import { readDictionary } from './dictionary.ts'
import { HmmReader, readHmm } from './hmm.ts'
import type { Segmenter, Token } from './token.ts'

/** jieba's dictionary and its model of unknown words, as they stand in their files. */
export interface DictionaryTexts {
  readonly words: string
  readonly hmm: string
}

/** Throws for texts that are something else. */
export function createSegmenter({ words, hmm }: DictionaryTexts): Segmenter {
  const cutter = new Cutter(readDictionary(words), new HmmReader(readHmm(hmm)))
  return (text) => cutter.cut(text)
}

/** Longest text that is weighed at once, in UTF-16 units: the arrays grow with it. */
const longest = 2000

class Cutter {
  readonly #dictionary: Dictionary
  readonly #hmm: HmmReader
  readonly #units = new Uint16Array(longest)
  /** By place, the most likely way from there to the end, and the word that it begins with (0: one character). */
  readonly #best = new Float64Array(longest + 1)
  readonly #ends = new Int32Array(longest)
  readonly #words = new Int32Array(longest)
  #tokens: Token[] = []
  /** Where the units begin in the text. */
  #offset = 0

  constructor(dictionary: Dictionary, hmm: HmmReader) {
    this.#dictionary = dictionary
    this.#hmm = hmm
  }

  cut(text: string): readonly Token[] {
    const tokens: Token[] = []
    this.#tokens = tokens
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at)
      if (stands(unit)) {
        const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
        const end = at + (isPair ? 2 : 1)
        tokens.push({ start: at, end, tag: unknown })
        at = end
        continue
      }
      this.#offset = at
      let length = 0
      for (; at < text.length && length < longest; at++) {
        const next = text.charCodeAt(at)
        if (stands(next)) break
        this.#units[length++] = next
      }
      this.#cutUnits(length)
    }
    return tokens
  }

  #cutUnits(length: number): void {
    this.#weigh(length)
    const ends = this.#ends
    const words = this.#words
    for (let at = 0; at < length; ) {
      const end = ends[at] ?? length
      if (end > at + 1) {
        this.#push(at, end, words[at] ?? 0)
        at = end
        continue
      }
      let behind = at + 1
      while (behind < length && ends[behind] === behind + 1) behind++
      this.#cutUnknown(at, behind)
      at = behind
    }
  }

  /** From the end on, the most likely way through the words of the dictionary. */
  #weigh(length: number): void {
    const dictionary = this.#dictionary
    const { weights, leastWeight } = dictionary
    const [units, best, ends, words] = [this.#units, this.#best, this.#ends, this.#words]
    best[length] = 0
    for (let start = length - 1; start >= 0; start--) {
      const unit = units[start] ?? 0
      const alone = dictionary.wordOf(unit)
      let most = (best[start + 1] ?? 0) + (alone === 0 ? leastWeight : (weights[alone] ?? 0))
      let [end, word] = [start + 1, alone]
      let state = dictionary.first(unit)
      for (let at = start + 1; state !== 0 && at < length; at++) {
        const cell = dictionary.cellOf(state, units[at] ?? 0)
        state = dictionary.stateAt(cell)
        const found = dictionary.wordAt(cell)
        if (found === 0) continue
        const sum = (best[at + 1] ?? 0) + (weights[found] ?? 0)
        if (sum > most) {
          most = sum
          end = at + 1
          word = found
        }
      }
      best[start] = most
      ends[start] = end
      words[start] = word
    }
  }

  /** Characters of which the dictionary makes no words: runs of letters and of digits, and what the model says of others. */
  #cutUnknown(start: number, end: number): void {
    const units = this.#units
    let done = start
    for (let at = start; at < end; ) {
      const unit = units[at] ?? 0
      if (unit >= 0x80) {
        at++
        continue
      }
      this.#cutByModel(done, at)
      const first = at++
      if (isLetter(unit)) while (at < end && isLetterOrDigit(units[at] ?? 0)) at++
      else if (isDigit(unit)) while (at < end && isDigitOrDot(units[at] ?? 0)) at++
      this.#push(first, at, this.#dictionary.find(units, first, at))
      done = at
    }
    this.#cutByModel(done, end)
  }

  #cutByModel(start: number, end: number): void {
    if (start === end) return
    const units = this.#units
    const isEnd = this.#hmm.read(units, start, end)
    let done = start
    for (let at = start; at < end; at++) {
      if (isEnd[at - start] !== 1) continue
      this.#push(done, at + 1, this.#dictionary.find(units, done, at + 1))
      done = at + 1
    }
  }

  #push(start: number, end: number, word: number): void {
    const tag = word === 0 ? '' : this.#dictionary.tagOf(word)
    this.#tokens.push({
      start: this.#offset + start,
      end: this.#offset + end,
      tag: tag === '' ? this.#tagOfUnknown(start, end) : tag,
    })
  }

  /** As jieba says it: `m` for digits, `eng` for letters, where they begin the word, else `x`. */
  #tagOfUnknown(start: number, end: number): string {
    const half = (end - start) >> 1
    let [ascii, digits] = [0, 0]
    for (let at = start; at < end && ascii < half; at++) {
      const unit = this.#units[at] ?? 0
      if (unit >= 0x80) continue
      ascii++
      if (isDigit(unit)) digits++
    }
    if (ascii === 0) return unknown
    return digits === ascii ? 'm' : 'eng'
  }
}

const unknown = 'x'

/**
 * Whether the character is a word by itself, and parts what stands around it: the separators of jieba (blank, tab, line break,
 * ， and 。), and what no dictionary has: other controls, surrogates, private use, U+FEFF, U+FFFE.
 */
function stands(unit: number): boolean {
  if (unit < 0x80) return unit <= 0x20 || unit === 0x7f
  if (unit < 0xa0) return true
  if (unit < 0xd800) return unit === 0x3002
  if (unit < 0xf900) return true
  return unit === 0xff0c || unit === 0xfeff || unit > 0xffef || (unit > 0xfdcf && unit < 0xfdf0)
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isLetterOrDigit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit)
}

function isDigitOrDot(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e
}
