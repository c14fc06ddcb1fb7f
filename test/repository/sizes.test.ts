import assert from 'node:assert/strict'
import { files, read } from './sources.ts'

/** Files above 300 lines, each with the reason why it is not two. */
const reasons: Readonly<Record<string, string>> = {}

const sizes = files('client/**/*.ts', 'server/**/*.ts', 'test/**/*.ts').map((file) => ({
  file,
  lines: read(file).split('\n').length - 1,
}))

describe('file sizes', () => {
  it('half of the files are shorter than 100 lines', () => {
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
    assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) < 100)
  })

  it('a file above 300 lines has a reason', () => {
    const large = sizes.filter(({ lines }) => lines > 300).map(({ file }) => file)
    assert.deepEqual(large.sort(), Object.keys(reasons).sort())
  })

  it('no file is above 400 lines', () => {
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > 400),
      [],
    )
  })
})
