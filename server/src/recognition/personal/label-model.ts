/** A personal model: weights of hashed features in an open-addressed table, and its file. */
import { labelCount } from './labels.ts'

export interface LabelModel {
  /** Names of types, in the order of their labels. */
  readonly types: readonly string[]
  /** By `from * labels + to`. */
  readonly transitions: Float64Array
  /** What an int8 weight is multiplied with. */
  readonly scale: number
  /** Features by slot, 0 for an empty one; the length is a power of two. */
  readonly slots: Uint32Array
  /** By slot, the row of the feature's weights; a row ends where the next begins. */
  readonly rows: Uint32Array
  readonly rowStarts: Uint32Array
  /** By weight. */
  readonly labels: Uint8Array
  readonly weights: Int8Array
}

/** Row of a feature, -1 for one that has no weights. */
export function rowOf({ slots, rows }: LabelModel, feature: number): number {
  const mask = slots.length - 1
  for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot] ?? 0
    if (found === feature) return rows[slot] ?? -1
    if (found === 0) return -1
  }
}

/** Adds the weights of all features of one character to its row of scores. */
export function addWeights(
  model: LabelModel,
  features: Uint32Array,
  scores: Float64Array,
  row: number,
): void {
  const { rowStarts, labels, weights, scale } = model
  for (const feature of features) {
    const found = rowOf(model, feature)
    if (found < 0) continue
    const end = rowStarts[found + 1] ?? 0
    for (let i = rowStarts[found] ?? 0; i < end; i++) {
      const cell = row + (labels[i] ?? 0)
      scores[cell] = (scores[cell] ?? 0) + (weights[i] ?? 0) * scale
    }
  }
}

const magic = 'BZT1'

/**
 * The file, little-endian: `BZT1`, bytes of the header (u32), the header (JSON: types, features,
 * weights, scale), transitions (f32), features (u32 each), number of weights of each (u8),
 * labels (u8), weights (i8).
 */
interface ModelHeader {
  readonly types: readonly string[]
  readonly features: number
  readonly weights: number
  readonly scale: number
}

/** The model in `bytes`; `undefined` when they are no model of this version. */
export function readLabelModel(bytes: Uint8Array): LabelModel | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || latin(bytes, 0, 4) !== magic) return undefined
  const headerLength = view.getUint32(4, true)
  const header = readHeader(latin(bytes, 8, headerLength))
  if (header === undefined) return undefined
  const { types, features, weights, scale } = header
  const arcs = labelCount(types.length) ** 2
  let at = 8 + headerLength
  if (bytes.length !== at + 4 * arcs + 5 * features + 2 * weights) return undefined
  const transitions = Float64Array.from({ length: arcs }, (_, i) =>
    view.getFloat32(at + 4 * i, true),
  )
  at += 4 * arcs
  const keys = Uint32Array.from({ length: features }, (_, i) => view.getUint32(at + 4 * i, true))
  at += 4 * features
  const rowStarts = new Uint32Array(features + 1)
  for (let i = 0; i < features; i++) rowStarts[i + 1] = (rowStarts[i] ?? 0) + (bytes[at + i] ?? 0)
  at += features
  const labels = bytes.slice(at, at + weights)
  const values = Int8Array.from(bytes.subarray(at + weights))
  return { types, transitions, scale, ...tableOf(keys), rowStarts, labels, weights: values }
}

/** The bytes that `readLabelModel` reads. `model` needs no table. */
export function writeLabelModel(
  header: ModelHeader,
  parts: {
    readonly transitions: Float64Array
    readonly keys: Uint32Array
    readonly counts: Uint8Array
    readonly labels: Uint8Array
    readonly weights: Int8Array
  },
): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header))
  const { transitions, keys, counts, labels, weights } = parts
  const length = 8 + head.length + 4 * transitions.length + 5 * keys.length + 2 * labels.length
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(magic))
  view.setUint32(4, head.length, true)
  bytes.set(head, 8)
  let at = 8 + head.length
  for (const [i, weight] of transitions.entries()) view.setFloat32(at + 4 * i, weight, true)
  at += 4 * transitions.length
  for (const [i, key] of keys.entries()) view.setUint32(at + 4 * i, key, true)
  at += 4 * keys.length
  bytes.set(counts, at)
  bytes.set(labels, at + counts.length)
  bytes.set(new Uint8Array(weights), at + counts.length + labels.length)
  return bytes
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 10_000)))
}

function readHeader(text: string): ModelHeader | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isHeader(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isHeader(value: unknown): value is ModelHeader {
  if (typeof value !== 'object' || value === null) return false
  const { types, features, weights, scale }: Partial<Record<keyof ModelHeader, unknown>> = value
  const counts = [features, weights].every((n) => Number.isInteger(n) && Number(n) >= 0)
  return counts && typeof scale === 'number' && Array.isArray(types) && types.every(isString)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** Half of the slots stay empty, so that the search for a feature without weights is short. */
function tableOf(keys: Uint32Array): Pick<LabelModel, 'slots' | 'rows'> {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const slots = new Uint32Array(size)
  const rows = new Uint32Array(size)
  for (const [row, key] of keys.entries()) {
    let slot = key & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = key
    rows[slot] = row
  }
  return { slots, rows }
}
