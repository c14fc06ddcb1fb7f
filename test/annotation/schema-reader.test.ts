import assert from 'node:assert/strict'
import { readSchema } from '../../server/src/annotation/schema/read.ts'
import { defaultSchema, isKindOf } from '../../server/src/annotation/schema/schema.ts'
import { parseJson } from '../../server/src/values/json.ts'

/** The schema of a JSON text, which has no problem. */
function schemaOf(json: object) {
  const { schema, problems } = readSchema(parseJson(JSON.stringify(json)))
  assert.deepEqual(problems, [])
  return schema
}

/** The places of the problems of a JSON value, as `types.0.key`. */
function mistakes(json: unknown): readonly string[] {
  const { schema, problems } = readSchema(parseJson(JSON.stringify(json)))
  assert.equal(schema, defaultSchema)
  assert.ok(problems.every(({ message }) => message.length > 10))
  return problems.map(({ path }) => path.join('.'))
}

describe('the schema of a corpus', () => {
  it('is the default one where none is given', () => {
    assert.deepEqual(readSchema(undefined), { schema: defaultSchema, problems: [] })
    assert.deepEqual(schemaOf({}).types, defaultSchema.types)
    assert.deepEqual(schemaOf({}).relations, defaultSchema.relations)
  })

  it('has types with names, labels, colours, keys and parents', () => {
    const { types } = schemaOf({
      types: [
        '人物',
        {
          name: '劳模',
          label: { en: 'Model worker', zh: '劳动模范' },
          description: '获得称号的人',
          colour: '#D9C2F0',
          key: '-',
          parent: '人物',
        },
        { name: 'Place', label: '地名' },
      ],
    })
    assert.deepEqual(types, [
      { name: '人物', labelZh: '人物', superType: 'type' },
      {
        name: '劳模',
        label: 'Model worker',
        labelZh: '劳动模范',
        superType: 'type',
        description: '获得称号的人',
        colour: '#D9C2F0',
        key: '-',
        parent: '人物',
      },
      { name: 'Place', label: '地名', labelZh: '地名', superType: 'property' },
    ])
  })

  it('knows the Chinese names of the default types', () => {
    const { types } = schemaOf({ types: ['Person', { name: 'Place', label: { en: 'Site' } }] })
    assert.deepEqual(
      types.map(({ labelZh }) => labelZh),
      ['人物', 'Site'],
    )
  })

  it('lets a kind of a type look like that type where nothing else is said', () => {
    const { types } = schemaOf({
      types: [
        { name: '一线劳模', parent: '劳模' },
        { name: '劳模', parent: 'Person' },
        { name: 'Person' },
        { name: '记者', parent: 'Person', superType: 'macro' },
      ],
    })
    assert.deepEqual(
      types.map(({ superType }) => superType),
      ['variable', 'variable', 'variable', 'macro'],
    )
  })

  it('says all mistakes of a type at once, whatever is wrong with its name or label', () => {
    const types = [
      { name: 'a b', colour: 'red', attributes: [{ name: 'x', kind: 'date' }] },
      { name: 'B', label: 7, key: 'k' },
      { name: 'C', parent: 'B' },
    ]
    assert.deepEqual(mistakes({ types }), [
      'types.0.name',
      'types.0.colour',
      'types.0.attributes.0.kind',
      'types.1.label',
      'types.1.key',
    ])
  })

  it('has attributes of four kinds', () => {
    const { types } = schemaOf({
      types: [
        {
          name: 'Person',
          attributes: [
            'late',
            { name: 'gender', choices: ['f', { name: 'm', label: '男' }] },
            { name: 'age', kind: 'number' },
            { name: 'remark', kind: 'text' },
          ],
        },
      ],
    })
    assert.deepEqual(
      types[0]?.attributes?.map(({ name, kind, choices }) => [name, kind, choices?.length]),
      [
        ['late', 'flag', undefined],
        ['gender', 'choice', 2],
        ['age', 'number', undefined],
        ['remark', 'text', undefined],
      ],
    )
  })

  it('has relations with allowed ends, and may allow overlaps', () => {
    const schema = schemaOf({
      types: ['A', { name: 'B', parent: 'A' }],
      relations: [{ name: '属于', from: ['A'], attributes: ['sure'] }],
      overlap: true,
    })
    assert.deepEqual(schema.relations, [
      {
        name: '属于',
        labelZh: '属于',
        from: ['A'],
        attributes: [{ name: 'sure', labelZh: 'sure', kind: 'flag' }],
      },
    ])
    assert.equal(schema.overlap, true)
    assert.equal(isKindOf(schema, 'B', 'A'), true)
    assert.equal(isKindOf(schema, 'A', 'B'), false)
  })

  it('without relations has the default ones between the types that it has', () => {
    const { relations } = schemaOf({ types: ['Initiative', 'Place'] })
    assert.deepEqual(
      relations?.map(({ name, to }) => `${name} ${to?.join()}`),
      ['actor Place', 'place Place', 'target Place', 'partOf Initiative'],
    )
    assert.deepEqual(schemaOf({ types: ['X'] }).relations, [])
  })

  it('tells where a mistake is, and is then what it was', () => {
    assert.deepEqual(mistakes([]), [''])
    assert.deepEqual(mistakes({ types: {} }), ['types'])
    assert.deepEqual(mistakes({ types: [] }), ['types'])
    assert.deepEqual(mistakes({ types: [1, {}, { name: 'a b' }] }), [
      'types.0',
      'types.1',
      'types.2.name',
    ])
    assert.deepEqual(mistakes({ types: [1, { name: 'A', parent: 'B' }] }), [
      'types.0',
      'types.1.parent',
    ])
    assert.deepEqual(mistakes({ types: ['A', 'A'] }), ['types.1.name'])
    assert.deepEqual(mistakes({ types: [{ name: 'A', label: 1 }] }), ['types.0.label'])
    assert.deepEqual(mistakes({ types: [{ name: 'A', label: { zh: 1 } }] }), ['types.0.label.zh'])
    assert.deepEqual(
      mistakes({ types: [{ name: 'A', colour: 'red', key: 'x', parent: 'B', description: [] }] }),
      ['types.0.description', 'types.0.colour', 'types.0.key', 'types.0.parent'],
    )
    assert.deepEqual(
      mistakes({
        types: [
          { name: 'A', key: '1' },
          { name: 'B', key: '1' },
        ],
      }),
      ['types.1.key'],
    )
    assert.deepEqual(
      mistakes({
        types: [
          { name: 'A', parent: 'B' },
          { name: 'B', parent: 'A' },
        ],
      }),
      ['types.0.parent', 'types.1.parent'],
    )
    assert.deepEqual(
      mistakes({
        types: [
          {
            name: 'A',
            attributes: [
              { name: 'x', kind: 'list' },
              { name: 'y', kind: 'choice' },
            ],
          },
        ],
      }),
      ['types.0.attributes.0.kind', 'types.0.attributes.1.choices'],
    )
    assert.deepEqual(mistakes({ relations: [{ name: 'r', from: ['Nobody'], to: 'Place' }] }), [
      'relations.0.from.0',
      'relations.0.to',
    ])
    assert.deepEqual(mistakes({ overlap: 'yes' }), ['overlap'])
  })

  it('has parents in a chain of any length, and says which lead back to themselves', () => {
    const chain = (length: number, last: object) =>
      Array.from({ length }, (_, i) => ({
        name: `T${i}`,
        ...(i + 1 < length ? { parent: `T${i + 1}` } : last),
      }))
    const schema = schemaOf({ types: chain(1000, { superType: 'macro' }) })
    assert.equal(schema.types[0]?.superType, 'macro')
    assert.equal(isKindOf(schema, 'T0', 'T999'), true)
    assert.equal(isKindOf(schema, 'T999', 'T0'), false)
    // Those that only lead into the circle are no part of it.
    assert.deepEqual(mistakes({ types: chain(6, { parent: 'T4' }) }), [
      'types.4.parent',
      'types.5.parent',
    ])
    assert.deepEqual(mistakes({ types: [{ name: 'A', parent: 'A' }] }), ['types.0.parent'])
  })

  it('has no longer lists than a thousand', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `T${i}`)
    assert.deepEqual(mistakes({ types: many }), ['types'])
    assert.deepEqual(mistakes({ relations: many }), ['relations'])
    assert.deepEqual(mistakes({ relations: [{ name: 'r', from: many }] }), ['relations.0.from'])
    assert.deepEqual(mistakes({ types: [{ name: 'A', attributes: many }] }), ['types.0.attributes'])
    assert.deepEqual(
      mistakes({ types: [{ name: 'A', attributes: [{ name: 'x', choices: many }] }] }),
      ['types.0.attributes.0.choices', 'types.0.attributes.0.choices'],
    )
  })

  it('has no names that steer a terminal', () => {
    for (const name of ['\u001B[31m', 'a\u009B', 'x\u202Ey', '\u2066x']) {
      assert.deepEqual(mistakes({ types: [{ name }] }), ['types.0.name'])
    }
  })

  it('keeps the last good one after a mistake', () => {
    const before = schemaOf({ types: ['X'] })
    assert.equal(readSchema(null, before).schema, before)
  })

  it('may use any name that JSON can hold', () => {
    const { schema } = readSchema(parseJson('{"types":["__proto__","constructor"]}'))
    assert.deepEqual(
      schema.types.map(({ name }) => name),
      ['__proto__', 'constructor'],
    )
    assert.deepEqual(mistakes(parseJson('{"types":[{"__proto__":{"name":"x"}}]}')), ['types.0'])
  })
})
