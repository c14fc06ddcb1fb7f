import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { parseWordList } from '../../server/src/corpus/analysis/lexicon.ts'
import {
  alternatives,
  wordList,
  wordMatcher,
} from '../../server/src/recognition/reading/lexicon.ts'
import { lexicon } from './recognised.ts'

const folder = new URL('../../server/lexicon/', import.meta.url)

describe('lexicon', () => {
  it('reads one entry a line, without comments, blanks and carriage returns', () => {
    assert.deepEqual([...parseWordList('# MIT\r\n工会\r\n\r\n 主席 \n')], ['工会', '主席'])
  })

  it('has the source and licence on top of every list', () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const head = text.split('\n').filter((line) => line.startsWith('#'))
      assert.ok(text.startsWith('#') && /own list|sources?:/i.test(head.join('\n')), file)
    }
  })

  it('has every list that the recognisers ask for', () => {
    const source = new URL('../../server/src/recognition/', import.meta.url)
    for (const file of readdirSync(source).filter((name) => name.endsWith('.ts'))) {
      const code = readFileSync(new URL(file, source), 'utf8')
      for (const [call] of code.matchAll(/(?:alternatives|wordList)\(lexicon, [^)]*\)/g)) {
        for (const [, name = ''] of call.matchAll(/'([^']+)'/g)) {
          assert.ok(wordList(lexicon, name).size > 0, `${file}: ${name}`)
        }
      }
    }
  })

  it('finds the longest word at a place', () => {
    const matcher = wordMatcher(['工会', '工会主席', '主席'])
    assert.equal(matcher.longestAt('副工会主席', 1), 4)
    assert.equal(matcher.longestAt('副工会主席', 0), 0)
  })

  it('finds words of one character, at the end of a text too', () => {
    const matcher = wordMatcher(['工', '会主', '𠮷野'])
    assert.deepEqual(
      Array.from('工会工会主𠮷野会', (_, at) => matcher.longestAt('工会工会主𠮷野会', at)),
      [1, 0, 1, 2, 0, 3, 0, 0],
    )
    assert.equal(matcher.longestAt('工', 0), 1)
    assert.equal(matcher.longestAt('工', 1), 0)
  })

  it('writes words into an expression as they are, and nothing for an unknown list', () => {
    const made = { words: new Map([['list', new Set(['a+b', 'a'])]]) }
    assert.deepEqual('a+bab'.match(new RegExp(alternatives(made, 'list'), 'g')), ['a+b', 'a'])
    assert.equal(new RegExp(alternatives(made, 'none')).test('anything'), false)
  })
})
