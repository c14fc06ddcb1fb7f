import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { read, root } from './sources.ts'

describe('seeds/', () => {
  it('holds the five pages byte for byte', () => {
    const folder = path.join(root, 'seeds')
    const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))
    const sums = pages.sort().map((name) => `${sum(path.join(folder, name))}  ${name}\n`)
    assert.equal(sums.join(''), read('test/repository/seeds.sha256'))
  })

  it('is a corpus', () => {
    const { pages } = JSON.parse(read('seeds/corpus.json'))
    assert.deepEqual(pages, ['*.txt'])
  })
})

function sum(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}
