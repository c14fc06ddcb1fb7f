import assert from 'node:assert/strict'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LockTimes, withLock } from '../../server/src/disk/lock.ts'

const quick: LockTimes = { stale: 200, unsigned: 40, longest: 400, patience: 50, interval: 5 }
const gone = 2 ** 22 + 1

describe('a lock', () => {
  let folder = ''
  let path = ''
  let lock = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'))
    path = join(folder, 'page.jsonl')
    lock = join(folder, '.page.jsonl.lock')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const take = () => withLock(path, async () => 'done', { times: quick })

  for (const [name, make] of Object.entries({
    'of a dead process of this machine': () => writeFile(lock, `${gone} ${hostname()} abc`),
    'of another machine that is never touched': () => writeFile(lock, '1 elsewhere abc'),
    'that is a dangling link': () => symlink('/nowhere/at/all', lock),
    'that is an empty folder': async () => {
      await mkdir(lock)
    },
    'in which nothing stands': () => writeFile(lock, ''),
    'dated a day ahead': async () => {
      await writeFile(lock, '1 elsewhere abc')
      const { mtimeMs } = await stat(lock)
      const tomorrow = new Date(mtimeMs + 86_400_000)
      await utimes(lock, tomorrow, tomorrow)
    },
  })) {
    it(`${name} is taken over, and nothing is left behind`, async () => {
      await make()
      assert.equal(await take(), 'done')
      assert.deepEqual(await readdir(folder), [])
    })
  }

  it('that is somebody’s folder stays, and the wait for it ends with ELOCKED', async () => {
    await mkdir(lock)
    await writeFile(join(lock, 'mine'), '')
    await assert.rejects(take(), { code: 'ELOCKED' })
    assert.deepEqual(await readdir(lock), ['mine'])
  })

  it('that is held is waited for, which is said once; then the wait ends', async () => {
    let said = 0
    // Nobody who waits gets so far as to take it for a dead one's.
    const times = { ...quick, stale: 60_000 }
    let end = (): void => undefined
    let holder: Promise<void> | undefined
    await new Promise<void>((held) => {
      const work = (): Promise<void> => {
        held()
        return new Promise((resolve) => {
          end = resolve
        })
      }
      holder = withLock(path, work, { times })
    })
    const late = withLock(path, async () => 'done', { times, waiting: () => said++ })
    await assert.rejects(late, { code: 'ELOCKED' })
    assert.equal(said, 1)
    end()
    await holder
    assert.equal(await take(), 'done')
  })

  it('of a dead process is taken over by one of many at a time', async () => {
    let inside = 0
    let most = 0
    const done: number[] = []
    for (let round = 0; round < 10; round++) {
      await writeFile(lock, `${gone} ${hostname()} ${round}`)
      await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          withLock(path, async () => {
            most = Math.max(most, ++inside)
            await new Promise((resolve) => setImmediate(resolve))
            inside--
            done.push(i)
          }),
        ),
      )
    }
    assert.equal(most, 1)
    assert.equal(done.length, 80)
    assert.deepEqual(await readdir(folder), [])
  })

  it('is not given back by who has lost it', async () => {
    await withLock(path, () => writeFile(lock, 'another'), { times: quick })
    assert.equal(await readFile(lock, 'utf8'), 'another')
  })
})
