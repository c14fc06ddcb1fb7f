import assert from 'node:assert/strict'
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
})
