import assert from 'node:assert/strict'
import type { Candidate } from '../../server/src/recognition/reading/recogniser.ts'
import { nothing, resolve } from '../../server/src/recognition/reading/resolve.ts'

function candidate(start: number, end: number, type: string, confidence = 0.8): Candidate {
  return { start, end, type, confidence, reason: 'test' }
}

function types(...candidates: readonly Candidate[]): string[] {
  return resolve(candidates).map(({ type }) => type)
}

describe('resolver', () => {
  it('takes the longer of two that overlap', () => {
    assert.deepEqual(types(candidate(0, 3, 'Place'), candidate(0, 6, 'Organization')), [
      'Organization',
    ])
  })

  it('takes the surer of two equally long ones', () => {
    assert.deepEqual(types(candidate(0, 3, 'Group', 0.7), candidate(0, 3, 'Honor', 0.9)), ['Honor'])
  })

  it('takes title marks before anything longer', () => {
    assert.deepEqual(types(candidate(0, 9, 'Initiative'), candidate(4, 8, 'Document', 0.99)), [
      'Document',
    ])
  })

  it('takes an unsure one only where nobody else wants the place', () => {
    assert.deepEqual(types(candidate(0, 9, 'Place', 0.4), candidate(1, 3, 'Person')), ['Person'])
    assert.deepEqual(types(candidate(0, 9, 'Place', 0.4)), ['Place'])
  })

  it('leaves the place empty where nothing wins', () => {
    assert.deepEqual(types(candidate(0, 4, nothing), candidate(0, 2, 'Figure')), [])
  })

  it('gives what remains in order', () => {
    assert.deepEqual(types(candidate(200, 203, 'B'), candidate(0, 2, 'A')), ['A', 'B'])
  })
})
