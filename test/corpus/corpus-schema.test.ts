/** What the editor completes and checks in corpus.json is what the server takes. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { typeKeys } from '../../server/src/annotation/schema/keys.ts'
import { readSchema } from '../../server/src/annotation/schema/read.ts'
import { defaultConfig } from '../../server/src/corpus/config/config.ts'
import { readConfig } from '../../server/src/corpus/config/read-config.ts'
import { legend } from '../../server/src/lsp/semantic-tokens.ts'
import { isObject, type Json, own, parseJson } from '../../server/src/values/json.ts'

const file = join(import.meta.dirname, '../../syntaxes/corpus.schema.json')
const contract = parseJson(readFileSync(file, 'utf8'))

/** The value at a path of keys and indexes. */
function at(...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isObject(value) ? own(value, String(key)) : undefined
  }, contract)
}

function list(value: Json | undefined): readonly Json[] {
  assert.ok(Array.isArray(value))
  return value
}

/** What the editor writes for a snippet: its placeholders with what they suggest, else with `x1`. */
function snippets(...path: readonly (string | number)[]): readonly Json[] {
  return list(at(...path, 'defaultSnippets')).map((snippet) => {
    assert.ok(isObject(snippet))
    const text = JSON.stringify(own(snippet, 'body'))
    const written = text.replace(/\$\{(\d)(?::([^}]*))?\}/g, (_, n, value) => value ?? `x${n}`)
    return parseJson(written) ?? null
  })
}

const type = ['definitions', 'type', 'anyOf', 1] as const
const relation = ['definitions', 'relation', 'anyOf', 1] as const
const attribute = ['definitions', 'attributes', 'items', 'anyOf', 1] as const

describe('the JSON schema of corpus.json', () => {
  it('has the names, colours and keys that are taken', () => {
    const names = new RegExp(String(at('definitions', 'name', 'pattern')), 'u')
    for (const name of [
      '劳模',
      'A',
      'a b',
      '',
      'a|b',
      'a:b',
      'x'.repeat(64),
      'x'.repeat(65),
      'a"',
    ]) {
      assert.equal(names.test(name), readSchema({ types: [{ name }] }).problems.length === 0, name)
    }
    const colours = new RegExp(String(at(...type, 'properties', 'colour', 'pattern')))
    for (const colour of ['#abc', '#AABBCC', 'red', '#abcd', '#']) {
      const { problems } = readSchema({ types: [{ name: 'A', colour }] })
      assert.equal(colours.test(colour), problems.length === 0, colour)
    }
    assert.deepEqual(at(...type, 'properties', 'key', 'enum'), [...typeKeys])
    for (const superType of list(at(...type, 'properties', 'superType', 'enum'))) {
      assert.ok(legend.tokenTypes.includes(String(superType)))
    }
  })

  it('completes what is taken', () => {
    const schemas = [
      ...snippets('properties', 'schema'),
      ...snippets(...type).map((each) => ({ types: [each] })),
      ...snippets(...attribute).map((each) => ({ types: [{ name: 'A', attributes: [each] }] })),
      ...snippets(...relation).map((each) => ({ types: ['x2', 'x3'], relations: [each] })),
      ...snippets('definitions', 'label', 'anyOf', 1).map((label) => ({
        types: [{ name: 'A', label }],
      })),
    ]
    assert.equal(schemas.length, 9)
    for (const schema of schemas) assert.deepEqual(readSchema(schema).problems, [])
    for (const images of [
      ...snippets('properties', 'images'),
      ...list(at('properties', 'images', 'examples')),
    ]) {
      assert.deepEqual(readConfig('', JSON.stringify({ images }), defaultConfig).problems, [])
    }
  })

  it('describes every key', () => {
    for (const path of [[], type, relation, attribute]) {
      const properties = at(...path, 'properties')
      assert.ok(isObject(properties))
      for (const [key, value] of Object.entries(properties)) {
        assert.ok(isObject(value))
        const there = own(value, 'description') ?? own(value, '$ref')
        assert.equal(typeof there, 'string', key)
      }
    }
  })
})
