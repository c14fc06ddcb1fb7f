/** From learned weights to what a file holds: int8, without features that weigh nothing. */
import type { TableRows } from '../../src/recognition/spans/feature-table.ts'

/** Weights beyond 127 of it are cut off. */
export const scale = 1 / 40

/** Features all of whose weights are nearer to 0 than `least` are left out. */
export function packRows(
  keys: Uint32Array,
  weights: Float32Array,
  width: number,
  least: number,
): TableRows {
  const kept = rowsFrom(weights, width, least)
  const rows = new Int8Array(kept.length * width)
  for (const [row, i] of kept.entries()) {
    for (let t = 0; t < width; t++) {
      const value = Math.round((weights[i * width + t] ?? 0) / scale)
      rows[row * width + t] = Math.max(-127, Math.min(127, value))
    }
  }
  return { width, keys: Uint32Array.from(kept, (i) => keys[i] ?? 0), weights: rows }
}

/** The rows that have a weight of at least `least`. */
export function withoutSmall({ width, keys, weights }: TableRows, least: number): TableRows {
  const kept = rowsFrom(weights, width, least / scale)
  const rows = new Int8Array(kept.length * width)
  for (const [row, i] of kept.entries()) {
    rows.set(weights.subarray(i * width, (i + 1) * width), row * width)
  }
  return { width, keys: Uint32Array.from(kept, (i) => keys[i] ?? 0), weights: rows }
}

/** Numbers of the rows that have a weight of at least `least`. */
function rowsFrom(
  weights: Float32Array | Int8Array,
  width: number,
  least: number,
): readonly number[] {
  const kept: number[] = []
  for (let i = 0; i * width < weights.length; i++) {
    let most = 0
    for (let t = 0; t < width; t++) most = Math.max(most, Math.abs(weights[i * width + t] ?? 0))
    if (most >= least) kept.push(i)
  }
  return kept
}
