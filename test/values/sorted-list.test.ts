import assert from 'node:assert/strict'
import { SortedList } from '../../server/src/values/sorted-list.ts'
import { randomOf } from '../varied/random.ts'

describe('a sorted list', () => {
  it('is what sorting gives, through many changes', () => {
    const random = randomOf(1)
    const list = new SortedList<number>((a, b) => a - b)
    const there = new Set<number>()
    // First it grows to several blocks, then it shrinks to none.
    for (let step = 0; step < 12_000; step++) {
      const value = random(5000)
      const adds = step < 6000 ? random(3) > 0 : random(30) === 0
      if (adds && !there.has(value)) {
        list.add(value)
        there.add(value)
      } else if (!adds) {
        const one = step < 6000 ? value : ([...there][0] ?? value)
        assert.equal(list.delete(one), there.delete(one))
      }
      if (step % 500 !== 0) continue
      const sorted = [...there].sort((a, b) => a - b)
      const from = random(sorted.length + 2)
      assert.equal(list.size, sorted.length)
      assert.deepEqual([...list.from(0)], sorted)
      assert.deepEqual([...list.from(from)], sorted.slice(from))
    }
    assert.equal(there.size < 50, true)
  })
})
