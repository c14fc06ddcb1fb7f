import assert from 'node:assert/strict'
import { labelCount, markName } from '../../../server/src/recognition/personal/labels.ts'

describe('labels', () => {
  it('are four for each type and one for what is no name', () => {
    assert.equal(labelCount(2), 9)
  })

  it('say where in a name of which type a character stands', () => {
    const labels = new Uint8Array(9)
    markName(labels, 0, 1, 1)
    markName(labels, 1, 3, 0)
    markName(labels, 4, 8, 1)
    assert.deepEqual([...labels], [8, 1, 3, 0, 5, 6, 6, 7, 0])
  })
})
