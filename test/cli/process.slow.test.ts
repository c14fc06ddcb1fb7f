import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'server/src/cli.ts')

function biaozhu(args: string, cwd = root): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [cli, ...args.split(' ')], { cwd, encoding: 'utf8' })
}

describe('the biaozhu process', () => {
  it('lists the articles of the seeds from any folder', () => {
    const { status, stdout } = biaozhu(`articles --format jsonl ${join(root, 'seeds')}`, tmpdir())
    const pages = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).page)
    assert.equal(status, 0)
    assert.equal(new Set(pages).size, 5)
  })

  it('ends with status 2 and a reason in English', () => {
    const { status, stderr, stdout } = biaozhu('articles no-such-page.txt')
    assert.deepEqual([status, stdout], [2, ''])
    assert.equal(stderr, 'biaozhu: no such file or folder: no-such-page.txt\n')
  })

  it('is quiet when its reader has seen enough', () => {
    const command = `"${process.execPath}" "${cli}" mentions --format jsonl seeds | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' })
    assert.equal(stdout.split('\n').length, 2)
    assert.doesNotMatch(stderr, /EPIPE|Error/)
  })
})
