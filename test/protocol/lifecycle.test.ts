import assert from 'node:assert/strict'
import { fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'mocha'
import {
  createMessageConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node'
import { connect, emptyFolder, serverFile, startClient } from './client.ts'

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
