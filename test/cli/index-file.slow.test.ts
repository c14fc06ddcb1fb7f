import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { variedPage } from '../varied/pages.ts'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'server/src/cli.ts')

describe('the file of an index', () => {
  let folder: string

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'biaozhu-index-'))
    fs.mkdirSync(join(folder, 'pages'))
    write(0, 20)
  })

  afterEach(() => {
    fs.rmSync(folder, { recursive: true })
  })

  function write(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      fs.writeFileSync(join(folder, 'pages', `${i}.txt`), variedPage(i, 400))
    }
  }

  function biaozhu(...args: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' })
  }

  function index(...more: readonly string[]) {
    const { status, stdout, stderr } = biaozhu('index', '--index', 'a.db', ...more, 'pages')
    return { status, out: stdout, error: stderr }
  }

  it('is made by processes, and only what has changed is read again', () => {
    const first = { status: 0, out: 'a.db: 20 pages (20 read)\n', error: '' }
    assert.deepEqual(index('--jobs', '2'), first)
    assert.deepEqual(fs.readdirSync(folder).sort(), ['a.db', 'pages'])
    fs.writeFileSync(join(folder, 'pages/3.txt'), '助企十条。\n')
    fs.rmSync(join(folder, 'pages/4.txt'))
    assert.deepEqual(index(), { status: 0, out: 'a.db: 19 pages (1 read, 1 gone)\n', error: '' })
    const { stdout, stderr, status } = biaozhu('search', '--index', 'a.db', '助企十条')
    assert.deepEqual([status, stderr], [0, ''])
    assert.equal(stdout.trim().replace(/ +/g, ' '), '3.txt:1:1 助企十条 。')
  })

  it('goes on where a run was killed', async () => {
    write(20, 150)
    const args = [cli, 'index', '--index', 'a.db', '--jobs', '1', 'pages']
    const first = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' })
    const ended = new Promise((resolve) => first.on('exit', resolve))
    const log = join(folder, 'a.db-wal')
    // Some pages are written, not all.
    while (!fs.existsSync(log) || fs.statSync(log).size < 200_000) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    first.kill('SIGKILL')
    await ended
    const { status, out } = index()
    const read = Number(/150 pages \((\d+) read\)/.exec(out)?.[1])
    assert.equal(status, 0)
    assert.ok(read > 0 && read < 150, out)
  })

  it('is quiet when its reader has seen enough', () => {
    index()
    const command = `"${process.execPath}" "${cli}" search --index a.db 工 | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    assert.deepEqual([stdout.split('\n').length, stderr], [2, ''])
  })
})
