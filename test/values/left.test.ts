import assert from 'node:assert/strict'
import { Left } from '../../server/src/values/left.ts'

describe('what is left', () => {
  const left = () => new Left(['a1', 'b1', 'a2', 'a3'], (thing) => thing.charAt(0))

  it('is taken by key in its order, and each thing once', () => {
    const things = left()
    assert.equal(things.take('a2'), true)
    assert.equal(things.take('a2'), false)
    assert.equal(things.takeNext('a'), 'a1')
    assert.equal(things.takeNext('a'), 'a3')
    assert.equal(things.takeNext('a'), undefined)
    assert.equal(things.takeNext('c'), undefined)
    assert.deepEqual(things.rest(), ['b1'])
  })

  it('may be given back, and is the next again', () => {
    const things = left()
    assert.equal(things.takeNext('a'), 'a1')
    things.giveBack('a1')
    assert.deepEqual(things.rest(), ['a1', 'b1', 'a2', 'a3'])
    assert.equal(things.takeNext('a'), 'a1')
  })
})
