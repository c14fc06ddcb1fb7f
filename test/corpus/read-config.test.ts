import assert from 'node:assert/strict'
import { defaultConfig } from '../../server/src/corpus/config.ts'
import { scanJson } from '../../server/src/corpus/json-scan.ts'
import { readConfig } from '../../server/src/corpus/read-config.ts'

const uri = 'file:///corpus/corpus.json'
const read = (text: string, before = defaultConfig) => readConfig(uri, text, before)

describe('corpus.json', () => {
  it('takes every key, and the defaults for those that are not there', () => {
    const text = JSON.stringify({
      name: '工人报纸',
      pages: ['版面/*.txt'],
      encoding: 'gbk',
      newspaper: '浙江工人日报',
      fileNames: '(?<year>\\d{4})',
      annotator: '王',
      pageData: { 'a.txt': { date: '2021-11-22', number: 3 } },
      later: true,
    })
    const { later: _, ...expected } = JSON.parse(text)
    assert.deepEqual(read(text), { config: expected, problems: [] })
    assert.deepEqual(read('{}'), { config: defaultConfig, problems: [] })
  })

  it('keeps the last good values when the file is no JSON, and says where it breaks', () => {
    const before = read('{"name":"甲"}').config
    const { config, problems } = read('{\n  "name": "乙",\n}', before)
    assert.equal(config, before)
    assert.deepEqual(problems, [{ uri, offset: 17, message: 'This is not valid JSON.' }])
  })

  it('keeps the last good value of a key with a mistake, and takes the others', () => {
    const before = read('{"encoding":"gbk","name":"甲"}').config
    const { config, problems } = read('{"name":"乙", "encoding":7}', before)
    assert.deepEqual([config.name, config.encoding], ['乙', 'gbk'])
    assert.deepEqual(
      problems.map(({ offset }) => offset),
      [13],
    )
  })

  it('names every kind of mistake once', () => {
    const wrong = {
      name: 1,
      pages: ['*.txt', 2],
      encoding: 'klingon',
      newspaper: [],
      fileNames: '(',
      annotator: null,
      pageData: { 'a.txt': { date: 'yesterday' } },
    }
    const { config, problems } = read(JSON.stringify(wrong))
    assert.deepEqual(config, defaultConfig)
    assert.deepEqual(
      problems.map(({ message }) => message.split(':')[0]?.slice(1, -1)).sort(),
      Object.keys(wrong).sort(),
    )
    assert.equal(read('[1]').problems.length, 1)
  })
})

describe('scanning JSON', () => {
  it('finds a fault in exactly the texts that JSON.parse refuses', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      'true',
      ' ',
      '-',
      '"',
      '\\',
      '01',
      '1e5',
    ]
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    let good = 0
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: random(7) + 1 }, () => pieces[random(pieces.length)]).join(
        '',
      )
      const { fault } = scanJson(text)
      let parsed = true
      try {
        JSON.parse(text)
        good++
      } catch {
        parsed = false
      }
      assert.equal(fault === undefined, parsed, text)
    }
    assert.ok(good > 500)
  })

  it('finds the keys of the outermost object', () => {
    const { keys } = scanJson('{ "a": {"b": [1, {"c": 2}]},\n "d": "e" }')
    assert.deepEqual(
      [...keys],
      [
        ['a', 2],
        ['d', 30],
      ],
    )
  })
})
