import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../../server/src/annotation/record/record.ts'
import type { Schema } from '../../../server/src/annotation/schema/schema.ts'
import type { ActionName } from '../../../server/src/feature/annotate/action.ts'
import type { JsonObject } from '../../../server/src/values/json.ts'
import { acted, annotated, type Given, pageOf, recordsAfter } from './fixture.ts'

const schema: Schema = {
  types: [
    {
      name: 'Organization',
      labelZh: '组织',
      superType: 'type',
      attributes: [
        { name: 'short', labelZh: '简称', kind: 'flag' },
        {
          name: 'level',
          labelZh: '级别',
          kind: 'choice',
          choices: [
            { name: 'city', labelZh: '市级' },
            { name: 'county', labelZh: '县级' },
          ],
        },
        { name: 'full', labelZh: '全称', kind: 'text' },
        { name: 'members', labelZh: '人数', kind: 'number' },
      ],
    },
    {
      name: 'Group',
      labelZh: '群体',
      superType: 'type',
      attributes: [{ name: 'members', labelZh: '人数', kind: 'number' }],
    },
  ],
}

function attributesAfter(
  attributes: JsonObject,
  before = {},
  name: ActionName = 'setAttributes',
  more = {},
) {
  const records = { 0: { attributes: before } }
  const values = { attributes, ...more }
  const page = annotated('⟦总工会|Organization!⟧', { schema, records })
  const result = page.act(name, values, { offset: 1 })
  if (result.kind === 'refused') return result.message
  const [record] = pageOf(page.workspace).decided
  return record?.record?.attributes
}

describe('setAttributes', () => {
  it('sets, changes and takes away', () => {
    assert.deepEqual(attributesAfter({ short: true, level: 'city' }), {
      short: true,
      level: 'city',
    })
    assert.deepEqual(attributesAfter({ members: 3 }, { full: '市总工会' }), {
      full: '市总工会',
      members: 3,
    })
    assert.equal(attributesAfter({ full: null }, { full: '市总工会' }), undefined)
    assert.equal(attributesAfter({ short: false }, { short: true }), undefined)
  })

  it('refuses what the schema does not allow', () => {
    assert.equal(attributesAfter({ colour: 'red' }), 'Organization has no attribute “colour”.')
    assert.equal(attributesAfter({ level: 'village' }), '“village” is no value of level.')
    assert.equal(attributesAfter({ members: 'many' }), '“many” is no value of members.')
    assert.equal(attributesAfter({ full: ['a'] }), '“["a"]” is no value of full.')
    assert.equal(
      attributesAfter(JSON.parse('{"__proto__":1}')),
      'Organization has no attribute “__proto__”.',
    )
  })

  it('takes away what the schema no longer has', () => {
    assert.equal(attributesAfter({ old: null }, { old: 'x' }), undefined)
  })

  it('keeps those that another type has, too', () => {
    const before = { members: 3, level: 'city' }
    assert.deepEqual(attributesAfter({}, before, 'retype', { type: 'Group' }), { members: 3 })
    assert.deepEqual(attributesAfter({ members: 4 }, before, 'mark', { type: 'Group' }), {
      members: 4,
    })
  })
})

describe('note, doubt, entity and reading', () => {
  const record = (marked: string, name: ActionName, values: JsonObject, given: Given = {}) =>
    recordsAfter(marked, name, values, given).mentions[0]
  const base = { id: 'm0', quote: ['嘉兴'], type: 'Place', status: 'accepted', who: '王丽' }
  const having = (changes: Partial<SpanRecord>): Given => ({ records: { 0: changes } })

  it('are set and taken away', () => {
    const marked = '⟦嘉$0兴|Place!⟧'
    assert.deepEqual(record(marked, 'setNote', { note: '**首届**' }), { ...base, note: '**首届**' })
    assert.deepEqual(record(marked, 'setNote', { note: null }, having({ note: 'x' })), base)
    assert.deepEqual(record(marked, 'setNote', { note: ' ' }, having({ note: 'x' })), base)
    assert.deepEqual(record(marked, 'setEntity', { entity: 'Place:嘉兴' }), {
      ...base,
      entity: 'Place:嘉兴',
    })
    assert.deepEqual(record(marked, 'setReading', { reading: '嘉善' }), {
      ...base,
      reading: '嘉善',
    })
    assert.deepEqual(record(marked, 'setUnsure', { unsure: true, note: '?' }), {
      ...base,
      unsure: true,
      note: '?',
    })
    const unsure = having({ unsure: true, note: '?' })
    assert.deepEqual(record(marked, 'setUnsure', { unsure: false }, unsure), {
      ...base,
      note: '?',
    })
  })

  it('accept a suggestion', () => {
    assert.equal(acted('⟦嘉$0兴|Place⟧', 'setNote', { note: 'x' }), '⟦嘉兴|Place!⟧')
    assert.equal(acted('⟦嘉$0兴|Place⟧', 'setUnsure', { unsure: true }), '⟦嘉兴|Place!⟧')
  })

  it('leave a rejected mention rejected', () => {
    assert.equal(acted('⟦嘉兴|Place-⟧', 'setNote', { id: 'm0', note: 'x' }), '⟦嘉兴|Place-⟧')
  })

  it('refuse what is no text, and no mention', () => {
    assert.match(acted('⟦嘉$0兴|Place!⟧', 'setNote', { note: 3 }), /^refused: The parameter “note”/)
    assert.match(acted('⟦嘉$0兴|Place!⟧', 'setUnsure', {}), /^refused: The parameter “unsure”/)
    assert.match(acted('嘉$0兴', 'setNote', { note: 'x' }), /^refused: There is no mention/)
  })

  it('settle a conflict of two sides about what they decide', () => {
    const conflict = having({ note: 'a', conflict: { note: 'b', type: 'Group' } })
    assert.deepEqual(record('⟦嘉$0兴|Place!⟧', 'setNote', { note: 'c' }, conflict), {
      ...base,
      note: 'c',
      conflict: { type: 'Group' },
    })
  })

  it('drop a reading when other text is marked', () => {
    const reading = having({ reading: '嘉善' })
    assert.deepEqual(record('⟦嘉$0兴|Place!⟧市', 'widen', { side: 'end' }, reading), {
      ...base,
      quote: ['嘉兴市'],
    })
  })
})
