import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { needs } from '../peers.ts'

const root = resolve(import.meta.dirname, '../..')
const biaozhu = `"${process.execPath}" "${join(root, 'server/src/cli.ts')}"`

describe('biaozhu index', () => {
  it('makes an index of parts under GNU parallel', function () {
    needs(this, 'GNU parallel', spawnSync('parallel', ['--version']).status === 0)
    const folder = fs.mkdtempSync(join(tmpdir(), 'biaozhu-parts-'))
    const index = (rest: string) => `${biaozhu} index --jobs 1 ${rest}`
    const sh = (command: string) =>
      spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    const part = index(`--shard {}/3 --index part-{}.db "${join(root, 'seeds')}"`)
    const { status } = sh(`parallel '${part}' ::: 1 2 3`)
    const { stdout } = sh(`${biaozhu} index merge --index whole.db part-*.db`)
    fs.rmSync(folder, { recursive: true })
    assert.deepEqual([status, stdout], [0, 'whole.db: 5 pages (0 read)\n'])
  })
})
