import assert from 'node:assert/strict'
import { PageTexts, signatureOf } from '../../server/src/index/page-texts.ts'
import { oneArticlePage } from '../recognition/one-article.ts'
import { variedPage } from '../varied/pages.ts'
import { randomOf } from '../varied/random.ts'

function textsOf(pages: Readonly<Record<string, string>>): PageTexts {
  const texts = new PageTexts()
  for (const [path, text] of Object.entries(pages)) {
    texts.put(path, signatureOf(oneArticlePage(text)))
  }
  return texts
}

describe('pages that may hold a name', () => {
  it('are those that do, breaks left out', () => {
    const texts = textsOf({
      '1.txt': '走访富润。',
      '2.txt': '走访富 \n 润。',
      '3.txt': '走访光明。',
    })
    assert.deepEqual(texts.pagesThatMayHold(['富润', '']), ['1.txt', '2.txt'])
    assert.deepEqual(texts.pagesThatMayHold(['富润集团', '访光']), ['3.txt'])
    assert.deepEqual(texts.pagesThatMayHold([]), [])
  })

  it('are not those that changed or are gone', () => {
    const texts = textsOf({ '1.txt': '走访富润。', '2.txt': '走访富润。' })
    texts.put('1.txt', signatureOf(oneArticlePage('走访光明。')))
    assert.deepEqual(texts.pagesThatMayHold(['富润']), ['2.txt'])
    texts.put('2.txt', undefined)
    assert.deepEqual(texts.pagesThatMayHold(['富润']), [])
  })

  it('are all that do, and few others', () => {
    const pages = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`${i}.txt`, variedPage(i, 2000)]),
    )
    const texts = textsOf(pages)
    const random = randomOf(5)
    let others = 0
    for (let i = 0; i < 300; i++) {
      const text = pages[`${random(100)}.txt`] ?? ''
      const start = random(text.length - 4)
      const name = text.slice(start, start + 3 + random(2))
      const found = texts.pagesThatMayHold([name])
      const holding = Object.keys(pages).filter((path) => pages[path]?.includes(name))
      assert.deepEqual(
        holding.filter((path) => !found.includes(path)),
        [],
        name,
      )
      others += found.length - holding.length
    }
    assert.ok(others < 300 * 6, `${others} others for 300 names on 100 pages`)
  })
})
