/** The rules of `server/lexicon/`: knowledge stands there once, is read by somebody, and says where it comes from. */
import assert from 'node:assert/strict'
import path from 'node:path'
import { expanded } from '../../server/src/values/patterns.ts'
import { lexicon } from '../lexicon.ts'
import { files, read } from './sources.ts'

/** Chinese characters in the code of the server, outside comments. May only fall;
 * 71 of them name numerals and units of time, whose values are code, 40 head columns of workbooks. */
const mostHan = 521

const lists = named('server/lexicon/*.txt')
const tables = named('server/lexicon/patterns/*.txt')

/** The server's code without comments, one string for each file. */
const code = files('server/src/**/*.ts').map((file) =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;,{}()])\/\/.*$/gm, '$1'),
)

/** Patterns that code asks for, as `table name`. */
const asked = code.flatMap((text) =>
  [...text.matchAll(/\bexpressions\('([\w-]+)', \{([^}]*)\}/g)].flatMap(([, table, body = '']) =>
    [...body.matchAll(/(\w+):/g)].map(([, name]) => `${table} ${name}`),
  ),
)

/** References in patterns: to a pattern above, or to lists. */
const references = [...lexicon.patterns].flatMap(([table, patterns]) =>
  [...patterns].flatMap(([name, source]) =>
    [...source.matchAll(/(?<!\\p)\{([a-z][\w,-]*)\}/g)].map(([, to = '']) => ({ table, name, to })),
  ),
)

describe('Chinese in code', () => {
  it('grows nowhere: it is data in server/lexicon/', () => {
    const han = code.join('').match(/[\u4e00-\u9fff]/g)?.length ?? 0
    assert.ok(han <= mostHan, `${han} characters, ${mostHan} before`)
  })
})

describe('a word list', () => {
  for (const [name, file] of lists) {
    const lines = read(file).split('\n').slice(0, -1)
    const head = lines.filter((line) => line.startsWith('#')).join('\n')
    const words = lines.filter((line) => !line.startsWith('#'))
    const first = new Map(words.map((word, at) => [word, at] as const).reverse())

    it(`${name} has its source and licence on top, and no word twice`, () => {
      assert.match(head, sourceAndLicence)
      assert.ok(read(file).startsWith(`${head}\n`) && words.length > 0)
      assert.deepEqual(
        words.filter((word, at) => first.get(word) !== at || word.trim() !== word || word === ''),
        [],
      )
    })

    it(`${name} is sorted, unless its order means something`, () => {
      if (!/\bOrder: /.test(head)) assert.deepEqual(words, words.toSorted())
    })

    it(`${name} is read by somebody`, () => {
      const inPattern = references.some(({ to }) => to.split(',').includes(name))
      assert.ok(inPattern || code.some((text) => text.includes(`'${name}'`)))
    })
  }
})

describe('a table of patterns', () => {
  for (const [name, file] of tables) {
    it(`${name} has its source and licence on top, and lines of one form`, () => {
      const lines = read(file).split('\n').slice(0, -1)
      assert.match(lines[0] ?? '', sourceAndLicence)
      assert.deepEqual(
        lines.filter(
          (line) => !/^(?:#.*|[a-z]\w* = \S.*| {2}\S.*|)$/.test(line) || / $/.test(line),
        ),
        [],
      )
      const names = lines.flatMap((line) => /^(\w+) = /.exec(line)?.[1] ?? [])
      assert.deepEqual(names, [...(lexicon.patterns.get(name)?.keys() ?? [])])
    })

    it(`${name} holds expressions`, () => {
      for (const source of expanded(lexicon, name).values()) new RegExp(source, 'u')
    })

    it(`${name} refers to lists and to patterns above`, () => {
      const names = [...(lexicon.patterns.get(name)?.keys() ?? [])]
      const unknown = references
        .filter(({ table }) => table === name)
        .filter(({ name: from, to }) => {
          const isPattern = names.indexOf(to) >= 0 && names.indexOf(to) < names.indexOf(from)
          const isList = to.split(',').every((list) => lists.has(list))
          return to !== 'han' && isPattern === isList
        })
      assert.deepEqual(unknown, [])
    })

    it(`${name} is asked for as a whole`, () => {
      const used = new Set(
        references.flatMap(({ table, to }) => (table === name ? [`${name} ${to}`] : [])),
      )
      // A table whose keys mean something of their own is read as a whole.
      if (code.some((text) => text.includes(`expanded(lexicon, '${name}')`))) return
      const all = [...(lexicon.patterns.get(name)?.keys() ?? [])].map((each) => `${name} ${each}`)
      assert.deepEqual(
        all.filter((each) => !used.has(each) && !asked.includes(each)),
        [],
      )
    })
  }

  it('holds every pattern that code asks for', () => {
    const missing = asked.filter((each) => {
      const [table = '', name = ''] = each.split(' ')
      return lexicon.patterns.get(table)?.has(name) !== true
    })
    assert.ok(asked.length > 100)
    assert.deepEqual(missing, [])
  })
})

/** Source and licence, in one sentence or in one for each source. */
const sourceAndLicence = /\b[Oo]wn (?:list|patterns), MIT\.$|\bSources?: .*\((?:MIT|WTFPL)\b/m

/** Files of the lexicon by name, without extension. */
function named(pattern: string): ReadonlyMap<string, string> {
  return new Map(files(pattern).flatMap((file) => entryOf(file, path.posix.dirname(pattern))))
}

/** None for a file in a folder below. */
function entryOf(file: string, folder: string): (readonly [string, string])[] {
  return path.posix.dirname(file) === folder ? [[path.posix.basename(file, '.txt'), file]] : []
}
