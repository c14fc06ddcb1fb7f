import assert from 'node:assert/strict'
import { addRows, sumOf, tableOf } from '../../../server/src/recognition/spans/feature-table.ts'
import { finish } from '../../../server/src/recognition/spans/hash.ts'
import { bucketShift, slotOf, slotsFor } from '../../../server/src/recognition/spans/slots.ts'

/** Hashes of `from` to before `to`. */
function hashes(from: number, to: number): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, i) => finish(from + i + 1))
}

describe('slots of features', () => {
  for (const count of [0, 1, 17, 5000, 87_000]) {
    it(`are all different, for ${count} of them`, () => {
      const features = hashes(0, count)
      const { seeds, slotShift } = slotsFor(features)
      const taken = new Set<number>()
      for (const feature of features) {
        taken.add(slotOf(feature, seeds[feature >>> bucketShift] ?? 0, slotShift))
      }
      assert.equal(taken.size, count)
      assert.ok(Math.max(0, ...taken) < 2 ** (32 - slotShift))
    })
  }

  it('are found where many features begin alike, and one is there twice', () => {
    const features = Uint32Array.from([...Array.from({ length: 60 }, (_, i) => i * 977 + 1), 1])
    const { seeds, slotShift } = slotsFor(features)
    const taken = new Set(Array.from(features, (each) => slotOf(each, seeds[0] ?? 0, slotShift)))
    assert.equal(taken.size, 60)
  })
})

describe('a table of features', () => {
  for (const width of [2, 11, 22]) {
    it(`adds the ${width} weights of those that it has, and nothing for others`, () => {
      const keys = hashes(0, 3000)
      const weights = Int8Array.from(
        { length: keys.length * width },
        (_, i) => ((i * 37) % 255) - 127,
      )
      const table = tableOf({ width, keys, weights })
      const asked = [5, 17, 2999]
      const features = Int32Array.from([...asked.map((i) => keys[i] ?? 0), ...hashes(3000, 3100)])
      const sums = new Int32Array(table.lanes)
      addRows(table, features, features.length, sums, 0)
      for (let t = 0; t < width; t++) {
        const wanted = asked.reduce((sum, i) => sum + (weights[i * width + t] ?? 0), 0)
        assert.equal(sumOf(sums[t >> 1] ?? 0, t), wanted)
      }
    })
  }
})
