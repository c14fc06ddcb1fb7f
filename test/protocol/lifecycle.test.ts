import assert from 'node:assert/strict'
import { fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import {
  createMessageConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node'
import { connect, emptyFolder, serverFile, startClient, type TestClient } from './client.ts'

describe('the server process', () => {
  it('says how it is used when it is started without a transport', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [serverFile])
    assert.equal(status, 2)
    assert.match(String(stderr), /--stdio/)
    assert.equal(String(stdout), '')
  })

  it('ends with 0 after shutdown and exit', async () => {
    const client = await connect({ folder: emptyFolder() })
    await client.stop()
    assert.equal(client.process.exitCode, 0)
  })

  it('speaks over node ipc too, as VS Code starts it', async () => {
    const child = fork(serverFile, ['--node-ipc'])
    const connection = createMessageConnection(
      new IPCMessageReader(child),
      new IPCMessageWriter(child),
    )
    connection.listen()
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      capabilities: {},
      rootUri: null,
    })
    assert.equal(serverInfo?.name, 'biaozhu')
    const exit = once(child, 'exit')
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    const [code] = await exit
    assert.equal(code, 0)
  })

  it('lets a question wait until it knows which files are pages', async () => {
    const client = await connect()
    const page = '000_43f4299937225fbf.txt'
    await client.connection.sendNotification('initialized', {})
    await client.open(page)
    const textDocument = { uri: client.uri(page) }
    const symbols = await client.standard<readonly object[] | null>('textDocument/documentSymbol', {
      textDocument,
    })
    assert.ok((symbols?.length ?? 0) > 0)
    await client.stop()
  })

  it('ends when its input closes', async () => {
    const child = spawn(process.execPath, [serverFile, '--stdio'])
    const exit = once(child, 'exit')
    child.stdin.end()
    const [code] = await exit
    assert.equal(code, 1)
  })

  for (const bytes of ['Content-Length: -1\r\n\r\n{}', 'Content-Length: 99999999999\r\n\r\n{}']) {
    it(`ends with a message on ${JSON.stringify(bytes)}`, async () => {
      const child = spawn(process.execPath, [serverFile, '--stdio'])
      const exit = once(child, 'exit')
      let said = ''
      child.stderr.on('data', (chunk) => {
        said += chunk
      })
      child.stdin.write(bytes)
      const [code] = await exit
      assert.equal(code, 1)
      assert.match(said, /Content-Length|too long/)
    })
  }

  const text = '在嘉兴市举行。\n'
  const mark = (uri: string) => ({
    command: 'biaozhu.server.mark',
    arguments: [
      {
        uri,
        type: 'Place',
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } },
      },
    ],
  })

  async function clientWithPage() {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'corpus.json'), '{}')
    writeFileSync(join(folder, '1.txt'), text)
    const initializationOptions = { storage: emptyFolder() }
    return startClient({ folder, initializationOptions })
  }

  for (const [name, end] of [
    ['SIGTERM', ({ process: child }: TestClient) => child.kill('SIGTERM')],
    ['SIGHUP', ({ process: child }: TestClient) => child.kill('SIGHUP')],
    ['the end of its input', ({ process: child }: TestClient) => child.stdin?.end()],
    ['exit without shutdown', (client: TestClient) => client.connection.sendNotification('exit')],
  ] as const) {
    it(`writes what it can before it ends at ${name}`, async () => {
      const client = await clientWithPage()
      const exit = once(client.process, 'exit')
      await client.standard('workspace/executeCommand', mark(client.uri('1.txt')))
      await end(client)
      const [code] = await exit
      assert.ok(code > 0)
      assert.match(readFileSync(join(client.folder, '1.anno.jsonl'), 'utf8'), /嘉兴市/)
    })
  }

  it('marks nothing after shutdown', async () => {
    const client = await clientWithPage()
    await client.connection.sendRequest('shutdown')
    const refused = client.standard('workspace/executeCommand', mark(client.uri('1.txt')))
    await assert.rejects(refused, { code: -32600 })
    await client.connection.sendNotification('exit')
    const [code] = await once(client.process, 'exit')
    assert.equal(code, 0)
    assert.equal(existsSync(join(client.folder, '1.anno.jsonl')), false)
  })

  it('ends when the editor that started it is gone', async () => {
    const gone = spawnSync(process.execPath, ['--eval', '0']).pid
    const client = await connect({ folder: emptyFolder(), processId: gone })
    const [code] = await once(client.process, 'exit')
    assert.equal(code, 1)
  })

  it('writes nothing but the protocol, and uses the simplest client as it can', async () => {
    const client = await startClient({ capabilities: {} })
    const text = await client.open('000_43f4299937225fbf.txt')
    const textDocument = { uri: client.uri('000_43f4299937225fbf.txt') }
    const symbols = await client.standard<readonly object[]>('textDocument/documentSymbol', {
      textDocument,
    })
    assert.ok(symbols.every((symbol) => 'location' in symbol))
    assert.ok(text.length > 0)
    const asked = client.received.filter(({ method }) => /register|refresh|create/.test(method))
    assert.deepEqual(asked, [])
    assert.deepEqual(client.faults, [])
    await client.stop()
  })
})
