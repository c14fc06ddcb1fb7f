import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, it } from 'mocha'
import { records, run } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'server/src/cli.ts')
const page = readFileSync(join(root, 'seeds/002_dc38cb4497f90d8e.txt'), 'utf8')

describe('biaozhu annotate', () => {
  it('answers a document a line, in order, with id and meta as they came', async () => {
    const { out, status } = await run('annotate', {}, [
      '{"id":7,"text":"【助企十条】启动","meta":{"source":"x"}}',
      '{"id":"b","text":""}',
    ])
    assert.equal(status, 0)
    const [first, second] = records(out)
    assert.deepEqual(first?.['id'], 7)
    assert.deepEqual(first?.['meta'], { source: 'x' })
    assert.deepEqual(first?.['mentions'], [
      {
        start: 1,
        end: 5,
        type: 'Initiative',
        text: '助企十条',
        status: 'suggested',
        entity: 'Initiative:助企十条',
        article: null,
      },
    ])
    assert.deepEqual(second, { id: 'b', mentions: [], entities: [], articles: [] })
  })

  it('says what is wrong with a line, and goes on', async () => {
    const { out, status } = await run('annotate', {}, [
      '{"id":1',
      '',
      '{"id":2,"text":3}',
      '{"text":"【工会】"}',
    ])
    assert.equal(status, 0)
    const [broken, wrong, good] = records(out)
    assert.deepEqual(broken, { id: null, line: 1, error: 'no JSON object' })
    assert.deepEqual(wrong, { id: 2, line: 3, error: '"text" is not a text' })
    assert.equal(good?.['id'], null)
  })

  it('counts code points over LF newlines', async () => {
    const { out } = await run('annotate', {}, ['{"text":"\\ufeff😀\\r\\n【工会】"}'])
    const mentions = records(out)[0]?.['mentions']
    assert.match(JSON.stringify(mentions), /"start":3,"end":5/)
  })

  it('gives one and the same answer alone and behind a splitter of lines', function () {
    this.timeout(60_000)
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

  it('runs under GNU parallel, where it is installed', function () {
    this.timeout(60_000)
    if (spawnSync('parallel', ['--version']).status !== 0) this.skip()
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

  it('reads no faster than its output is read', async function () {
    this.timeout(60_000)
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
    // Nobody reads: the pipes fill up, and then the worker has to wait.
    await new Promise((done) => setTimeout(done, 4000))
    const before = written
    await new Promise((done) => setTimeout(done, 1500))
    assert.equal(written, before)
    assert.ok(before < 400, `${before} documents were taken`)
    child.kill()
  })
})
