import assert from 'node:assert/strict'
import { linesOf } from '../../server/src/text/lines.ts'
import { recent } from '../../server/src/values/recent.ts'

describe('recent', () => {
  it('makes an answer once and forgets those not asked for longest', () => {
    const made: string[] = []
    const upper = recent<string>(2)
    const ask = (key: string): string =>
      upper(key, () => {
        made.push(key)
        return key.toUpperCase()
      })
    assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'b'].map(ask), ['A', 'B', 'A', 'C', 'A', 'B'])
    assert.deepEqual(made, ['a', 'b', 'c', 'b'])
  })

  it('keeps answers by their weight, the newest whatever it weighs', () => {
    const upper = recent<string>(4, (key) => key.length)
    for (const key of ['ab', 'cd', 'e']) upper(key, () => key.toUpperCase())
    assert.deepEqual(['ab', 'cd', 'e'].map(upper.known), [undefined, 'CD', 'E'])
    upper('too long', () => 'kept')
    assert.deepEqual(['cd', 'e', 'too long'].map(upper.known), [undefined, undefined, 'kept'])
  })
})

describe('linesOf', () => {
  it('keeps breaks with the line before them', () => {
    assert.deepEqual(linesOf('甲\n\n乙'), [
      { start: 0, text: '甲\n' },
      { start: 2, text: '\n' },
      { start: 3, text: '乙' },
    ])
    assert.deepEqual(linesOf(''), [])
  })
})
