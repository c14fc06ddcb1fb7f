/** A model as what it differs by from the shipped one: with labels for more types, and with other weights. */
import { oncePer } from '../../values/once-per.ts'
import { uncalibrated } from '../spans/calibrate.ts'
import type { TableRows } from '../spans/feature-table.ts'
import { type ModelParts, readModelParts } from '../spans/tagger-model.ts'

/** What was learned from a person's pages: plain data. */
export interface PersonalModel {
  /** What the model differs by from the shipped one, in the form of its file. */
  readonly difference: Uint8Array
}

/** Log weight by length of a type that nothing is known of. */
const unknown = -7

/** The same model with labels for `types`, which begin with its own. */
export function widened(model: ModelParts, types: readonly string[]): ModelParts {
  const own = model.types.length
  const more = types.length - own
  if (more === 0) return model
  const rows = Array.from({ length: model.lengths.length / own }, (_, at) => [
    ...model.lengths.slice(at * own, (at + 1) * own),
    ...Array.from({ length: more }, () => unknown),
  ])
  return {
    ...model,
    types,
    lengths: rows.flat(),
    calibrations: [...model.calibrations, ...Array.from({ length: more }, () => uncalibrated)],
    places: wideRows(model.places, own, types.length),
    spans: wideRows(model.spans, own, types.length),
    second: wideRows(model.second, own, types.length),
  }
}

/** A row has one or two weights for each type, one behind the other. */
function wideRows({ width, keys, weights }: TableRows, from: number, to: number): TableRows {
  const sides = width / from
  const wide = new Int8Array(keys.length * sides * to)
  for (let side = 0; side < keys.length * sides; side++) {
    wide.set(weights.subarray(side * from, (side + 1) * from), side * to)
  }
  return { width: sides * to, keys, weights: wide }
}

/** `undefined` for bytes that are no difference from `shipped`. */
export function adaptedParts(shipped: ModelParts, difference: Uint8Array): ModelParts | undefined {
  const parts = readModelParts(difference)
  if (parts === undefined || shipped.types.some((type, at) => type !== parts.types[at])) {
    return undefined
  }
  const base = widened(shipped, parts.types)
  const isLike = (['detector', 'places', 'spans', 'second'] as const).every(
    (table) => base[table].width === parts[table].width,
  )
  const isWhole = isLike && parts.lengths.length === base.lengths.length
  return isWhole && parts.scale === base.scale ? withDifference(base, parts) : undefined
}

/** `model` with what `difference` says: its numbers, and the sums of both weights. */
export function withDifference(model: ModelParts, difference: ModelParts): ModelParts {
  return {
    ...difference,
    detector: sumOfRows(model.detector, difference.detector),
    places: sumOfRows(model.places, difference.places),
    spans: sumOfRows(model.spans, difference.spans),
    second: sumOfRows(model.second, difference.second),
  }
}

const numbersOf = oncePer(
  ({ keys }: TableRows) => new Map(Array.from(keys, (key, index) => [key, index])),
)

function sumOfRows(some: TableRows, others: TableRows): TableRows {
  const { width } = some
  if (others.keys.length === 0) return some
  const at = numbersOf(some)
  const added: number[] = []
  const weights = some.weights.slice()
  for (const [index, key] of others.keys.entries()) {
    const row = at.get(key)
    if (row === undefined) added.push(index)
    else {
      for (let t = 0; t < width; t++) {
        const sum = (weights[row * width + t] ?? 0) + (others.weights[index * width + t] ?? 0)
        weights[row * width + t] = Math.max(-127, Math.min(127, sum))
      }
    }
  }
  const keys = new Uint32Array(some.keys.length + added.length)
  const all = new Int8Array(keys.length * width)
  keys.set(some.keys)
  all.set(weights)
  for (const [i, index] of added.entries()) {
    keys[some.keys.length + i] = others.keys[index] ?? 0
    all.set(
      others.weights.subarray(index * width, (index + 1) * width),
      (some.keys.length + i) * width,
    )
  }
  return { width, keys, weights: all }
}
