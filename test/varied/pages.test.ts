import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathOfPage, writePages } from './corpus.ts'
import { variedPage, writtenPage } from './pages.ts'

describe('varied pages', () => {
  it('are the same on every run', () => {
    assert.equal(variedPage(7, 2000), variedPage(7, 2000))
    assert.notEqual(variedPage(7, 2000), variedPage(8, 2000))
  })

  it('are about as long as they are asked for', () => {
    for (const length of [500, 2000, 7000]) {
      const page = variedPage(3, length)
      assert.ok(page.length >= length * 0.8 && page.length <= length * 1.6, String(page.length))
    }
  })

  it('of the training pages have few sentences twice', () => {
    const pages = Array.from({ length: 30 }, (_, i) => writtenPage(i, 2000))
    const sentences = pages.flatMap((page) => page.match(/[^。\n]{8,}。/g) ?? [])
    assert.ok(sentences.length > 500)
    assert.ok(new Set(sentences).size > sentences.length * 0.9)
  })

  it('have new names the more there are', () => {
    const reporters = (pages: number): number =>
      new Set(
        Array.from({ length: pages }, (_, i) => variedPage(i, 500)).flatMap((page) =>
          [...page.matchAll(/记者(\S+) 通讯员/g)].map(([, name]) => name),
        ),
      ).size
    assert.ok(reporters(400) > reporters(100) * 2)
  })

  it('of the training pages have new words the more there are, and few lines twice', () => {
    const seen = new Set<string>()
    const lines: string[] = []
    const sizes: number[] = []
    for (let i = 0; i < 240; i++) {
      const page = writtenPage(i, 2000)
      lines.push(...page.split('\n').filter((line) => line !== ''))
      for (const [run] of page.matchAll(/[\p{L}\p{N}]+/gu)) {
        for (let at = 0; at + 3 < run.length; at++) seen.add(run.slice(at, at + 4))
      }
      if (i === 59 || i === 239) sizes.push(seen.size)
    }
    const [few = 0, many = 0] = sizes
    // Of four times as many pages; without new words it would be once.
    assert.ok(many > few * 2, `${few} ${many}`)
    assert.ok(new Set(lines).size > lines.length * 0.98)
  })

  it('are written by their numbers, the same for the same seed, in folders by date', () => {
    const folder = mkdtempSync(join(tmpdir(), 'biaozhu-pages-'))
    writePages(folder, 0, 9)
    const read = (number: number) => readFileSync(join(folder, pathOfPage(number)), 'utf8')
    const [first, last] = [read(0), read(8)]
    writePages(folder, 8, 9)
    assert.deepEqual([read(0), read(8)], [first, last])
    writePages(folder, 8, 9, 1)
    assert.notEqual(read(8), last)
    assert.deepEqual(
      [pathOfPage(0), pathOfPage(8)],
      ['2012/01/20120101-1.txt', '2012/01/20120102-1.txt'],
    )
    rmSync(folder, { recursive: true })
  })
})
