import assert from 'node:assert/strict'
import { idMaker, isUlid } from '../../server/src/values/id.ts'

/** Ids of the given moments, with random bytes that are all the same. */
function ids(times: readonly number[], byte = 0): readonly string[] {
  const rest = [...times]
  const next = idMaker({
    now: () => rest.shift() ?? 0,
    random: (count) => new Uint8Array(count).fill(byte),
  })
  return times.map(() => next())
}

describe('ids', () => {
  it('begin with the time', () => {
    // The example of https://github.com/ulid/spec
    assert.equal(ids([1469918176385])[0]?.slice(0, 10), '01ARYZ6S41')
    assert.equal(ids([0])[0], '0'.repeat(26))
  })

  it('ascend within one millisecond and when the clock goes back', () => {
    const made = ids([5, 5, 5, 3, 6, 6])
    assert.deepEqual([...made].sort(), made)
    assert.equal(new Set(made).size, 6)
    assert.ok(made.every(isUlid))
  })

  it('ascend when the random part is used up', () => {
    const made = ids([5, 5, 5], 255)
    assert.deepEqual([...made].sort(), made)
    assert.equal(made[1]?.slice(0, 10), '0000000006')
  })

  it('stand any clock', () => {
    assert.ok(ids([Number.NaN, -1, 1e300, Number.POSITIVE_INFINITY]).every(isUlid))
  })

  it('are told from other texts', () => {
    assert.equal(isUlid('01ARYZ6S41TSV4RRFFQ69G5FAV'), true)
    assert.equal(isUlid('01ARYZ6S41TSV4RRFFQ69G5FAU'), false)
    assert.equal(isUlid(''), false)
  })
})
