import assert from 'node:assert/strict'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textHash } from '../../server/src/annotation/record/selectors.ts'
import { createOldTexts } from '../../server/src/corpus/saving/old-texts.ts'

const text = '工会𠮷\r\n推出\r十条'
const lf = '工会𠮷\n推出\n十条'
const hash = textHash(text)

describe('old texts', () => {
  let dir: string
  beforeEach(() => {
    dir = join(fs.mkdtempSync(join(tmpdir(), 'old-texts-')), 'texts')
  })
  afterEach(() => {
    fs.rmSync(join(dir, '..'), { recursive: true, force: true })
  })

  it('are there again after a restart, with LF newlines', async () => {
    const texts = createOldTexts(dir)
    await texts.remember(text)
    assert.equal(texts.textOf(hash), lf)
    const later = createOldTexts(dir)
    assert.equal(later.textOf(hash), undefined)
    assert.equal(await later.load(hash), lf)
    assert.equal(later.textOf(hash), lf)
    assert.deepEqual(fs.readdirSync(dir), [`${hash}.txt`])
  })

  it('are not believed when their file is damaged, and are written anew', async () => {
    await createOldTexts(dir).remember(text)
    fs.writeFileSync(join(dir, `${hash}.txt`), '工')
    assert.equal(await createOldTexts(dir).load(hash), undefined)
    await createOldTexts(dir).remember(text)
    assert.equal(await createOldTexts(dir).load(hash), lf)
  })

  it('go from disk when they are too many, the oldest first', async () => {
    const limits = { disk: 300, memory: 1000 }
    const pages = ['甲', '乙', '丙', '丁'].map((name) => name.repeat(33))
    for (const [i, page] of pages.entries()) {
      await createOldTexts(dir, limits).remember(page)
      const old = new Date(1e12 + i * 1000)
      if (i < 3) fs.utimesSync(join(dir, `${textHash(page)}.txt`), old, old)
    }
    const left = await Promise.all(pages.map((page) => createOldTexts(dir).load(textHash(page))))
    assert.deepEqual(
      left.map((page) => page?.[0]),
      [undefined, undefined, '丙', '丁'],
    )
  })

  it('stay when they are used again', async () => {
    const pages = ['甲', '乙', '丙'].map((name) => name.repeat(33))
    const [first = '', second = '', third = ''] = pages
    for (const [i, page] of [first, second].entries()) {
      await createOldTexts(dir).remember(page)
      const old = new Date(1e12 + i * 1000)
      fs.utimesSync(join(dir, `${textHash(page)}.txt`), old, old)
    }
    const texts = createOldTexts(dir, { disk: 250, memory: 1000 })
    await texts.remember(first)
    await texts.remember(third)
    assert.equal(await createOldTexts(dir).load(textHash(second)), undefined)
    assert.equal(await createOldTexts(dir).load(textHash(first)), first)
  })

  it('go from memory when they are too many', async () => {
    const texts = createOldTexts(undefined, { disk: 0, memory: 5 })
    for (const page of ['甲甲', '乙乙', '丙丙']) await texts.remember(page)
    assert.deepEqual(
      ['甲甲', '乙乙', '丙丙'].map((page) => texts.textOf(textHash(page))),
      [undefined, '乙乙', '丙丙'],
    )
  })

  it('are known in memory where there is no folder or nothing can be written', async () => {
    fs.writeFileSync(dir, 'a file where the folder should be')
    for (const folder of [undefined, dir, '\0']) {
      const texts = createOldTexts(folder)
      await texts.remember(text)
      assert.equal(await texts.load(hash), lf)
      assert.equal(await createOldTexts(folder).load(hash), undefined)
    }
  })

  it('are asked for by hashes alone', async () => {
    fs.mkdirSync(dir)
    fs.writeFileSync(join(dir, '..', 'other.txt'), '')
    assert.equal(await createOldTexts(dir).load('../other'), undefined)
  })

  it('are written whole by two writers at once', async () => {
    const [one, two] = [createOldTexts(dir), createOldTexts(dir)]
    const pages = Array.from({ length: 20 }, (_, i) => `第${i}版`.repeat(500))
    await Promise.all(pages.flatMap((page) => [one.remember(page), two.remember(page)]))
    const loaded = await Promise.all(pages.map((page) => createOldTexts(dir).load(textHash(page))))
    assert.deepEqual(loaded, pages)
    assert.equal(fs.readdirSync(dir).length, 20)
  })
})
