import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer } from '../../server/src/protocol.ts'
import { lineIndex } from '../../server/src/text/lines.ts'
import { eventually } from '../eventually.ts'
import { feastPages, feasts } from '../recognition/personal/pages.ts'
import { startClient, type TestClient } from './client.ts'

const done = feastPages(feasts.slice(0, 3))
const fresh = '说起蜜橘节，人人都很高兴，纷纷点头。'

describe('learning over the protocol', () => {
  let folder: string
  let storage: string
  let client: TestClient
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaozhu-feasts-'))
    storage = mkdtempSync(join(tmpdir(), 'biaozhu-storage-'))
    const corpus = { pages: ['*.txt'], schema: { types: [{ name: 'Feast' }] } }
    writeFileSync(join(folder, 'corpus.json'), JSON.stringify(corpus))
    for (const { id, text } of done) writeFileSync(join(folder, id), text)
    writeFileSync(join(folder, 'fresh.txt'), fresh)
  })
  afterEach(async () => {
    await client.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(storage, { recursive: true, force: true })
  })

  async function start(options: object): Promise<void> {
    client = await startClient({ folder, initializationOptions: { storage, ...options } })
  }

  const run = (name: string, values: object): Promise<AnyAnswer> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [values],
    })

  async function finishPages(): Promise<void> {
    for (const { id, text, mentions } of done) {
      const uri = client.uri(id)
      const lines = lineIndex(text)
      for (const { span, type } of mentions) {
        const range = { start: lines.position(span.start), end: lines.position(span.end) }
        assert.equal((await run('mark', { uri, range, type })).kind, 'done')
      }
      assert.equal((await run('done', { uri, force: true })).kind, 'done')
    }
  }

  async function report(): Promise<Record<string, unknown>> {
    const answer = await run('retrain', {})
    assert.equal(answer.kind, 'answer')
    return {
      ...(answer.kind === 'answer' && typeof answer.answer === 'object' ? answer.answer : {}),
    }
  }

  it('says what came of it, and keeps the model in the storage', async () => {
    await start({ retrainAfterPages: 0 })
    assert.deepEqual(await report(), { kind: 'tooFewPages', pages: 0 })
    await finishPages()
    const { kind, pages: tried, kept, after } = await report()
    assert.deepEqual({ kind, tried, kept }, { kind: 'judged', tried: 3, kept: true })
    assert.ok(after !== undefined)
    assert.equal(readdirSync(join(storage, 'models')).length, 1)
    await suggestsFeast()
    assert.deepEqual(await run('retrain', { cancel: true }), { kind: 'answer', answer: null })
  })

  it('is off where the setting says so', async () => {
    await start({ personalModel: false })
    assert.equal((await run('retrain', {})).kind, 'refused')
  })

  it('is remembered, and not where the stored model is of the former kind', async () => {
    await start({ retrainAfterPages: 0 })
    await finishPages()
    await report()
    await client.stop()
    await start({})
    await suggestsFeast()
    await client.stop()
    const [name = ''] = readdirSync(join(storage, 'models'))
    writeFileSync(join(storage, 'models', name), '{"personalModel":1}\nx')
    await start({})
    assert.equal((await typesOnFresh()).includes('Feast'), false)
  })

  async function typesOnFresh(): Promise<readonly string[]> {
    const found = await client.marks(client.uri('fresh.txt'))
    return (found?.marks ?? []).map(({ type }) => type)
  }

  const suggestsFeast = (): Promise<void> =>
    eventually(
      async () => (await typesOnFresh()).includes('Feast'),
      () => 'The feast is not suggested.',
    )
})
