/** Weights of hashed features in an open-addressed table: a row of small numbers for each, added many at a time. */

export interface FeatureTable {
  /** Weights in a row. */
  readonly width: number
  /** Numbers in a sum of rows: each holds two weights, 16 bits each. */
  readonly lanes: number
  /**
   * By slot: the feature, 0 for an empty slot, and its row, four weights in a number; a slot is as wide as a power of two, so
   * that it lies in one line of the processor's cache.
   */
  readonly cells: Int32Array
  /** One less than the number of slots, which is a power of two. */
  readonly mask: number
  /** The binary logarithm of the numbers in a slot. */
  readonly shift: number
}

/**
 * Adds the rows of `count` features to the row of `sums` at `at`, `lanes` numbers long. Weights are stored with `bias`, so
 * that two of a number are added at once; it is taken off again at the end, for as many rows as were found.
 */
export function addRows(
  table: FeatureTable,
  features: Uint32Array,
  count: number,
  sums: Int32Array,
  at: number,
): void {
  const { cells, lanes, mask, shift } = table
  fetchRows(table, features, count)
  let found = 0
  for (let i = 0; i < count; i++) {
    const row = rowOf(cells, mask, shift, (features[i] ?? 0) | 0)
    if (row < 0) continue
    found++
    // A row of one lane alone has two weights in a number, all others four.
    let cell = row + 1
    for (let lane = at; lane < at + lanes; lane += 2) {
      const four = cells[cell++] ?? 0
      sums[lane] = ((sums[lane] ?? 0) + (four & evens)) | 0
      if (lanes > 1) sums[lane + 1] = ((sums[lane + 1] ?? 0) + ((four >>> 8) & evens)) | 0
    }
  }
  const all = Math.imul(found, biases)
  for (let lane = 0; lane < lanes; lane++) sums[at + lane] = ((sums[at + lane] ?? 0) - all) | 0
}

/**
 * Looks at the slots of all features before any is asked what it holds: so the processor waits for memory once, not at each of
 * them.
 */
function fetchRows(
  { cells, mask, shift }: FeatureTable,
  features: Uint32Array,
  count: number,
): void {
  let all = 0
  for (let i = 0; i < count; i++) all |= cells[((features[i] ?? 0) & mask) << shift] ?? 0
  fetched = all
}

/** Keeps the compiler from leaving the loads out. */
export let fetched = 0

const bias = 128
/** Of the two weights of a lane. */
const biases = bias | (bias << 16)
const evens = 0x00ff00ff

/** Where the feature's slot begins, -1 for a feature without weights. */
function rowOf(cells: Int32Array, mask: number, shift: number, feature: number): number {
  for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
    const found = cells[slot << shift] ?? 0
    if (found === feature) return slot << shift
    if (found === 0) return -1
  }
}

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

/** A third of the slots or more stay empty, so that the search for a feature without weights is short. */
export function tableOf({ width, keys, weights }: TableRows): FeatureTable {
  const words = (width + 3) >> 2
  const shift = 32 - Math.clz32(words)
  let size = 16
  while (size < keys.length * 1.5) size *= 2
  const mask = size - 1
  const cells = new Int32Array(size << shift)
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] ?? 0) | 0
    let slot = key & mask
    while (cells[slot << shift] !== 0) slot = (slot + 1) & mask
    const row = slot << shift
    cells[row] = key
    for (let t = 0; t < width; t++) {
      const cell = row + 1 + (t >> 2)
      const weight = (weights[i * width + t] ?? 0) + bias
      cells[cell] = (cells[cell] ?? 0) | (weight << placeOf(t))
    }
    for (let t = width; t < 4 * words; t++) {
      const cell = row + 1 + (t >> 2)
      cells[cell] = (cells[cell] ?? 0) | (bias << placeOf(t))
    }
  }
  return { width, lanes: width > 2 ? 2 * words : 1, cells, mask, shift }
}

/** Of the four weights of a number the first and the third byte are one lane, the others the next. */
function placeOf(index: number): number {
  return ((index & 1) << 4) | ((index & 2) << 2)
}
