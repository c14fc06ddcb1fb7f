/** The model of facts: a weight for each feature that was learned. */

/** Weights by feature in an open-addressed table. */
export class FactModel {
  readonly #keys: Uint32Array
  readonly #weights: Float32Array
  readonly #mask: number

  /** `features` are not 0. */
  constructor(features: Uint32Array, weights: Float32Array) {
    let size = 1
    while (size < 2 * features.length) size *= 2
    this.#mask = size - 1
    this.#keys = new Uint32Array(size)
    this.#weights = new Float32Array(size)
    for (const [i, feature] of features.entries()) {
      const slot = this.#slot(feature)
      this.#keys[slot] = feature
      this.#weights[slot] = weights[i] ?? 0
    }
  }

  /** Of what has these features, 0 to 1. */
  probability(features: readonly number[]): number {
    let sum = 0
    for (const feature of features) sum += this.#weights[this.#slot(feature)] ?? 0
    return 1 / (1 + Math.exp(-sum))
  }

  /** Where a feature is, or would be. */
  #slot(feature: number): number {
    let slot = feature & this.#mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== feature) slot = (slot + 1) & this.#mask
    return slot
  }
}

const magic = 'BZF1'

/**
 * The file, little-endian: `BZF1`, number of features (u32), scale (f32), features (u32 each), weights (i8 each, to be
 * multiplied with the scale). `undefined` for anything else.
 */
export function readFactModel(bytes: Uint8Array): FactModel | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || String.fromCharCode(...bytes.subarray(0, 4)) !== magic) return undefined
  const count = view.getUint32(4, true)
  if (bytes.length !== 12 + 5 * count) return undefined
  const scale = view.getFloat32(8, true)
  const features = Uint32Array.from({ length: count }, (_, i) => view.getUint32(12 + 4 * i, true))
  const weights = Float32Array.from(
    { length: count },
    (_, i) => scale * view.getInt8(12 + 4 * count + i),
  )
  return new FactModel(features, weights)
}

/** The bytes that `readFactModel` reads. Weights that are too small for a step are left out. */
export function writeFactModel(weights: ReadonlyMap<number, number>): Uint8Array {
  const most = [...weights.values()].reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
  const scale = most / 127 || 1
  const kept = [...weights]
    .map(([feature, weight]) => [feature, Math.round(weight / scale)] as const)
    .filter(([, steps]) => steps !== 0)
    .sort(([a], [b]) => a - b)
  const bytes = new Uint8Array(12 + 5 * kept.length)
  const view = new DataView(bytes.buffer)
  bytes.set([...magic].map((mark) => mark.charCodeAt(0)))
  view.setUint32(4, kept.length, true)
  view.setFloat32(8, scale, true)
  for (const [i, [feature, steps]] of kept.entries()) {
    view.setUint32(12 + 4 * i, feature, true)
    view.setInt8(12 + 4 * kept.length + i, steps)
  }
  return bytes
}
