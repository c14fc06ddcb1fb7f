import assert from 'node:assert/strict'
import { zipSync } from 'fflate'
import { xlsx } from '../../server/src/exchange/xlsx/xlsx.ts'
import { readAll } from './round-trip.ts'

describe('XLSX of very many files', () => {
  it('is refused', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => [`f${i}`, new Uint8Array()])
    const content = zipSync(Object.fromEntries(many))
    assert.deepEqual(readAll(xlsx, new Map([['t.xlsx', content]]), new Map()).problems, [
      'There are more than 10000 files in it.',
    ])
  })
})
