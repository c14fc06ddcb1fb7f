import assert from 'node:assert/strict'
import fs from 'node:fs'
import { printEntities, readEntities } from '../../server/src/annotation/entities/entities-text.ts'
import { fieldsOf, keyOrder } from '../../server/src/annotation/record/record-fields.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { isObject, type Json, own, parseJson } from '../../server/src/values/json.ts'

const folder = new URL('../../docs/', import.meta.url)
const read = (name: string): string => fs.readFileSync(new URL(name, folder), 'utf8')

/** The value behind keys, one after the other. */
function at(json: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce((value, key) => (isObject(value) ? own(value, key) : undefined), json)
}

function keysOf(json: Json | undefined): readonly string[] {
  return isObject(json) ? Object.keys(json) : []
}

describe('the documentation of sidecars', () => {
  it('shows a sidecar as it is written, with every kind of record', () => {
    const example = /```jsonl\n([\s\S]*?)```/.exec(read('sidecar.md'))?.[1] ?? ''
    const { problems, records } = readSidecar(example)
    assert.deepEqual(problems, [])
    assert.equal(printSidecar(readSidecar(example)), example)
    const kinds = new Set(records.map(({ kind }) => kind))
    assert.deepEqual([...kinds].sort(), ['correction', 'page', 'relation', 'span'])
  })

  it('has a schema with the keys of each kind, and no others', () => {
    const schema = parseJson(read('sidecar.schema.json'))
    for (const [kind, fields] of fieldsOf) {
      const described = at(schema, 'definitions', `record-${kind}`)
      const required = Object.entries(fields).flatMap(([key, field]) => (field.required ? key : []))
      const named = at(described, 'required')
      assert.ok(Array.isArray(named))
      assert.deepEqual([...named].sort(), ['kind', ...required].sort())
      assert.deepEqual(
        [...keysOf(at(described, 'properties'))].sort(),
        ['kind', ...Object.keys(fields)].sort(),
      )
    }
    const definitions = keysOf(at(schema, 'definitions'))
    assert.deepEqual(
      definitions.filter((name) => !name.startsWith('record-')).sort(),
      keyOrder.filter((key) => key !== 'kind').sort(),
    )
  })

  it('has keys that are all in the order of the line', () => {
    const keys = [...fieldsOf.values()].flatMap((fields) => Object.keys(fields))
    assert.deepEqual([...new Set(keys)].sort(), keyOrder.filter((key) => key !== 'kind').sort())
    assert.equal(new Set(keyOrder).size, keyOrder.length)
  })
})

describe('the documentation of entities.jsonl', () => {
  it('shows a file as it is written, with every kind of record', () => {
    const example = /```jsonl\n([\s\S]*?)```/.exec(read('entities.md'))?.[1] ?? ''
    const reading = readEntities(example)
    assert.deepEqual(reading.problems, [])
    assert.equal(printEntities(reading), example)
    assert.deepEqual([...new Set(reading.records.map(({ kind }) => kind))].sort(), [
      'entity',
      'name',
    ])
  })
})
