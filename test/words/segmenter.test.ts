import assert from 'node:assert/strict'
import os from 'node:os'
import path from 'node:path'
import nodejieba from 'nodejieba'
import { dictionaryFiles } from '../../server/src/corpus/analysis/dictionary.ts'
import { fold } from '../../server/src/recognition/reading/fold.ts'
import { seedPages } from '../recognition/seed-pages.ts'
import { rounds } from '../rounds.ts'
import { dictionary, segment } from './segmenter.ts'

function words(text: string): string[] {
  return segment(text).map(({ start, end }) => text.slice(start, end))
}

/** Tokens are adjacent and cover the text. */
function assertCovers(text: string): void {
  let at = 0
  for (const token of segment(text)) {
    assert.equal(token.start, at)
    assert.ok(token.end > token.start)
    at = token.end
  }
  assert.equal(at, text.length)
}

describe('segmenter', () => {
  it('cuts Chinese into words with parts of speech, unknown names included', () => {
    assert.deepEqual(words('记者阮向民报道'), ['记者', '阮向民', '报道'])
    assert.equal(segment('杭州')[0]?.tag, 'ns')
  })

  describe('beside nodejieba', () => {
    before(() =>
      nodejieba.load({
        dict: path.join(dictionary, dictionaryFiles.words),
        hmmDict: path.join(dictionary, dictionaryFiles.hmm),
        // Its own dictionary of users would come on top.
        userDict: os.devNull,
      }),
    )

    function assertSame(text: string): void {
      const own = segment(text).map(({ start, end, tag }) => `${text.slice(start, end)} ${tag}`)
      const others = nodejieba.tag(text).map(({ word, tag }) => `${word} ${tag}`)
      assert.deepEqual(own, others)
    }

    it('cuts and tags pages as it does, also when folded', () => {
      for (const page of seedPages) {
        const lines = page.replaceAll('\r', '').split('\n')
        for (const line of lines) for (const each of [line, fold(line)]) assertSame(each)
      }
    })

    it('cuts letters, digits and unknown words as it does', () => {
      for (const text of [
        'A4纸和APP2.0版',
        '1.5万元3D打印',
        'T恤衫',
        '囧囧阿依古丽说',
        '％＋—…',
        '',
      ]) {
        assertSame(text)
      }
    })

    it('cuts random sequences of characters of the seeds as it does', () => {
      const characters = [...new Set(seedPages.join(''))].filter(
        (character) => !/\r|[\ud800-\udfff]/.test(character),
      )
      let seed = 11
      const random = (below: number): number => {
        seed = (seed * 1103515245 + 12345) % 2147483648
        return seed % below
      }
      for (let round = rounds(200); round > 0; round--) {
        assertSame(Array.from({ length: 40 }, () => characters[random(characters.length)]).join(''))
      }
    })
  })

  it('gives no token for no text', () => {
    assert.deepEqual(segment(''), [])
  })

  it('cuts out what no dictionary has and keeps the words around it', () => {
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
