import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type {
  AnyAnswer,
  SearchAnswer,
  SearchFound,
  SearchParams,
} from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { copyOfSeeds, startClient, type TestClient } from './client.ts'

describe('search over the protocol', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await startClient({
      folder: copyOfSeeds(),
      initializationOptions: { annotator: '王丽' },
    })
  })
  afterEach(() => client.stop())

  const ask = (query: string, more: Partial<SearchParams> = {}): Promise<SearchAnswer> =>
    client.own('biaozhu/search', { query, by: 'page', sort: 'page', most: 20, ...more })
  async function found(query: string, more: Partial<SearchParams> = {}): Promise<SearchFound> {
    const answer = await ask(query, more)
    assert.ok(answer.kind === 'found', JSON.stringify(answer))
    return answer
  }

  it('gives groups with counts, and rows part by part', async () => {
    const { count, pages, groups, rows } = await found('工会')
    assert.ok(count > 30 && pages === groups.length)
    assert.equal(
      groups.reduce((sum, group) => sum + group.count, 0),
      count,
    )
    assert.equal(rows.length, 20)
    const [group] = groups
    assert.ok(group)
    const part = await found('工会', { group: group.key, from: 1, most: 2 })
    assert.deepEqual(
      part.rows,
      rows.filter(({ location }) => location.uri === group.key).slice(1, 3),
    )
    assert.ok(part.rows.every(({ text }) => text === '工会'))
  })

  it('says where a query is wrong, what may be written, and what was stopped', async () => {
    const { kind, ...fault } = await ask('工会 near:3')
    assert.deepEqual([kind, fault], ['fault', { message: 'near: needs two words', at: [3, 9] }])
    const hint = await client.own('biaozhu/searchHint', { query: '工会 type:Org' })
    assert.deepEqual(
      hint.completions.map(({ query }) => query),
      ['工会 type:Organization '],
    )
    const began = performance.now()
    const stopped = ask('/(.*)*(.*)*x$/')
    await client.own('biaozhu/corpora', {})
    // Others are answered while the expression runs away.
    assert.ok(performance.now() - began < 60_000)
    assert.equal((await stopped).kind, 'stopped')
  })

  it('annotates what was found in one step, and finds it then', async () => {
    await eventually(async () => (await found('工会')).waiting === 0)
    const { rows } = await found('职工', { by: 'none', most: 5 })
    const items = rows.map(({ location: { uri, range } }) => ({ uri, range }))
    const answer: AnyAnswer = await client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.markMany',
      arguments: [{ items, type: 'Group' }],
    })
    assert.ok(answer.kind === 'done', JSON.stringify(answer))
    const marked = await found('type:Group status:accepted 职工', { by: 'type' })
    assert.equal(marked.count, items.length)
    assert.deepEqual(
      marked.groups.map(({ key, count }) => [key, count]),
      [['Group', items.length]],
    )
    await client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.undo',
      arguments: [{ transaction: answer.transaction }],
    })
    assert.equal((await found('type:Group status:accepted')).count, 0)
  })
})
