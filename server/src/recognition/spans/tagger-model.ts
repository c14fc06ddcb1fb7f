/** The learned tagger's model and its file. */
import { oncePer } from '../../values/once-per.ts'
import type { Calibration } from './calibrate.ts'
import { type FeatureTable, type TableRows, tableOf } from './feature-table.ts'

export interface TaggerModel extends Numbers {
  /** Whether a name may begin or end at a place: two weights a feature. */
  readonly detector: FeatureTable
  /** What a place says of names that begin there, by type, and of those that end there. */
  readonly places: FeatureTable
  /** What the characters of a span and the span as a whole say, by type. */
  readonly spans: FeatureTable
  /** What the page says of a span, by type. */
  readonly second: FeatureTable
}

/** The first line of the file. */
interface Numbers {
  /** Names of types, in the order of the weights of a row. */
  readonly types: readonly string[]
  /** What a weight is multiplied with. */
  readonly scale: number
  /** Sums of the detector from which a name may begin and may end at a place. */
  readonly limits: readonly number[]
  /** Log weight by places and characters from which a span is looked at as a whole. */
  readonly threshold: number
  /** By length of a name and type; the last is for all that are longer. */
  readonly lengths: readonly number[]
  /** By type. */
  readonly calibrations: readonly Calibration[]
}

export type ModelParts = Numbers & Readonly<Record<(typeof tables)[number], TableRows>>

const tables = ['detector', 'places', 'spans', 'second'] as const

const version = 'BZS2'

/**
 * The bytes of a model, little-endian: `BZS2`, bytes of the header (u32), the header (JSON: numbers, width and number of
 * features of each table), and of each table its features (u32 each) and their rows (i8 each).
 */
export function writeTaggerModel(parts: ModelParts): Uint8Array {
  const { types, scale, limits, threshold, lengths, calibrations } = parts
  const sizes = tables.map((name) => [parts[name].width, parts[name].keys.length])
  const head = new TextEncoder().encode(
    JSON.stringify({ types, scale, limits, threshold, lengths, calibrations, sizes }),
  )
  const length = tables.reduce(
    (sum, name) => sum + 4 * parts[name].keys.length + parts[name].weights.length,
    0,
  )
  const bytes = new Uint8Array(8 + head.length + length)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(version))
  view.setUint32(4, head.length, true)
  bytes.set(head, 8)
  let at = 8 + head.length
  for (const name of tables) {
    const { keys, weights } = parts[name]
    for (const key of keys) {
      view.setUint32(at, key, true)
      at += 4
    }
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at)
    at += weights.length
  }
  return bytes
}

/** `undefined` for bytes that are no model of this version. */
export function readTaggerModel(bytes: Uint8Array): TaggerModel | undefined {
  const parts = readModelParts(bytes)
  return parts && taggerModelOf(parts)
}

/** The model that works by these rows. */
export function taggerModelOf(parts: ModelParts): TaggerModel {
  return {
    ...parts,
    detector: tableFor(parts.detector),
    places: tableFor(parts.places),
    spans: tableFor(parts.spans),
    second: tableFor(parts.second),
  }
}

/** Models that differ in one table share the others. */
const tableFor = oncePer(tableOf)

/** The same as rows, of which another model can be made; its weights are those in `bytes`, not copied. */
export function readModelParts(bytes: Uint8Array): ModelParts | undefined {
  if (bytes.length < 8 || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== version) {
    return undefined
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headLength = view.getUint32(4, true)
  const head = readHead(new TextDecoder().decode(bytes.subarray(8, 8 + headLength)))
  if (head === undefined) return undefined
  let at = 8 + headLength
  const read = head.sizes.map(([width = 0, count = 0]): TableRows | undefined => {
    if (at + count * (4 + width) > bytes.length) return undefined
    const keys = new Uint32Array(count)
    for (let i = 0; i < count; i++) keys[i] = view.getUint32(at + 4 * i, true)
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at + 4 * count, count * width)
    at += count * (4 + width)
    return { width, keys, weights }
  })
  const [detector, places, spans, second] = read
  if (!detector || !places || !spans || !second || at !== bytes.length) return undefined
  const { sizes, ...numbers } = head
  return { ...numbers, detector, places, spans, second }
}

type Head = Numbers & { readonly sizes: readonly (readonly number[])[] }

function readHead(text: string): Head | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isHead(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false
  const {
    types,
    scale,
    limits,
    threshold,
    lengths,
    calibrations,
    sizes,
  }: Partial<Record<keyof Head, unknown>> = value
  return (
    Array.isArray(types) &&
    types.every((type) => typeof type === 'string') &&
    typeof scale === 'number' &&
    typeof threshold === 'number' &&
    isNumbers(limits) &&
    isNumbers(lengths) &&
    Array.isArray(calibrations) &&
    calibrations.length === types.length &&
    Array.isArray(sizes) &&
    sizes.every(isNumbers)
  )
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'number')
}
