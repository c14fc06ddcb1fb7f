/** Weights of hashed features in a table: a row of small numbers for each, added many at a time. */
import { bucketShift, type Slots, slotOf, slotsFor } from './slots.ts'

export interface FeatureTable extends Slots {
  /** Weights in a row. */
  readonly width: number
  /** Numbers in a sum of rows: each holds two weights, 16 bits each. */
  readonly lanes: number
  /**
   * By slot: the feature, 0 for an empty slot, and its row, four weights in a number; a slot is as wide as a power of two, so
   * that it lies in one line of the processor's cache.
   */
  readonly cells: Int32Array
  /** The binary logarithm of the numbers in a slot. */
  readonly shift: number
}

/**
 * Adds the rows of `count` features to the row of `sums` at `at`, `lanes` numbers long. Weights are stored with `bias`, so
 * that two of a number are added at once; it is taken off again at the end, for as many rows as were found.
 */
export function addRows(
  table: FeatureTable,
  features: Int32Array,
  count: number,
  sums: Int32Array,
  at: number,
): void {
  const { cells, lanes } = table
  const found = findRows(table, features, count)
  const all = Math.imul(found, biases)
  for (let column = 0; 2 * column < lanes; column++) {
    let even = -all
    let odd = -all
    for (let i = 0; i < found; i++) {
      const four = cells[(rows[i] ?? 0) + column] ?? 0
      even = (even + (four & evens)) | 0
      odd = (odd + ((four >>> 8) & evens)) | 0
    }
    const lane = at + 2 * column
    sums[lane] = ((sums[lane] ?? 0) + even) | 0
    sums[lane + 1] = ((sums[lane + 1] ?? 0) + odd) | 0
  }
}

/** Where the rows begin that `findRows` found. */
const rows = new Int32Array(1024)

/** Puts the places of the rows that the features have into `rows`; gives their number. */
function findRows(
  { cells, seeds, slotShift, shift }: FeatureTable,
  features: Int32Array,
  count: number,
): number {
  let found = 0
  for (let i = 0; i < count; i++) {
    const feature = features[i] ?? 0
    const slot = slotOf(feature, seeds[feature >>> bucketShift] ?? 0, slotShift) << shift
    rows[found] = slot + 1
    // One more where it is the feature. The processor, which would guess a branch wrongly, looks at the next slots meanwhile.
    const difference = (cells[slot] ?? 0) ^ feature
    found += 1 + ((difference | -difference) >> 31)
  }
  return found
}

const bias = 128
/** Of the two weights of a lane. */
const biases = bias | (bias << 16)
const evens = 0x00ff00ff

/** The sum of a weight out of the two that share the number: that with the even index is the lower half. */
export function sumOf(pair: number, index: number): number {
  const low = (pair << 16) >> 16
  return (index & 1) === 0 ? low : (pair - low) >> 16
}

/** Features with a row of `width` weights for each, as they stand in a file. */
export interface TableRows {
  readonly width: number
  readonly keys: Uint32Array
  readonly weights: Int8Array
}

export function tableOf({ width, keys, weights }: TableRows): FeatureTable {
  const words = (width + 3) >> 2
  const shift = 32 - Math.clz32(words)
  const slots = slotsFor(keys)
  const cells = new Int32Array(2 ** (32 - slots.slotShift + shift))
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] ?? 0) | 0
    const row = slotOf(key, slots.seeds[key >>> bucketShift] ?? 0, slots.slotShift) << shift
    cells[row] = key
    for (let t = 0; t < 4 * words; t++) {
      const cell = row + 1 + (t >> 2)
      const weight = (t < width ? (weights[i * width + t] ?? 0) : 0) + bias
      cells[cell] = (cells[cell] ?? 0) | (weight << placeOf(t))
    }
  }
  return { width, lanes: 2 * words, ...slots, cells, shift }
}

/** Of the four weights of a number the first and the third byte are one lane, the others the next. */
function placeOf(index: number): number {
  return ((index & 1) << 4) | ((index & 2) << 2)
}
