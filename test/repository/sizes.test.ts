import assert from 'node:assert/strict'
import { files, read } from './sources.ts'

describe('file sizes', () => {
  it('no file is above 400 lines; Biome holds functions to 60', () => {
    const sources = files('client/**/*.ts', 'server/**/*.ts', 'test/**/*.ts', '.ci/**/*.ts')
    const long = sources.filter((file) => read(file).split('\n').length - 1 > 400)
    assert.deepEqual(long, [])
  })
})
