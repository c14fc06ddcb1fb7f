import assert from 'node:assert/strict'
import { parseQuery, type SearchQuery } from '../../../server/src/feature/search/query.ts'

function parsed(text: string): Partial<SearchQuery> {
  const query = parseQuery(text)
  assert.ok(!('fault' in query), JSON.stringify(query))
  // What is not said is not shown.
  const said = Object.entries(query).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}

const word = (text: string) => ({ kind: 'text', text })

describe('a query', () => {
  it('has words, phrases and expressions', () => {
    assert.deepEqual(parsed('司机　驿站'), { terms: [word('司机'), word('驿站')] })
    assert.deepEqual(parsed('"爱心 驿站: 1"'), { terms: [word('爱心 驿站: 1')] })
    assert.deepEqual(parsed('“红船精神”'), { terms: [word('“红船精神”')] })
    const expression = { kind: 'expression', source: '第[一二]届\\/.+', flags: 'i' }
    assert.deepEqual(parsed('/第[一二]届\\/.+/i 赛'), { terms: [expression, word('赛')] })
  })

  it('says of what kind mentions and pages are', () => {
    const query = 'type:Initiative owner:"嘉兴市总工会" status:accepted entity：红船 驿站'
    assert.deepEqual(parsed(query), {
      terms: [word('驿站')],
      types: ['Initiative'],
      statuses: ['accepted'],
      owners: ['嘉兴市总工会'],
      entities: ['红船'],
    })
    assert.deepEqual(parsed('工 page:浙江/** date:2021-05..2022 near:5 会 status:open'), {
      terms: [word('工'), word('会')],
      pages: ['浙江/**'],
      date: { from: '2021-05', to: '2022' },
      near: 5,
      isDone: false,
    })
    assert.deepEqual(parsed('attribute:level=2 attribute:kind in:Headline article:"驿站 1"'), {
      attributes: [
        { name: 'level', value: '2' },
        { name: 'kind', value: undefined },
      ],
      inside: 'headline',
      articles: ['驿站 1'],
    })
    assert.deepEqual(parsed('工 date:2021').date, { from: '2021', to: '2021' })
    assert.deepEqual(parsed('工 date:..2021').date, { from: undefined, to: '2021' })
  })

  it('says what is wrong with it', () => {
    for (const [query, reason, wrong] of [
      ['', /nothing is looked for/],
      ['date:2021', /nothing is looked for/],
      ['status:done', /nothing is looked for/],
      ['工 http://a.cn', /http: is not known; .* written "http:\/\/a\.cn"/, 'http://a.cn'],
      ['type: 驿站', /type: needs a value/, 'type:'],
      ['工 "驿站', /quotation mark is not closed/, '"驿站'],
      ['"', /quotation mark is not closed/],
      ['a"b c', /quotation mark is not closed/, '"b c'],
      ['"" 工', /empty phrase/],
      ['/(/', /Invalid regular expression/],
      ['/a', /expression is not closed/],
      ['/a/b/ 工', /expression is not closed/],
      ['  工 date:21 会', /date: needs/, 'date:21'],
      ['工 date:2021..2022..2023', /date: needs/],
      ['工 date:2021 date:2022', /date: may be there once/, 'date:2022'],
      ['工 in:page', /in: knows headline, article, and not page/, 'in:page'],
      ['attribute:=2', /attribute: needs a name/],
      ['in:headline', /nothing is looked for/],
      ['工 near:3', /two words/, 'near:3'],
      ['工 会 near:x', /a number/],
      ['工 status:new', /status: knows accepted, .*, and not new/, 'status:new'],
    ] as const satisfies readonly (readonly [string, RegExp, string?])[]) {
      const found = parseQuery(query)
      assert.ok('fault' in found, query)
      assert.match(found.fault, reason, query)
      const { start, end } = found.at
      if (wrong !== undefined) assert.equal(query.slice(start, end), wrong)
    }
  })
})
