import assert from 'node:assert/strict'
import { jsonCas } from '../../server/src/exchange/json-cas/json-cas.ts'
import { exchangePage, markedPage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

function read(json: unknown) {
  return readAll(jsonCas, new Map([['p.json', Buffer.from(JSON.stringify(json))]]), new Map())
}

describe('UIMA JSON CAS, written', () => {
  it('has a structure a line', () => {
    const { files } = writeAll(jsonCas, [markedPage('在⟦嘉兴|Place⟧')])
    const lines = files.get('p.json')?.toString().split('\n') ?? []
    assert.deepEqual(lines.slice(2, 4), [
      '"%FEATURE_STRUCTURES": [',
      '{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text","sofaString":"在嘉兴"},',
    ])
    assert.deepEqual(lines.slice(-5), [
      '{"%ID":8,"%TYPE":"webanno.custom.BiaozhuMention","@sofa":1,"begin":1,"end":3,"label":"Place","status":"accepted","id":"m1"}',
      '],',
      '"%VIEWS": {"_InitialView":{"%SOFA":1,"%MEMBERS":[2,3,4,5,6,7,8]}}',
      '}',
      '',
    ])
  })

  it('declares each type and feature that it uses', () => {
    const page = exchangePage('甲乙丙', [
      mention('a', 'Person', [
        [0, 1],
        [2, 3],
      ]),
    ])
    const { files } = writeAll(jsonCas, [page])
    const json = JSON.parse(files.get('p.json')?.toString() ?? '')
    for (const { '%TYPE': type, '%ID': _id, '%ELEMENTS': _list, ...features } of json[
      '%FEATURE_STRUCTURES'
    ]) {
      const declared = json['%TYPES'][type.replace('[]', '')]
      if (type.startsWith('uima.')) continue
      const inherited = ['sofa', 'begin', 'end', 'language']
      for (const key of Object.keys(features)) {
        const name = key.replace('@', '')
        assert.ok(inherited.includes(name) || declared[name] !== undefined, `${type} ${name}`)
      }
    }
  })
})

describe('UIMA JSON CAS, read', () => {
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '😀甲乙' }
  const span = { '%TYPE': 'custom.Span', '@sofa': 1, value: 'A' }

  it('takes lists and objects of structures, and marked positions', () => {
    const list = read({
      '%FEATURE_STRUCTURES': [sofa, { '%ID': 2, ...span, '^begin': 2, '^end': 3 }],
    })
    const object = read({ '%FEATURE_STRUCTURES': { 1: sofa, 2: { ...span, begin: 2, end: 3 } } })
    for (const { pages, problems } of [list, object]) {
      assert.deepEqual(problems, [])
      assert.deepEqual(pages[0]?.mentions, [
        { id: '2', type: 'A', status: 'accepted', spans: [{ start: 2, end: 3 }] },
      ])
    }
  })

  it('keeps numbers, truths and lists of layers of others', () => {
    const place = { '%ID': 2, ...span, begin: 2, end: 3, code: '330483', level: 3, sure: true }
    const { pages, problems } = read({
      '%FEATURE_STRUCTURES': [
        sofa,
        { ...place, '@tags': 4, years: [2020, 2021], '@links': 5 },
        { '%ID': 3, ...span, begin: 3, end: 4 },
        { '%ID': 4, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['重要', '首次'] },
        { '%ID': 5, '%TYPE': 'custom.Link[]', '%ELEMENTS': [6] },
        { '%ID': 6, '%TYPE': 'custom.Link', role: 'of', '@target': 3 },
        { '%ID': 7, '%TYPE': 'custom.Info', '@sofa': 1, topic: '工会' },
      ],
    })
    assert.deepEqual(pages[0]?.mentions[0]?.attributes, {
      ...{ code: '330483', level: 3, sure: true, tags: '重要; 首次', years: '2020; 2021' },
    })
    assert.deepEqual(
      pages[0]?.relations.map(({ type, from, to }) => `${type} ${from} ${to}`),
      ['of 2 3'],
    )
    assert.deepEqual(problems, ['custom.Info is not read: 1 (topic).'])
  })

  it('says what is no CAS', () => {
    assert.deepEqual(read([]).problems, ['This is no JSON.'])
    assert.deepEqual(read({ '%FEATURE_STRUCTURES': [null, 1, {}] }).problems, [
      'This is no CAS with a text.',
    ])
  })
})
