import assert from 'node:assert/strict'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { AnyAnswer } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { copyOfSeeds, startClient, type TestClient } from './client.ts'

const page = '001_b66ab0af8ed20314.txt'
const sidecar = '001_b66ab0af8ed20314.anno.jsonl'

describe('annotating over the protocol', () => {
  let folder: string
  let client: TestClient
  beforeEach(async () => {
    folder = copyOfSeeds()
    client = await startClient({ folder, initializationOptions: { annotator: '王丽' } })
  })
  afterEach(() => client.stop())

  const run = (name: string, values: object): Promise<AnyAnswer> =>
    client.standard('workspace/executeCommand', {
      command: `biaozhu.server.${name}`,
      arguments: [{ uri: client.uri(page), ...values }],
    })

  async function firstSuggestion() {
    const found = await client.marks(client.uri(page))
    const mark = found?.marks.find(
      ({ status, ranges }) => status === 'suggested' && ranges.length === 1,
    )
    assert.ok(mark?.ranges[0])
    return { range: mark.ranges[0], type: mark.type }
  }

  async function statusAt(range: object): Promise<string | undefined> {
    const found = await client.marks(client.uri(page))
    return found?.marks.find(({ ranges }) => JSON.stringify(ranges[0]) === JSON.stringify(range))
      ?.status
  }

  const written = (text: string | RegExp, file = sidecar): Promise<void> =>
    eventually(() => {
      const path = join(folder, file)
      return existsSync(path) && readFileSync(path, 'utf8').match(text) !== null
    })

  it('accepts a suggestion, takes it back and accepts it again, in the file too', async () => {
    await client.open(page)
    const first = await firstSuggestion()
    const answer = await run('accept', first)
    assert.equal(answer.kind, 'done')
    assert.equal(await statusAt(first.range), 'accepted')
    await written(/"status":"accepted".*"who":"王丽"/)
    const { transaction } = answer.kind === 'done' ? answer : {}
    assert.equal((await run('undo', { transaction })).kind, 'done')
    assert.equal(await statusAt(first.range), 'suggested')
    await eventually(() => !existsSync(join(folder, sidecar)))
    assert.equal((await run('redo', { transaction })).kind, 'done')
    assert.equal(await statusAt(first.range), 'accepted')
    await written(/"status":"accepted"/)
  })

  it('names the annotator of the setting, else that of corpus.json as it is now', async () => {
    await client.open(page)
    const { range, type } = await firstSuggestion()
    writeFileSync(join(folder, 'corpus.json'), '{"annotator": "李编辑"}')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('corpus.json'), type: 2 }],
    })
    await client.connection.sendNotification('biaozhu/settings', { annotator: '' })
    // The new corpus.json says no name.
    await eventually(async () => {
      const [corpus] = await client.own('biaozhu/corpora', {})
      return corpus?.name === basename(folder) && corpus.pages === 5
    })
    await run('accept', { range, type })
    await written(/"status":"accepted".*"who":"李编辑"/)
    await client.connection.sendNotification('biaozhu/settings', { annotator: '王丽' })
    await run('setNote', { range, note: '好' })
    await written(/"who":"王丽"/)
  })

  it('knows after a restart what was rejected', async () => {
    await client.open(page)
    const first = await firstSuggestion()
    await run('reject', first)
    await written(/"status":"rejected"/)
    await client.stop()
    client = await startClient({ folder })
    await client.open(page)
    assert.equal(await statusAt(first.range), 'rejected')
  })

  it('refuses to annotate a page with unsaved edits, and says so', async () => {
    await client.open(page)
    const uri = client.uri(page)
    const first = await firstSuggestion()
    const start = { line: 0, character: 0 }
    await client.change(page, 2, [{ range: { start, end: start }, text: '新' }])
    const answer = await run('accept', { ...first, position: first.range.start })
    assert.deepEqual(answer.kind === 'refused' ? [answer.reason, answer.pages] : answer, [
      'unsaved',
      [uri],
    ])
  })

  it('moves what was accepted with live edits, and writes that with the page', async () => {
    const text = readFileSync(join(folder, page), 'utf8')
    await client.open(page)
    const uri = client.uri(page)
    const first = await firstSuggestion()
    await run('accept', first)
    await written(/"status":"accepted"/)
    const start = { line: 0, character: 0 }
    await client.change(page, 2, [{ range: { start, end: start }, text: '新新' }])
    const { line, character } = first.range.start
    const moved = (at: { line: number; character: number }) =>
      line === 0 && at.line === 0 ? { ...at, character: at.character + 2 } : at
    const range = { start: moved({ line, character }), end: moved(first.range.end) }
    assert.equal(await statusAt(range), 'accepted')
    writeFileSync(join(folder, page), `新新${text}`)
    const before = readFileSync(join(folder, sidecar), 'utf8')
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    await eventually(() => readFileSync(join(folder, sidecar), 'utf8') !== before)
    assert.equal(await statusAt(range), 'accepted')
  })

  it('shows what another program wrote into the sidecar, and what is wrong with it', async () => {
    await client.open(page)
    const uri = client.uri(page)
    const first = await firstSuggestion()
    await run('accept', first)
    await written(/"status":"accepted"/)
    appendFileSync(join(folder, sidecar), 'no json\n')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(sidecar), type: 2 }],
    })
    await client.until(() =>
      client.received.some(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' &&
          JSON.stringify(params).includes('No JSON'),
      ),
    )
    assert.equal(await statusAt(first.range), 'accepted')
    assert.ok(uri)
  })

  it('offers to accept and to reject a suggestion', async () => {
    await client.open(page)
    const uri = client.uri(page)
    const { range } = await firstSuggestion()
    const actions = await client.standard<readonly { title: string; isPreferred?: boolean }[]>(
      'textDocument/codeAction',
      {
        textDocument: { uri },
        range: { start: range.start, end: range.start },
        context: { diagnostics: [] },
      },
    )
    assert.deepEqual(
      actions.slice(0, 3).map(({ title, isPreferred }) => [title.split(' ')[0], isPreferred]),
      [
        ['Accept', true],
        ['Reject', undefined],
        ['Change', undefined],
      ],
    )
  })
})
