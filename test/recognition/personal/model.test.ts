import assert from 'node:assert/strict'
import {
  readLabelModel,
  rowOf,
  writeLabelModel,
} from '../../../server/src/recognition/personal/label-model.ts'

const keys = Uint32Array.from([5, 5 + 2 ** 16, 4_000_000_000])
const bytes = writeLabelModel(
  { types: ['Person'], features: 3, weights: 4, scale: 0.5 },
  {
    transitions: Float64Array.from({ length: 25 }, (_, i) => i),
    keys,
    counts: Uint8Array.from([2, 1, 1]),
    labels: Uint8Array.from([0, 4, 1, 2]),
    weights: Int8Array.from([-128, 127, 3, -4]),
  },
)

describe('tagger model', () => {
  it('is read as it was written', () => {
    const model = readLabelModel(bytes)
    assert.ok(model)
    assert.deepEqual(model.types, ['Person'])
    assert.equal(model.scale, 0.5)
    assert.equal(model.transitions[24], 24)
    assert.deepEqual([...model.rowStarts], [0, 2, 3, 4])
    assert.deepEqual([...model.weights], [-128, 127, 3, -4])
    assert.deepEqual([...model.labels], [0, 4, 1, 2])
  })

  it('finds features that share a slot, and none that it has not', () => {
    const model = readLabelModel(bytes)
    assert.ok(model)
    assert.deepEqual(
      [...keys].map((key) => rowOf(model, key)),
      [0, 1, 2],
    )
    assert.equal(rowOf(model, 5 + 2 ** 17), -1)
  })

  it('is undefined for bytes that are none', () => {
    const broken = bytes.slice()
    broken[9] = 0
    const others = [new Uint8Array(0), bytes.subarray(0, 40), bytes.subarray(0, -1), broken]
    for (const other of others) assert.equal(readLabelModel(other), undefined)
  })
})
