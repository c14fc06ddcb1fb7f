/** Sidecars as they come: ids that collide, marks of a merge, bytes that are no UTF-8. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { printSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { readStored } from '../../server/src/annotation/sidecar/stored.ts'
import { nodeSidecarFiles } from '../../server/src/disk/sidecar-files.ts'
import { markedSidecar } from '../annotation/records.ts'
import { inFakeTime } from '../fake-time.ts'

describe('ids that collide', () => {
  const { sidecar } = markedSidecar('⟦甲|Place⟧⟦乙|Place⟧⟦丙|Place⟧⟦丁|Place⟧')
  const idsOf = (...ids: readonly string[]) => {
    const records = sidecar.records.map((record, i) => ({ ...record, id: ids[i] ?? '' }))
    return readStored(printSidecar({ ...sidecar, records }))
  }

  it('become several, the same in every window; none is lost', () => {
    const ids = (...given: readonly string[]) => idsOf(...given).records.map(({ id }) => id)
    assert.deepEqual(ids('A', 'A', 'A', 'B'), ['A', 'A-2', 'A-3', 'B'])
    assert.deepEqual(ids('A', 'A', 'A-2', 'A-2'), ['A', 'A-3', 'A-2', 'A-2-2'])
    assert.deepEqual(ids('__proto__', '__proto__', 'constructor', 'constructor'), [
      '__proto__',
      '__proto__-2',
      'constructor',
      'constructor-2',
    ])
    assert.deepEqual(ids('A', 'B', 'C', 'D'), ['A', 'B', 'C', 'D'])
  })

  it('are reported with the lines of the file', () => {
    const { problems } = idsOf('A', 'B', 'A', 'C')
    assert.deepEqual(
      problems.map(({ kind, line }) => [kind, line]),
      [['duplicate id', 4]],
    )
  })
})

describe('marks of a merge', () => {
  it('in no order are broken lines, and records on both sides of them stay', () => {
    const text = '>>>>>>> x\n{"kind":"page","id":"A","what":"done"}\n<<<<<<< y\n'
    const { records, broken } = readStored(text)
    assert.equal(records.length, 1)
    assert.deepEqual(
      broken.map((line) => line.text),
      ['>>>>>>> x', '<<<<<<< y'],
    )
  })
})

describe('the file of a sidecar', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faults-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const uri = () => `${pathToFileURL(folder).href}/1.anno.jsonl`
  const lock = () => join(folder, '.1.anno.jsonl.lock')

  it('that is no UTF-8 is shown, and not written over', async () => {
    const bytes = Buffer.from([0x7b, 0xbc, 0xce, 0x7d, 0x0a])
    await writeFile(join(folder, '1.anno.jsonl'), bytes)
    assert.equal(await nodeSidecarFiles.read(uri()), '{\uFFFD\uFFFD}\n')
    await assert.rejects(
      nodeSidecarFiles.change(uri(), () => 'new'),
      { code: 'EILSEQ' },
    )
    assert.deepEqual(await readFile(join(folder, '1.anno.jsonl')), bytes)
    assert.deepEqual(await readdir(folder), ['1.anno.jsonl'])
  })

  it('is free at once when who held it has ended here, and not when they are elsewhere', () =>
    inFakeTime(async (time) => {
      const gone = 2 ** 22 + 1
      await writeFile(lock(), `${gone} ${hostname()}`)
      await nodeSidecarFiles.change(uri(), () => 'one')
      assert.equal(time.elapsed, 0)
      await writeFile(lock(), `${gone} another-machine`)
      const writing = nodeSidecarFiles.change(uri(), () => 'two')
      while (time.elapsed < 5000) await new Promise((resolve) => setImmediate(resolve))
      assert.equal(await readFile(join(folder, '1.anno.jsonl'), 'utf8'), 'one')
      await rm(lock())
      await writing
      assert.equal(await readFile(join(folder, '1.anno.jsonl'), 'utf8'), 'two')
    }))

  it('is free soon when who held it was killed before it could say who it is', () =>
    inFakeTime(async (time) => {
      await writeFile(lock(), '')
      await nodeSidecarFiles.change(uri(), () => 'one')
      assert.ok(time.elapsed < 3000, `${time.elapsed} ms`)
    }))
})
