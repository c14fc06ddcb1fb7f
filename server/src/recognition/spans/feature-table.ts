/** Weights of hashed features in an open-addressed table: a row of small numbers for each, added many at a time. */

export interface FeatureTable {
  /** Weights in a row. */
  readonly width: number
  /** Numbers in a row: each holds two weights, 16 bits each, so that they are added at once. */
  readonly lanes: number
  /** By slot: the feature, 0 for an empty slot, and its row; what is looked at together lies together. */
  readonly cells: Int32Array
  /** One less than the number of slots, which is a power of two. */
  readonly mask: number
}

/** Adds the rows of `count` features to the row of `sums` at `at`, `lanes` numbers long. */
export function addRows(
  { cells, lanes, mask }: FeatureTable,
  features: Uint32Array,
  count: number,
  sums: Int32Array,
  at: number,
): void {
  const step = lanes + 1
  for (let i = 0; i < count; i++) {
    const feature = (features[i] ?? 0) | 0
    let slot = feature & mask
    let found = cells[slot * step] ?? 0
    while (found !== feature && found !== 0) {
      slot = (slot + 1) & mask
      found = cells[slot * step] ?? 0
    }
    if (found === 0) continue
    const row = slot * step + 1
    for (let lane = 0; lane < lanes; lane++) {
      sums[at + lane] = ((sums[at + lane] ?? 0) + (cells[row + lane] ?? 0)) | 0
    }
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

/** Half of the slots stay empty, so that the search for a feature without weights is short. */
export function tableOf({ width, keys, weights }: TableRows): FeatureTable {
  const lanes = (width + 1) >> 1
  let size = 16
  while (size < keys.length * 1.8) size *= 2
  const mask = size - 1
  const cells = new Int32Array(size * (lanes + 1))
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] ?? 0) | 0
    let slot = key & mask
    while (cells[slot * (lanes + 1)] !== 0) slot = (slot + 1) & mask
    const row = slot * (lanes + 1)
    cells[row] = key
    for (let t = 0; t < width; t++) {
      const lane = row + 1 + (t >> 1)
      const weight = weights[i * width + t] ?? 0
      cells[lane] = ((cells[lane] ?? 0) + ((t & 1) === 0 ? weight : weight << 16)) | 0
    }
  }
  return { width, lanes, cells, mask }
}
