import assert from 'node:assert/strict'
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
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

  it('goes on where a run was killed: what was written is kept, and not read again', () => {
    write(20, 150)
    const killing = pathToFileURL(join(import.meta.dirname, 'killed-while-writing.ts')).href
    const args = ['--import', killing, cli, 'index', '--index', 'a.db', '--jobs', '1', 'pages']
    const { signal } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' })
    assert.equal(signal, 'SIGKILL')
    const kept = written()
    assert.ok(kept > 0 && kept < 150, String(kept))
    const out = `a.db: 150 pages (${150 - kept} read)\n`
    assert.deepEqual(index(), { status: 0, out, error: '' })
  })

  /** How many pages the file holds for whoever reads it now. */
  function written(): number {
    const database = new DatabaseSync(join(folder, 'a.db'), { readOnly: true })
    try {
      return Number(database.prepare('SELECT count(*) AS count FROM page').get()?.['count'])
    } finally {
      database.close()
    }
  }

  it('is quiet when its reader has seen enough', () => {
    index()
    const command = `"${process.execPath}" "${cli}" search --index a.db 工 | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    assert.deepEqual([stdout.split('\n').length, stderr], [2, ''])
  })
})
