import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer, Location } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { copyOfSeeds, startClient, type TestClient } from './client.ts'

const page = '001_b66ab0af8ed20314.txt'
const sidecar = '001_b66ab0af8ed20314.anno.jsonl'

describe('a review over the protocol', () => {
  let folder: string
  let client: TestClient
  beforeEach(async () => {
    folder = copyOfSeeds()
    for (const other of readdirSync(folder)) {
      if (other.endsWith('.txt') && other !== page) rmSync(join(folder, other))
    }
    client = await startClient({ folder, initializationOptions: { annotator: '王丽' } })
    await client.open(page)
  })
  afterEach(() => client.stop())

  async function run(name: string, values: object) {
    const answer: AnyAnswer = await client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [{ uri: client.uri(page), ...values }],
    })
    return answer
  }

  const start = { line: 0, character: 0 }
  const first = async (filter = {}): Promise<Location> => {
    const uri = client.uri(page)
    const found = await client.own('biaozhu/reviewNext', {
      uri,
      position: start,
      direction: 'next',
      filter,
    })
    assert.ok(found)
    return found
  }
  const state = async () => {
    const found = await client.own('biaozhu/reviewState', { uri: client.uri(page) })
    assert.ok(found)
    return found
  }

  it('leads from suggestion to suggestion to the end, and what was rejected stays away', async () => {
    const rejected: string[] = []
    let at: Location | undefined = await first()
    for (let i = 0; at !== undefined; i++) {
      assert.ok(i < 1000)
      if (i % 5 === 0) rejected.push(JSON.stringify(at.range))
      const name = i % 5 === 0 ? 'reject' : 'accept'
      const answer = await run(name, { range: at.range, advance: true })
      assert.ok(answer.kind === 'done', JSON.stringify(answer))
      at = answer.select
    }
    const end = await state()
    assert.deepEqual([end.open, end.done], [0, end.total])
    assert.ok(end.total > 100)
    await eventually(() => linesOf(join(folder, sidecar)) > end.total)
    await client.stop()
    client = await startClient({ folder })
    await client.open(page)
    assert.deepEqual(await state(), end)
    const marks = await client.marks(client.uri(page))
    for (const range of rejected) {
      const there = marks?.marks.filter(({ ranges }) => JSON.stringify(ranges[0]) === range)
      assert.ok(there?.every(({ status }) => status !== 'suggested'))
    }
  })

  it('takes a step over many suggestions back as one', async () => {
    const rows = await client.own('biaozhu/reviewRows', { uri: client.uri(page) })
    const items = rows
      .filter(({ kind }) => kind === 'suggestion')
      .slice(0, 20)
      .map(({ location, type }) => ({ ...location, type }))
    const before = await state()
    const answer = await run('acceptMany', { items })
    assert.ok(answer.kind === 'done')
    assert.deepEqual(answer.answer, { count: 20, left: 0 })
    assert.equal((await state()).done, before.done + 20)
    const { transaction } = answer
    await run('undo', { transaction })
    assert.deepEqual(await state(), before)
  })

  it('previews a decision on a name with places in the page', async () => {
    const { range } = await first({ types: ['Organization'] })
    const answer = await run('rejectAllOfName', { range, scope: 'corpus', preview: true })
    assert.ok(answer.kind === 'answer')
    assert.deepEqual(answer.items?.[0]?.range, range)
    const { sentence = '', highlight: [from, to] = [0, 0], text } = answer.items?.[0] ?? {}
    assert.equal(sentence.slice(from, to), text)
  })

  it('has what is open in groups over all pages, part by part', async () => {
    const { groups, total } = await client.own('biaozhu/reviewGroups', { by: 'name', most: 5 })
    assert.equal(groups.length, 5)
    assert.ok(total > 5)
    const [most] = groups
    assert.ok(most !== undefined && most.count > 1)
    const part = (from: number, size: number) =>
      client.own('biaozhu/reviewGroup', { by: 'name', key: most.key, from, most: size })
    const all = await part(0, most.count + 1)
    assert.equal(all.length, most.count)
    assert.ok(all.every(({ text, type }) => text === most.text && type === most.type))
    assert.deepEqual([...(await part(0, 1)), ...(await part(1, most.count))], all)
    const { things, pages } = await client.own('biaozhu/reviewTotal', {})
    const { open, unsure, doubts, joins } = await state()
    assert.deepEqual([things, pages], [open + unsure + doubts + joins, 1])
    const doubtful = await client.own('biaozhu/reviewGroups', { by: 'confidence' })
    const sum = doubtful.groups.reduce((count, group) => count + group.count, 0)
    assert.equal(sum, things)
    const answer = await run('acceptGroup', { by: 'name', key: most.key, uri: undefined })
    assert.ok(answer.kind === 'done')
    assert.deepEqual(answer.answer, { count: most.count, left: 0 })
  })

  it('counts by page, and says which pages are done', async () => {
    const uri = client.uri(page)
    const states = () => client.own('biaozhu/pageStates', {})
    const [listed] = await client.own('biaozhu/review', {})
    assert.equal(listed?.open, (await state()).open)
    assert.deepEqual(await states(), [{ uri, progress: 'untouched', orphans: 0 }])
    const asked = await run('done', {})
    assert.equal(asked.kind, 'answer')
    await run('done', { force: true })
    assert.deepEqual(await states(), [{ uri, progress: 'done', orphans: 0 }])
    await run('reopen', {})
    assert.deepEqual(await states(), [{ uri, progress: 'untouched', orphans: 0 }])
  })
})

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}
