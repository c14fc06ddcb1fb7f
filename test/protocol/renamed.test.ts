/** A page that is renamed or moved in the editor keeps what was said of it. */
import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { CodeAction } from 'vscode-languageserver'
import type { AnyAnswer } from '../../server/src/protocol.ts'
import { eventually } from '../eventually.ts'
import { emptyFolder, startClient, type TestClient } from './client.ts'

const text = '市总工会办夜校\n\n本报讯 嘉兴市总工会昨天开办职工夜校。\n'

describe('a page that is renamed', () => {
  let folder: string
  let client: TestClient
  beforeEach(async () => {
    folder = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{}')
    writeFileSync(join(folder, 'p1.txt'), text)
    writeFileSync(join(folder, 'p1.anno.王丽.jsonl'), '')
    client = await startClient({ folder })
  })
  afterEach(() => client.stop())

  const files = (): readonly string[] =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.includes('.anno.'))
      .sort()

  async function rename(from: string, to: string): Promise<void> {
    const params = { files: [{ oldUri: client.uri(from), newUri: client.uri(to) }] }
    assert.equal(await client.standard('workspace/willRenameFiles', params), null)
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    renameSync(join(folder, from), join(folder, to))
    await client.close(from)
    await client.connection.sendNotification('workspace/didRenameFiles', params)
    await client.open(to)
  }

  async function accept(page: string): Promise<void> {
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } }
    const answer: AnyAnswer = await client.standard('workspace/executeCommand', {
      command: 'biaozhu.server.mark',
      arguments: [{ uri: client.uri(page), range, type: 'Organization' }],
    })
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }

  const isAccepted = (page: string): Promise<void> =>
    eventually(async () => {
      const found = await client.marks(client.uri(page))
      return found?.marks.some(({ status }) => status === 'accepted') === true
    })

  it('takes its sidecar and its layers with it, also right behind an action, and back', async () => {
    await client.open('p1.txt')
    await accept('p1.txt')
    await rename('p1.txt', '第1版.txt')
    await isAccepted('第1版.txt')
    assert.deepEqual(files(), ['第1版.anno.jsonl', '第1版.anno.王丽.jsonl'])
    await rename('第1版.txt', 'p1.txt')
    await isAccepted('p1.txt')
    assert.deepEqual(files(), ['p1.anno.jsonl', 'p1.anno.王丽.jsonl'])
  })

  it('takes them to another folder, and where only capitals differ', async () => {
    await client.open('p1.txt')
    await accept('p1.txt')
    await rename('p1.txt', '2021/p1.txt')
    await isAccepted('2021/p1.txt')
    assert.deepEqual(files(), ['2021/p1.anno.jsonl', '2021/p1.anno.王丽.jsonl'])
    await rename('2021/p1.txt', '2021/P1.txt')
    await isAccepted('2021/P1.txt')
    assert.deepEqual(files(), ['2021/P1.anno.jsonl', '2021/P1.anno.王丽.jsonl'])
  })

  it('outside is offered its annotations, which are its own when they are renamed', async () => {
    await client.open('p1.txt')
    await accept('p1.txt')
    await eventually(() => files().includes('p1.anno.jsonl'))
    await client.close('p1.txt')
    const tell = (...changes: readonly (readonly [path: string, type: number])[]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(([path, type]) => ({ uri: client.uri(path), type })),
      })
    renameSync(join(folder, 'p1.txt'), join(folder, 'q.txt'))
    await tell(['p1.txt', 3], ['q.txt', 1], ['p1.anno.jsonl', 1], ['p1.anno.王丽.jsonl', 1])
    await client.open('q.txt')
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    const ask = async (): Promise<readonly CodeAction[]> => {
      const textDocument = { uri: client.uri('q.txt') }
      const params = { textDocument, range: top, context: { diagnostics: [] } }
      const found: readonly CodeAction[] = await client.standard('textDocument/codeAction', params)
      return found.filter(({ edit }) => edit !== undefined)
    }
    await eventually(async () => (await ask()).length > 0)
    const [offered] = await ask()
    const rename = { kind: 'rename', oldUri: client.uri('p1.anno.jsonl') }
    assert.deepEqual(offered?.edit?.documentChanges, [
      { ...rename, newUri: client.uri('q.anno.jsonl') },
    ])
    renameSync(join(folder, 'p1.anno.jsonl'), join(folder, 'q.anno.jsonl'))
    await tell(['p1.anno.jsonl', 3], ['q.anno.jsonl', 1])
    await isAccepted('q.txt')
    assert.deepEqual(await ask(), [])
  })

  it('writes over nothing, and takes nothing from a page that stays', async () => {
    await client.open('p1.txt')
    await accept('p1.txt')
    writeFileSync(join(folder, 'p1.jpg'), '')
    await client.close('p1.txt')
    const image = { files: [{ oldUri: client.uri('p1.jpg'), newUri: client.uri('p2.jpg') }] }
    renameSync(join(folder, 'p1.jpg'), join(folder, 'p2.jpg'))
    await client.connection.sendNotification('workspace/didRenameFiles', image)
    await isAccepted('p1.txt')
    writeFileSync(join(folder, 'p3.anno.jsonl'), 'x\n')
    await rename('p1.txt', 'p3.txt')
    await client.until(() =>
      client.received.some(({ method }) => method.startsWith('window/showMessage')),
    )
    assert.equal(readFileSync(join(folder, 'p3.anno.jsonl'), 'utf8'), 'x\n')
    assert.ok(existsSync(join(folder, 'p1.anno.jsonl')))
  })
})
