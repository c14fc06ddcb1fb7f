import assert from 'node:assert/strict'
import { parsePatterns, parseWordList } from '../../server/src/corpus/analysis/lexicon.ts'
import { alternatives, type Lexicon, wordList } from '../../server/src/values/lexicon.ts'
import { expanded, expressions } from '../../server/src/values/patterns.ts'

/** A lexicon with lists given as words separated by blanks, and one table `t`. */
function made(lists: Readonly<Record<string, string>>, table = ''): Lexicon {
  return {
    words: new Map(Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))])),
    patterns: new Map([['t', parsePatterns(table)]]),
  }
}

describe('word lists', () => {
  it('are read one entry a line, without comments, blanks and carriage returns', () => {
    assert.deepEqual([...parseWordList('# MIT\r\n工会\r\n\r\n 主席 \n')], ['工会', '主席'])
  })

  it('are written into an expression as they are, the longest word first', () => {
    const lexicon = made({ list: 'a+b a 工会主席 工会' })
    const pattern = new RegExp(alternatives(lexicon, 'list'), 'gu')
    assert.deepEqual('a+bab工会主席'.match(pattern), ['a+b', 'a', '工会主席'])
  })

  it('are empty, and match nothing, where there is none of that name', () => {
    assert.equal(wordList(made({}), 'none').size, 0)
    assert.equal(new RegExp(alternatives(made({}), 'none')).test('anything'), false)
  })
})

describe('patterns', () => {
  const expand = (table: string, lists = {}) => expanded(made(lists, table), 't').get('last')

  for (const [what, table, lists, source] of [
    ['words of a list', 'last = ^{posts}$', { posts: '主席 副主席' }, '^(?:副主席|主席)$'],
    ['words of several lists', 'last = {a,b-c}+', { a: '甲', 'b-c': '乙丙' }, '(?:乙丙|[甲])+'],
    ['characters in a class', 'last = [\\d{a}]{2}', { a: '一 二' }, '[\\d一二]{2}'],
    ['marks in a class', 'last = [{a}]', { a: '] ^ -' }, '[\\]\\^\\-]'],
    ['a pattern above', 'year = \\d{4}年\nlast = {year}?', {}, '(?:\\d{4}年)?'],
    ['nothing for a pattern below', 'last = {year}\nyear = \\d{4}年', {}, '(?:(?!))'],
    ['any Chinese character', 'last = {han}{1,2}', {}, '\\p{Script=Han}{1,2}'],
    [
      'quantifiers and escapes as they are',
      'last = \\{a\\}\\[{a}',
      { a: '甲' },
      '\\{a\\}\\[(?:[甲])',
    ],
    ['lines that go on', '# of a year\nlast = 甲|\n  乙|\n\n  丙\n', {}, '甲|乙|丙'],
  ] as const) {
    it(`stand for ${what}`, () => assert.equal(expand(table, lists), source))
  }

  it('are compiled once for a lexicon, with the flags that are asked for', () => {
    const lexicon = made({ a: '甲 乙' }, 'one = {a}\ntwo = x')
    const rules = expressions('t', { one: 'g', none: '' })
    assert.equal(rules(lexicon).one.flags, 'gu')
    assert.equal(rules(lexicon), rules(lexicon))
    assert.deepEqual('甲乙'.match(rules(lexicon).one), ['甲', '乙'])
    assert.equal(rules(lexicon).none.test('甲'), false)
  })
})
