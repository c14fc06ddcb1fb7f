import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredModel } from '../../../server/src/corpus/learning/model-file.ts'
import { createModelStore } from '../../../server/src/corpus/learning/model-store.ts'
import { feastPages, feasts, learned, prepared } from '../../recognition/personal/pages.ts'

const root = 'file:///corpus'
const basis = () => 'feasts'

describe('stored models', () => {
  let storage = ''
  let warnings: string[] = []
  const warn = (message: string): unknown => warnings.push(message)
  const { judgement: _, ...rest } = learned({ pages: prepared(feastPages(feasts)) })
  const model: StoredModel = {
    ...rest,
    recogniser: '1.2.3',
    basis: 'feasts',
    pages: ['p0.txt', 'p1.txt'],
  }

  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'biaozhu-models-'))
    warnings = []
  })
  afterEach(() => rm(storage, { recursive: true, force: true }))

  async function onlyFile(): Promise<string> {
    const [name, ...others] = await readdir(join(storage, 'models'))
    assert.ok(name)
    assert.deepEqual(others, [])
    return join(storage, 'models', name)
  }

  it('are there again in the next session, each for its corpus', async () => {
    await createModelStore(storage, warn).save(root, model)
    const next = createModelStore(storage, warn)
    const again = await next.load(`${root}/`.replace(/\/$/, ''), basis)
    assert.deepEqual(again, model)
    assert.equal(next.isOutdated(root), false)
    assert.equal(await next.load('file:///another', basis), undefined)
    assert.deepEqual(warnings, [])
  })

  it('are gone when they are taken away', async () => {
    const store = createModelStore(storage, warn)
    await store.save(root, model)
    await store.save(root, undefined)
    assert.equal(await store.load(root, basis), undefined)
    assert.equal(await createModelStore(storage, warn).load(root, basis), undefined)
    assert.deepEqual(warnings, [])
  })

  it('are not used when they are damaged, and that is said', async () => {
    await createModelStore(storage, warn).save(root, model)
    const file = await onlyFile()
    const whole = await readFile(file)
    const flipped = Buffer.from(whole)
    flipped[whole.length - 10] = (flipped[whole.length - 10] ?? 0) ^ 1
    const damaged = [
      Buffer.alloc(0),
      Buffer.from('{"personalModel":2}\n'),
      Buffer.from('{"__proto__":1,'),
      whole.subarray(0, whole.length / 2),
      Buffer.concat([whole, Buffer.from('x')]),
      flipped,
      Buffer.from(
        whole.toString('latin1').replace('"personalModel":2', '"personalModel":3'),
        'latin1',
      ),
    ]
    for (const bytes of damaged) {
      warnings = []
      await writeFile(file, bytes)
      const store = createModelStore(storage, warn)
      assert.equal(await store.load(root, basis), undefined)
      assert.equal(store.isOutdated(root), true)
      assert.equal(warnings.length, 1)
      assert.ok(warnings[0]?.includes(file))
    }
  })

  it('are not used when they are of the former kind, or for another basis, until they are learned anew', async () => {
    await createModelStore(storage, warn).save(root, model)
    const file = await onlyFile()
    const former = {
      personalModel: 1,
      sha256: '',
      recogniser: '0.2.0',
      calibrations: {},
      pages: [],
    }
    const whole = await readFile(file)
    for (const [bytes, wanted] of [
      [Buffer.from(`${JSON.stringify(former)}\nBZT1`), 'feasts'],
      [whole, 'other types'],
    ] as const) {
      warnings = []
      await writeFile(file, bytes)
      const store = createModelStore(storage, warn)
      for (let time = 0; time < 2; time++) {
        assert.equal(await store.load(root, () => wanted), undefined)
      }
      assert.equal(store.isOutdated(root), true)
      assert.equal(warnings.length, 1)
      await store.save(root, { ...model, basis: wanted })
      assert.equal(store.isOutdated(root), false)
      assert.equal((await store.load(root, () => wanted))?.basis, wanted)
    }
  })

  it('are known until the end where nothing can be written', async () => {
    const blocked = join(storage, 'file')
    await writeFile(blocked, '')
    const store = createModelStore(blocked, warn)
    await store.save(root, model)
    assert.equal(await store.load(root, basis), model)
    assert.equal(warnings.length, 1)
    const without = createModelStore(undefined, warn)
    await without.save(root, model)
    assert.equal(await without.load(root, basis), model)
  })
})
