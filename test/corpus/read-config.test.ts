import assert from 'node:assert/strict'
import { defaultConfig, problemText } from '../../server/src/corpus/config/config.ts'
import { scanJson } from '../../server/src/corpus/config/json-scan.ts'
import { readConfig } from '../../server/src/corpus/config/read-config.ts'
import { rounds } from '../rounds.ts'

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
      guidelines: 'guidelines.md',
      images: 'scans/{name}.jpg',
      pageData: { 'a.txt': { date: '2021-11-22', number: 3 } },
      later: true,
    })
    const { later: _, ...expected } = JSON.parse(text)
    assert.deepEqual(read(text), {
      config: { ...expected, schema: defaultConfig.schema },
      problems: [],
    })
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
      problems.map(({ offset, end }) => [offset, end]),
      [[24, 25]],
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
      guidelines: 7,
      images: '../{name}.jpg',
      schema: 'mine',
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

  it('says each mistake in the data of pages at its place', () => {
    const text =
      '{"pageData": {"a.txt": {"date": "gestern", "number": 1.5}, "b.txt": 7, "c.txt": {}}}'
    const { config, problems } = read(text)
    assert.deepEqual(config, defaultConfig)
    assert.deepEqual(
      problems.map(({ offset, end }) => text.slice(offset, end)),
      ['"gestern"', '1.5', '7'],
    )
  })

  it('says what would cost too much, and does not take it', () => {
    const refused = (json: object) => {
      const { config, problems } = read(JSON.stringify(json))
      assert.deepEqual(config, defaultConfig)
      return problems.map(problemText)
    }
    assert.deepEqual(refused({ pages: ['*.txt', '{a,aa}'.repeat(30)] }), [
      '"pages": at most 1000 globs are expected, with what braces stand for, and 20000 characters.',
    ])
    assert.deepEqual(refused({ pages: ['+(a|b).txt'] }), [
      '"pages": globs know *, **, ?, […] and {a,b}, but no |.',
    ])
    assert.deepEqual(refused({ fileNames: `(?<year>${'a'.repeat(1000)})` }), [
      '"fileNames": a regular expression is expected, of at most 1000 characters, with groups named year, month, day and page.',
    ])
    const long = `{"name":"${'长'.repeat(4_000_000)}"}`
    assert.deepEqual(read(long).problems.map(problemText), [
      'The file is longer than 4000000 characters.',
    ])
  })

  it('names no more mistakes than anybody reads', () => {
    const types = Array.from({ length: 500 }, () => 1)
    assert.equal(read(JSON.stringify({ schema: { types } })).problems.length, 100)
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
    for (let round = rounds(20_000); round > 0; round--) {
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

  it('finds the place of a value at any depth', () => {
    const text = '{ "a": {"b": [1, {"c": "x"}]},\n "d": [\n{ "e": 1\n}] }'
    const at = (...path: (string | number)[]) => {
      const { start, end } = scanJson(text).placeOf(path)
      return text.slice(start, end)
    }
    assert.equal(at('a', 'b', 1, 'c'), '"x"')
    assert.equal(at('a', 'b', 0), '1')
    // An object or list at its key, or where it begins.
    assert.equal(at('a', 'b'), '"b"')
    assert.equal(at('a', 'b', 1), '{"c": "x"}')
    assert.equal(at('d', 0), '{ "e": 1')
    // What is not there at what encloses it.
    assert.equal(at('a', 'x'), '"a"')
    assert.equal(at('a', 'b', 7), '"b"')
    assert.equal(at('x'), '{ "a": {"b": [1, {"c": "x"}]},')
  })

  it('does not fall over a text without end', () => {
    for (const text of ['', '['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
      const { fault, placeOf } = scanJson(text)
      assert.notEqual(fault, undefined)
      assert.equal(placeOf(['a', 0]).start, 0)
      assert.equal(read(text).config, defaultConfig)
    }
  })
})

describe('the schema in corpus.json', () => {
  const schema = (json: object) => JSON.stringify({ name: '甲', schema: json })

  it('replaces the default types', () => {
    const { config, problems } = read(schema({ types: ['人物', '地点'], overlap: true }))
    assert.deepEqual(problems, [])
    assert.deepEqual(
      config.schema.types.map(({ name }) => name),
      ['人物', '地点'],
    )
    assert.equal(config.schema.overlap, true)
  })

  it('has a mistake at its value, and is then the last good one', () => {
    const before = read(schema({ types: ['人物'] })).config
    const text = schema({
      types: [
        { name: '人物', colour: 'red' },
        { name: '劳模', parent: '人' },
      ],
    })
    const { config, problems } = read(text, before)
    assert.equal(config.schema, before.schema)
    assert.equal(config.name, '甲')
    assert.deepEqual(
      problems.map((problem) => [text.slice(problem.offset, problem.end), problemText(problem)]),
      [
        ['"red"', '"colour": a colour is expected: "#d9c2f0".'],
        ['"人"', '"parent": there is no type “人”.'],
      ],
    )
  })

  it('has mistakes at their own types when another type cannot be read', () => {
    const text = schema({ types: [1, { name: 'B', parent: 'C' }] })
    assert.deepEqual(
      read(text).problems.map(({ offset, end }) => text.slice(offset, end)),
      ['1', '"C"'],
    )
  })

  it('is the default one again when the key is taken away', () => {
    const before = read(schema({ types: ['人物'] })).config
    assert.equal(read('{}', before).config.schema, defaultConfig.schema)
  })
})
