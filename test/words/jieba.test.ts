import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import nodejieba from 'nodejieba'
import { rounds } from '../rounds.ts'
import { segment } from './segmenter.ts'

const seed = readFileSync(new URL('../../seeds/001_b66ab0af8ed20314.txt', import.meta.url), 'utf8')

function words(text: string): string[] {
  return segment(text).map((word) => word.text)
}

/** Words are the text, one behind the other. */
function assertCovers(text: string): void {
  const cut = words(text)
  assert.ok(cut.every((word) => word !== ''))
  assert.equal(cut.join(''), text)
}

describe('segmenter', () => {
  it('cuts Chinese into words with parts of speech, unknown names included', () => {
    assert.deepEqual(words('记者阮向民报道'), ['记者', '阮向民', '报道'])
    assert.equal(segment('杭州')[0]?.tag, 'ns')
  })

  it('gives each word the part of speech that cppjieba gives it in its line, at first sight and later', () => {
    const lines = seed.split(/\s*\n\s*/).slice(0, 60)
    for (const line of [...lines, ...lines]) {
      const tagged = segment(line).map(({ text, tag }) => ({ word: text, tag }))
      assert.deepEqual(tagged, nodejieba.tag(line))
    }
  })

  it('gives no word for no text', () => {
    assert.deepEqual(segment(''), [])
  })

  it('cuts out what cppjieba cannot take and keeps the words around it', () => {
    assert.deepEqual(words('工会\0主席'), ['工会', '\0', '主席'])
    assert.deepEqual(words('工会\ud800主席'), ['工会', '\ud800', '主席'])
    assert.deepEqual(words('工会😀主席'), ['工会', '😀', '主席'])
    assert.deepEqual(words('工会\r\n主席'), ['工会', '\r', '\n', '主席'])
  })

  const hostile: readonly [string, string][] = [
    ['lone surrogates', '\udc00\ud800工\ud83d会\ude00\ud800'],
    ['byte order marks', '\ufeff工会\ufeff'],
    ['non-characters', '工\ufffe会\uffff工\ufdd0会\ufffd'],
    ['controls and separators', '工\u0000\u0001\u007f\u0085\u2028\u2029会\t\v\f'],
    ['private use and rare Han', '\ue000工\u{20000}\u{2a6d6}会\u3400'],
    ['combining marks', 'e\u0301工\u0301会'.repeat(50)],
    ['one long run of Han', '工会主席在杭州'.repeat(20_000)],
    ['one long run of digits', '1'.repeat(100_000)],
    ['one long run of letters', 'a'.repeat(100_000)],
    ['one long run of emoji', '😀'.repeat(50_000)],
    ['one long run of blanks', ' \u3000'.repeat(50_000)],
  ]
  for (const [name, text] of hostile) {
    it(`covers ${name} exactly`, () => assertCovers(text))
  }

  it('covers random text of every plane exactly', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
    for (let round = rounds(300); round > 0; round--) {
      let text = ''
      for (let i = random(60); i >= 0; i--) text += String.fromCharCode(random(0x10000))
      assertCovers(text)
    }
  })
})
