import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'mocha'
import { needs } from '../peers.ts'
import { records } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'server/src/cli.ts')
const page = readFileSync(join(root, 'seeds/002_dc38cb4497f90d8e.txt'), 'utf8')

describe('biaozhu annotate', () => {
  it('runs under GNU parallel', function () {
    needs(this, 'GNU parallel', spawnSync('parallel', ['--version']).status === 0)
    const lines = Array.from({ length: 20 }, (_, id) =>
      JSON.stringify({ id, text: page.slice(0, 500 + id) }),
    )
    const input = `${lines.join('\n')}\n`
    const command = `"${process.execPath}" "${cli}" annotate`
    const { stdout } = spawnSync('parallel', ['--pipe', '--keep-order', '-N', '7', command], {
      input,
      encoding: 'utf8',
    })
    assert.deepEqual(
      records(stdout).map(({ id }) => id),
      [...lines.keys()],
    )
  })
})
