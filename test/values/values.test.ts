import assert from 'node:assert/strict'
import { defined } from '../../server/src/values/defined.ts'
import { firstIndex } from '../../server/src/values/sorted.ts'

describe('defined', () => {
  it('leaves out what is undefined, and keeps every other value and the order', () => {
    const values = defined({ a: 1, b: undefined, c: null, d: '', e: false })
    assert.deepEqual(Object.entries(values), [
      ['a', 1],
      ['c', null],
      ['d', ''],
      ['e', false],
    ])
  })
})

describe('firstIndex', () => {
  it('finds where a condition begins to hold', () => {
    const numbers = [1, 3, 3, 7]
    const from = (wanted: number) =>
      firstIndex(numbers.length, (at) => (numbers[at] ?? 0) >= wanted)
    assert.deepEqual([0, 1, 2, 3, 4, 7, 8].map(from), [0, 0, 1, 1, 3, 3, 4])
  })

  it('asks no more than the logarithm of the length', () => {
    let asked = 0
    firstIndex(1_000_000, (at) => {
      asked++
      return at >= 777_777
    })
    assert.ok(asked <= 20, `${asked}`)
  })
})
