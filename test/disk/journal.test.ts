import assert from 'node:assert/strict'
import { Journal } from '../../server/src/disk/journal.ts'
import { ownIdentity } from '../../server/src/disk/process-identity.ts'
import { writeWhole } from '../../server/src/disk/whole-file.ts'
import { chooser, type SimulatedDisk, simulatedDisk } from './simulated-disk.ts'

const changesOf = (journal: Journal) => journal.open.map(({ page, change }) => [page, change])

/** What was left is of another process now, which has ended. */
function ended(disk: SimulatedDisk): void {
  const own = JSON.stringify(ownIdentity().pid)
  for (const [path, text] of disk.files) {
    if (!path.includes('.journal')) continue
    disk.put(path, text.replaceAll(`"pid":${own},`, `"pid":${2 ** 22 + 1},`))
  }
}

describe('the journal', () => {
  it('holds what is confirmed until it is settled, and its file goes with the last', async () => {
    const disk = simulatedDisk()
    const journal = await Journal.open('/s', disk)
    const one = await journal.append('a.txt', { put: 1 })
    const two = await journal.append('b.txt', { put: 2 })
    await journal.settle([one])
    assert.deepEqual(changesOf(journal), [['b.txt', { put: 2 }]])
    await journal.settle([two])
    await journal.close()
    assert.deepEqual([...disk.files.keys()], [])
  })

  it('flushes once for changes that come together', async () => {
    const disk = simulatedDisk()
    const journal = await Journal.open('/s', disk)
    await journal.append('a.txt', { put: 0 })
    const before = disk.calls
    await Promise.all(Array.from({ length: 50 }, (_, i) => journal.append('a.txt', { put: i })))
    assert.equal(disk.calls - before, 2)
  })

  it('takes over what a process that ended left, once', async () => {
    const disk = simulatedDisk()
    const first = await Journal.open('/s', disk)
    await first.append('a.txt', { put: 1 })
    const settled = await first.append('a.txt', { put: 2 })
    await first.settle([settled])
    ended(disk)
    const second = await Journal.open('/s', disk)
    const third = await Journal.open('/s', disk)
    assert.deepEqual(changesOf(second), [['a.txt', { put: 1 }]])
    assert.deepEqual(changesOf(third), [])
  })

  it('takes over what a process that ended was taking over, though another one has its number now', async () => {
    const disk = simulatedDisk()
    const first = await Journal.open('/s', disk)
    await first.append('a.txt', { put: 1 })
    const [path = ''] = disk.files.keys()
    const { pid, start } = ownIdentity()
    await disk.rename(path, `${path}.${pid}-s${start}-00000000`)
    assert.deepEqual(changesOf(await Journal.open('/s', disk)), [])
    await disk.rename(`${path}.${pid}-s${start}-00000000`, `${path}.${pid}-s1-00000000`)
    assert.deepEqual(changesOf(await Journal.open('/s', disk)), [['a.txt', { put: 1 }]])
  })

  it('leaves alone what a running process writes', async () => {
    const disk = simulatedDisk()
    const first = await Journal.open('/s', disk)
    await first.append('a.txt', { put: 1 })
    assert.deepEqual(changesOf(await Journal.open('/s', disk)), [])
  })

  it('goes on after a write that failed, without what it did not confirm', async () => {
    for (let at = 1; at < 12; at++) {
      const disk = simulatedDisk()
      const journal = await Journal.open('/s', disk)
      disk.failAt(disk.calls + at, 'ENOSPC')
      const confirmed: number[] = []
      for (let i = 0; i < 4; i++) {
        const isDone = await journal.append('a.txt', { put: i }).then(
          () => true,
          () => false,
        )
        if (isDone) confirmed.push(i)
      }
      assert.ok(confirmed.length >= 3, `call ${at}`)
      disk.losePower(chooser(at))
      ended(disk)
      const left = changesOf(await Journal.open('/s', disk)).map(([, change]) => change)
      for (const i of confirmed)
        assert.ok(left.some((each) => JSON.stringify(each) === `{"put":${i}}`))
    }
  })

  it('loses nothing confirmed when the power goes at any call', async () => {
    for (let at = 1; at < 60; at++) {
      for (let seed = 0; seed < 5; seed++) {
        const disk = simulatedDisk()
        const confirmed: number[] = []
        const settled: number[] = []
        disk.failAt(at, 'EIO', true)
        try {
          const journal = await Journal.open('/s', disk)
          let text = ''
          for (let i = 0; i < 6; i++) {
            const number = await journal.append('a.txt', { put: i })
            confirmed.push(i)
            text += `${i}\n`
            if (i % 2 === 1) {
              await writeWhole('/c/a.anno.jsonl', text, disk)
              settled.push(i - 1, i)
              await journal.settle([number - 1, number])
            }
          }
        } catch {
          // The power is gone from here on.
        }
        disk.losePower(chooser(seed))
        ended(disk)
        const written = disk.files.get('/c/a.anno.jsonl') ?? ''
        const journal = await Journal.open('/s', disk)
        const left = journal.open.map(({ change }) => change['put'])
        for (const i of confirmed) {
          const isThere = left.includes(i) || written.split('\n').includes(String(i))
          assert.ok(isThere, `power lost at call ${at}, seed ${seed}: change ${i} is gone`)
        }
      }
    }
  })

  it('begins a new file when the old one is large and nothing in it is needed', async () => {
    const disk = simulatedDisk()
    const journal = await Journal.open('/s', disk)
    const note = '长'.repeat(200_000)
    await journal.settle([
      await journal.append('a.txt', { note }),
      await journal.append('a.txt', { note }),
    ])
    await journal.append('a.txt', { put: 1 })
    assert.deepEqual(
      [...disk.files.values()].map((text) => text.includes('长')),
      [false],
    )
  })
})
