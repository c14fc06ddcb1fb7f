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
  const kept: number[] = []
  for (let i = 0; i < keys.length; i++) {
    let most = 0
    for (let t = 0; t < width; t++) most = Math.max(most, Math.abs(weights[i * width + t] ?? 0))
    if (most >= least) kept.push(i)
  }
  const rows = new Int8Array(kept.length * width)
  for (const [row, i] of kept.entries()) {
    for (let t = 0; t < width; t++) {
      const value = Math.round((weights[i * width + t] ?? 0) / scale)
      rows[row * width + t] = Math.max(-127, Math.min(127, value))
    }
  }
  return { width, keys: Uint32Array.from(kept, (i) => keys[i] ?? 0), weights: rows }
}
