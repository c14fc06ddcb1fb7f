import assert from 'node:assert/strict'
import { groupsOf, inOrder } from '../../../server/src/feature/search/arranged.ts'
import { completions } from '../../../server/src/feature/search/completions.ts'
import { type Found, findAll } from '../../../server/src/feature/search/found.ts'
import { parseQuery } from '../../../server/src/feature/search/query.ts'
import { foundRow } from '../../../server/src/feature/search/rows.ts'
import { ExpressionThread } from '../../../server/src/feature/search/thread.ts'
import type { SearchGrouping, SearchSort } from '../../../server/src/protocol.ts'
import { lastOf } from '../../../server/src/values/steps.ts'
import { corpusFixture } from '../../corpus-fixture.ts'

const { snapshot } = corpusFixture({
  'a.txt':
    '驿站启用\n⟦嘉兴市总工会|Organization⟧的⟦爱心驿站|Initiative⟧和⟦司机驿站|Initiative⟧在⟦南湖|Place⟧。',
  'b.txt': '简讯\n在⟦南湖|Place⟧，Ａ区的⟦爱心驿站|Initiative⟧为货车\n司机服务。',
})

async function find(text: string, thread = new ExpressionThread()): Promise<Found> {
  const query = parseQuery(text)
  assert.ok(!('fault' in query), JSON.stringify(query))
  for (const { documents } of snapshot.corpora) for (const { mentions } of documents) void mentions
  try {
    return await findAll(snapshot, query, {
      pause: () => Promise.resolve(),
      matches: (...asked) => thread.matches(...asked),
    })
  } finally {
    thread.close()
  }
}

async function found(text: string): Promise<readonly string[]> {
  const { hits } = await find(text)
  return hits.map((hit) => {
    const { document, text: place, mention } = foundRow(hit)
    return [document.path, place, mention?.type].filter((part) => part !== undefined).join(' ')
  })
}

describe('search over the pages of an editor', () => {
  it('finds words, also over the end of a line, with the mentions around them', async () => {
    assert.deepEqual(await found('驿站'), [
      'a.txt 驿站',
      'a.txt 驿站 Initiative',
      'a.txt 驿站 Initiative',
      'b.txt 驿站 Initiative',
    ])
    assert.deepEqual(await found('a区'), ['b.txt Ａ区'])
    assert.deepEqual(await found('货车司机'), ['b.txt 货车司机'])
    assert.deepEqual(await found('南湖 货车'), ['b.txt 南湖 Place', 'b.txt 货车'])
    assert.deepEqual(await found('没有'), [])
  })

  it('finds mentions by type, entity and status, and places in headlines', async () => {
    assert.deepEqual(await found('type:place'), ['a.txt 南湖 Place', 'b.txt 南湖 Place'])
    assert.deepEqual(await found('entity:司机'), ['a.txt 司机驿站 Initiative'])
    assert.deepEqual(await found('type:Initiative 爱心'), [
      'a.txt 爱心驿站 Initiative',
      'b.txt 爱心驿站 Initiative',
    ])
    assert.deepEqual(await found('status:accepted'), [])
    assert.deepEqual(await found('驿站 in:headline'), ['a.txt 驿站'])
    assert.deepEqual(await found('page:b.txt type:Initiative'), ['b.txt 爱心驿站 Initiative'])
  })

  it('runs expressions in a thread', async () => {
    assert.deepEqual(await found('/[爱司].驿站/'), [
      'a.txt 爱心驿站 Initiative',
      'a.txt 司机驿站 Initiative',
      'b.txt 爱心驿站 Initiative',
    ])
  })

  it('groups and sorts', async () => {
    const arranged = async (by: SearchGrouping, sort: SearchSort = 'page') => {
      const { hits } = await find('驿站')
      return lastOf(groupsOf(lastOf(inOrder(hits, sort)), by)).map(
        ({ label, count }) => `${label} ${count}`,
      )
    }
    assert.deepEqual(await arranged('page'), ['a.txt 3', 'b.txt 1'])
    assert.deepEqual(await arranged('type'), ['Initiative 3', ' 1'])
    assert.deepEqual(await arranged('entity'), ['司机驿站 1', '爱心驿站 1', '爱心驿站 1', ' 1'])
    const { hits } = await find('驿站')
    const left = lastOf(inOrder(hits, 'left')).map((hit) => foundRow(hit).left.slice(-1))
    assert.deepEqual(left, ['', '心', '心', '机'])
    const right = lastOf(inOrder(hits, 'right')).map((hit) => foundRow(hit).right.slice(0, 1))
    assert.deepEqual(right, ['为', '启', '和', '在'])
  })
})

describe('what may stand at the end of a query', () => {
  const offered = (query: string) => completions(snapshot, query).map((each) => each.query)

  it('is a key', () => {
    assert.ok(offered('').includes('owner:'))
    assert.deepEqual(offered('驿站 ty'), ['驿站 type:'])
    assert.deepEqual(offered('驿'), [])
    assert.deepEqual(offered('"ty'), [])
  })

  it('is a value of the corpus', () => {
    assert.deepEqual(offered('a type:Ini'), ['a type:Initiative '])
    assert.deepEqual(offered('status:do'), ['status:done '])
    assert.deepEqual(offered('in:'), ['in:headline ', 'in:article '])
    assert.deepEqual(offered('entity:司'), ['entity:司机驿站 '])
    assert.deepEqual(offered('entity:"司'), ['entity:司机驿站 '])
    assert.deepEqual(offered('owner:嘉'), ['owner:嘉兴市总工会 '])
  })
})
