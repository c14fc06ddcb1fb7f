/** A long sorted list that changes one value at a time. */
import { firstIndex } from './sorted.ts'

/** A block is cut in two when it has more values. */
const largest = 512

/**
 * The values stand in blocks of some hundred: adding and deleting move the values of one block, and
 * a part anywhere is found by the sizes of the blocks. No two values compare as equal.
 */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number
  readonly #blocks: T[][] = []
  #size = 0

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  get size(): number {
    return this.#size
  }

  add(value: T): void {
    const at = Math.min(this.#blockOf(value), Math.max(0, this.#blocks.length - 1))
    const block = this.#blocks[at]
    this.#size++
    if (block === undefined) {
      this.#blocks.push([value])
      return
    }
    block.splice(this.#placeIn(block, value), 0, value)
    if (block.length > largest) this.#blocks.splice(at + 1, 0, block.splice(block.length >> 1))
  }

  /** False where the value is not in the list. */
  delete(value: T): boolean {
    const at = this.#blockOf(value)
    const block = this.#blocks[at]
    if (block === undefined) return false
    const place = this.#placeIn(block, value)
    const there = block[place]
    if (there === undefined || this.#compare(there, value) !== 0) return false
    block.splice(place, 1)
    if (block.length === 0) this.#blocks.splice(at, 1)
    this.#size--
    return true
  }

  /** In order from the value with the index `from` on; to be read before the list changes. */
  *from(from: number): Generator<T, void> {
    let skip = from
    for (const block of this.#blocks) {
      if (skip >= block.length) skip -= block.length
      else {
        for (let i = skip; i < block.length; i++) {
          const value = block[i]
          if (value !== undefined) yield value
        }
        skip = 0
      }
    }
  }

  /** Index of the first block that does not end before the value. */
  #blockOf(value: T): number {
    return firstIndex(this.#blocks.length, (i) => {
      const last = this.#blocks[i]?.at(-1)
      return last !== undefined && this.#compare(last, value) >= 0
    })
  }

  /** Index of the first value that does not stand before it. */
  #placeIn(block: readonly T[], value: T): number {
    return firstIndex(block.length, (i) => {
      const there = block[i]
      return there !== undefined && this.#compare(there, value) >= 0
    })
  }
}
