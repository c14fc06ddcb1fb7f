import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')

describe('the command line copied out of its folder', () => {
  let folder: string
  before(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'alone-'))
    fs.copyFileSync(cli, path.join(folder, 'cli.cjs'))
  })
  after(() => fs.rmSync(folder, { recursive: true, force: true }))

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['cli.cjs', ...args], { cwd: folder, encoding: 'utf8' })

  it('merges and checks annotations without dictionaries and the segmenter', () => {
    const record =
      '{"kind":"span","id":"1","at":[[0,1]],"quote":["甲"],"prefix":"","suffix":"","type":"Place","status":"accepted"}\n'
    for (const name of ['o', 'a', 'p.txt']) fs.writeFileSync(path.join(folder, name), '')
    for (const name of ['b', 'p.anno.jsonl']) fs.writeFileSync(path.join(folder, name), record)
    const { status, stderr } = run('merge', 'o', 'a', 'b')
    assert.deepEqual([status, stderr], [0, ''])
    assert.equal(fs.readFileSync(path.join(folder, 'a'), 'utf8'), record)
    const checked = run('check', 'p.txt')
    assert.deepEqual([checked.status, checked.stderr], [1, ''])
    assert.match(checked.stdout, /^p\.anno\.jsonl:1: quote: /m)
  })
})
