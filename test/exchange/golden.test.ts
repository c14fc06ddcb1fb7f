import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { formats } from '../../server/src/exchange/formats.ts'
import { goldenFiles, readGolden, writeGolden } from './golden-files.ts'
import { excerpts } from './golden-pages.ts'

/** `BIAOZHU_GOLDEN=write` writes the files anew; `git diff` then shows what has changed. */
const writing = process.env['BIAOZHU_GOLDEN'] === 'write'

describe('golden files', () => {
  it('are of the seeds as they are', () => {
    for (const { path: name, marked } of excerpts) {
      const seed = fs.readFileSync(path.join(import.meta.dirname, '../../seeds', name), 'utf8')
      const text = marked.replace(/⟦|\|[A-Z][a-z]+⟧/g, '')
      assert.ok(seed.includes(text), `${name} does not say: ${text}`)
    }
  })

  for (const format of formats) {
    it(`of ${format.name}`, () => {
      const files = goldenFiles(format)
      if (writing) writeGolden(format.name, files)
      const golden = readGolden(format.name)
      assert.deepEqual([...files.keys()].sort(), [...golden.keys()].sort())
      for (const [name, content] of files) assert.equal(content, golden.get(name), name)
      const size = [...files.values()].reduce((sum, each) => sum + Buffer.byteLength(each), 0)
      assert.ok(size < 60_000, `${size} bytes are too many to review`)
    })
  }
})
