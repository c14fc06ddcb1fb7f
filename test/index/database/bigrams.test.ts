import assert from 'node:assert/strict'
import { bigramQuery, bigramsOf } from '../../../server/src/index/database/bigrams.ts'
import { openSqlite } from '../../../server/src/index/database/sqlite.ts'
import { rounds } from '../../rounds.ts'
import { pick, randomOf } from '../../varied/random.ts'

const pieces = [
  '工',
  '会',
  '总',
  '市',
  '驿',
  '𠮷',
  '１',
  '2',
  'Ａ',
  'b',
  '“',
  '，',
  '。',
  '\n',
  ' ',
  '·',
  '㎡',
] as const

describe('the full text', () => {
  it('is pairs of characters, the last one of a run by itself', () => {
    assert.equal(bigramsOf('总工会，A１'), '总工 工会 会 a1 1')
    assert.equal(bigramsOf('货\n\n车'), '货车 车')
    assert.equal(bigramsOf('。“'), '')
  })

  it('is asked for each pair, and for the beginning of one', () => {
    assert.equal(bigramQuery('总工会总工'), '"总工" AND "工会" AND "会总"')
    assert.equal(bigramQuery('工'), '"工" *')
    assert.equal(bigramQuery('工会，２１'), '"工会" AND "21"')
    assert.equal(bigramQuery('，"*'), undefined)
  })

  it('finds every text that stands in it, and none without one of its pairs', async () => {
    const sqlite = await openSqlite(':memory:')
    assert.ok(sqlite !== undefined)
    sqlite.exec(
      "CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    )
    const random = randomOf(5)
    const text = (length: number) => Array.from({ length }, () => pick(random, pieces)).join('')
    const texts = Array.from({ length: 60 }, () => text(1 + random(40)))
    for (const [i, each] of texts.entries()) {
      sqlite.run('INSERT INTO words (rowid, text) VALUES (?, ?)', i, bigramsOf(each))
    }
    for (let round = 0; round < rounds(400); round++) {
      const source = texts[random(texts.length)] ?? ''
      const start = random(source.length)
      const part = random(3) > 0 ? source.slice(start, start + 1 + random(5)) : text(1 + random(4))
      // Half of a sign is none.
      if (/\p{Cs}/u.test(part)) continue
      const query = bigramQuery(part)
      if (query === undefined) continue
      const found = sqlite.rows('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid', query)
      const pages = new Set(found.map(([page]) => page))
      const isPlain = /^[工会总市驿𠮷2b]+$/u.test(part)
      for (const [i, each] of texts.entries()) {
        if (each.includes(part)) assert.ok(pages.has(i), `${part} in ${each}`)
        if (isPlain && pages.has(i)) {
          const folded = each
            .normalize('NFKC')
            .toLowerCase()
            .replace(/\s*\n\s*/g, '')
          const signs = [...part]
          const pairs =
            signs.length < 2 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign)
          for (const pair of pairs) assert.ok(folded.includes(pair), `${pair} not in ${each}`)
        }
      }
    }
    sqlite.close()
  })
})
