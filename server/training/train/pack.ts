/** From parameters to the bytes of a model: int8 weights, without those that are 0. */
import { writeModel } from '../../src/recognition/learned/model.ts'
import type { Instances } from './instances.ts'
import type { Layout } from './objective.ts'

export function packModel(
  types: readonly string[],
  { keys }: Instances,
  { transitions, rows, rowLabels }: Layout,
  parameters: Float64Array,
): Uint8Array {
  const weights = parameters.subarray(transitions)
  const most = weights.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  const scale = most / 127 || 1
  const kept = { keys: [] as number[], counts: [] as number[], labels: [] as number[] }
  const values: number[] = []
  for (const [feature, key] of keys.entries()) {
    const before = values.length
    for (let i = rows[feature] ?? 0; i < (rows[feature + 1] ?? 0); i++) {
      const value = Math.round((weights[i] ?? 0) / scale)
      if (value === 0) continue
      values.push(value)
      kept.labels.push(rowLabels[i] ?? 0)
    }
    if (values.length === before) continue
    kept.keys.push(key)
    kept.counts.push(values.length - before)
  }
  return writeModel(
    { types, features: kept.keys.length, weights: values.length, scale },
    {
      transitions: parameters.subarray(0, transitions),
      keys: Uint32Array.from(kept.keys),
      counts: Uint8Array.from(kept.counts),
      labels: Uint8Array.from(kept.labels),
      weights: Int8Array.from(values),
    },
  )
}
