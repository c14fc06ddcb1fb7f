import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'mocha'
import { records } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'server/src/cli.ts')
const page = readFileSync(join(root, 'seeds/002_dc38cb4497f90d8e.txt'), 'utf8')

describe('biaozhu annotate', () => {
  it('gives one and the same answer alone and behind a splitter of lines', () => {
    const lines = Array.from({ length: 12 }, (_, id) =>
      JSON.stringify({ id, text: page.slice(0, 900 + id) }),
    )
    const input = `${lines.join('\n')}\n`
    const work = (from: number, to: number) =>
      spawnSync(process.execPath, [cli, 'annotate'], {
        input: `${lines.slice(from, to).join('\n')}\n`,
        encoding: 'utf8',
      }).stdout
    const alone = spawnSync(process.execPath, [cli, 'annotate'], { input, encoding: 'utf8' }).stdout
    assert.equal(work(0, 5) + work(5, 12), alone)
    const ids = records(alone).map(({ id }) => id)
    assert.deepEqual(ids, [...ids.keys()])
  })

  it('reads no faster than its output is read', async () => {
    const child = spawn(process.execPath, [cli, 'annotate'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const line = `${JSON.stringify({ id: 1, text: page })}\n`
    let written = 0
    // It is killed in the end.
    child.stdin.on('error', () => undefined)
    const feed = (): void => {
      while (written < 400) {
        written++
        if (!child.stdin.write(line)) {
          child.stdin.once('drain', feed)
          return
        }
      }
      child.stdin.end()
    }
    feed()
    // Nobody reads: the pipes fill up, and then the worker has to wait. Until it does, more and more is taken.
    let before = -1
    while (before < written) {
      before = written
      await new Promise((done) => setTimeout(done, 3000))
    }
    assert.ok(written > 0 && written < 400, `${written} documents were taken`)
    child.kill()
  })
})
