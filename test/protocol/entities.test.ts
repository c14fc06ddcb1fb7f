import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { emptyFolder, startClient, type TestClient } from './client.ts'

const texts = {
  '1.txt': '诸暨市总工会推出“助企十条”。“助企十条”受到欢迎。\n',
  '2.txt': '诸暨市总工会开展“暖企行动”。“暖企行动”受到欢迎。\n',
}

describe('entities over the protocol', () => {
  let folder: string
  let storage: string
  let client: TestClient
  beforeEach(async () => {
    folder = emptyFolder()
    storage = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{}')
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    client = await start()
  })
  afterEach(() => client.stop())

  const start = () => startClient({ folder, initializationOptions: { annotator: '王丽', storage } })

  const run = (name: string, values: object): Promise<AnyAnswer> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [values],
    })

  const initiatives = async () => {
    const found = await client.own('biaozhu/initiatives', {})
    return found.map(({ name, count, pages }) => `${name} ×${count} on ${pages.length}`).sort()
  }

  const file = () => join(folder, 'entities.jsonl')

  async function merge(): Promise<AnyAnswer> {
    const all = await client.own('biaozhu/initiatives', {})
    const id = (name: string) => all.find((each) => each.name.includes(name))?.id
    const { corpus } = all[0] ?? {}
    return run('mergeEntities', { corpus, entity: id('暖企'), into: id('助企') })
  }

  it('are merged durably, in one step that can be taken back', async () => {
    const before = await initiatives()
    assert.equal(before.length, 2)
    const changed = client.next('biaozhu/changed')
    const done = await merge()
    assert.equal(done.kind, 'done', JSON.stringify(done))
    await changed
    assert.deepEqual(await initiatives(), ['助企十条 ×4 on 2'])
    await eventually(() => existsSync(file()))
    assert.match(readFileSync(file(), 'utf8'), /"kind":"name".*"who":"王丽"/)
    const { transaction } = done.kind === 'done' ? done : {}
    await run('undo', { transaction })
    assert.deepEqual(await initiatives(), before)
    await eventually(() => !existsSync(file()))
    await run('redo', { transaction })
    assert.deepEqual(await initiatives(), ['助企十条 ×4 on 2'])
  })

  it('are as a killed server confirmed them', async () => {
    await merge()
    client.process.kill('SIGKILL')
    client = await start()
    assert.deepEqual(await initiatives(), ['助企十条 ×4 on 2'])
    await eventually(() => existsSync(file()))
  })

  it('follow the file that somebody else writes, and say what is wrong with it', async () => {
    await merge()
    await eventually(() => existsSync(file()))
    const uri = client.uri('entities.jsonl')
    writeFileSync(file(), '{"kind":"entities","version":1}\n?\n')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 2 }],
    })
    const problems = () =>
      client.received.flatMap(({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes(uri)
          ? [JSON.stringify(params)]
          : [],
      )
    await client.until(() => problems().length > 0)
    assert.match(problems().at(-1) ?? '', /No JSON object/)
    assert.equal((await initiatives()).length, 2)
    assert.equal((await merge()).kind, 'done')
    await eventually(() => readFileSync(file(), 'utf8').includes('"kind":"name"'))
    assert.match(readFileSync(file(), 'utf8'), /^\?$/m)
  })
})
