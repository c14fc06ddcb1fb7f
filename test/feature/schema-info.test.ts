import assert from 'node:assert/strict'
import { readSchema } from '../../server/src/annotation/schema/read.ts'
import { defaultSchema } from '../../server/src/annotation/schema/schema.ts'
import { coloursOf, schemaInfo } from '../../server/src/feature/lists/schema-info.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import type { Json } from '../../server/src/values/json.ts'

function info(json: Json) {
  const { schema, problems } = readSchema(json)
  assert.deepEqual(problems, [])
  return schemaInfo({ root: 'file:///corpus', schema })
}

describe('the schema of a corpus for people', () => {
  afterEach(() => setLanguage('en', undefined))

  it('has a key and a colour for each type', () => {
    const { corpus, types, overlap } = info({
      types: [
        { name: '人物', colour: '#abc', description: '姓名', attributes: ['已故'] },
        { name: '劳模', parent: '人物', key: '1' },
        'Place',
      ],
      overlap: true,
    })
    assert.equal(corpus, 'file:///corpus')
    assert.equal(overlap, true)
    assert.deepEqual(types, [
      {
        name: '人物',
        label: '人物',
        description: '姓名',
        key: '2',
        colour: '#aabbcc',
        attributes: [{ name: '已故', label: '已故', kind: 'flag' }],
      },
      { name: '劳模', label: '劳模', key: '1', colour: '#2f7fd1', parent: '人物' },
      // The themes have its colour.
      { name: 'Place', label: 'Place', key: '3' },
    ])
  })

  it('is in the language of the interface', () => {
    const json = {
      types: [{ name: 'A', label: { en: 'Worker', zh: '工人' } }],
      relations: [
        {
          name: 'r',
          label: { zh: '关系' },
          from: ['A'],
          attributes: [{ name: 'part', choices: [{ name: 'x', label: { zh: '甲' } }] }],
        },
      ],
    }
    const labels = () => {
      const { types, relations } = info(json)
      const choice = relations[0]?.attributes?.[0]?.choices?.[0]
      return [types[0]?.label, relations[0]?.label, choice?.label]
    }
    assert.deepEqual(labels(), ['Worker', 'r', 'x'])
    setLanguage('zh-cn', '{}')
    assert.deepEqual(labels(), ['工人', '关系', '甲'])
  })

  it('has the facts of an initiative as its relations where nothing is said', () => {
    const { relations, overlap } = schemaInfo({ root: '', schema: defaultSchema })
    assert.deepEqual(
      relations.map(({ name }) => name),
      ['actor', 'place', 'date', 'target', 'figure', 'partOf'],
    )
    assert.deepEqual(relations[1]?.to, ['Place', 'Organization'])
    assert.equal(overlap, false)
  })
})

describe('the colours of marks', () => {
  it('are those that the themes do not have', () => {
    const { schema } = readSchema({
      types: ['Place', { name: 'Person', colour: '#123456' }, '甲', '乙'],
    })
    const colours = coloursOf(schema, new Set(['Place', 'Person', '甲', 'Gone']))
    assert.deepEqual(Object.keys(colours), ['Person', '甲', 'Gone'])
    assert.equal(colours['Person'], '#123456')
    assert.deepEqual(coloursOf(defaultSchema, new Set(['Place', 'Person'])), {})
  })

  it('differ between types of one corpus', () => {
    const { types } = info({ types: [...'甲乙丙丁戊己庚辛'] })
    assert.equal(new Set(types.map(({ colour }) => colour)).size, 8)
  })
})
