/** What the gate lets through, and what it refuses with which code and sentence. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { Message } from 'vscode-languageserver/node'
import { Gate } from '../../server/src/lsp/gate.ts'

const uri = 'file:///1.txt'
const textDocument = { uri }
const position = { line: 0, character: 0 }

/** Sends messages through one gate: the methods that come through, and refusals as `code sentence`. */
function through(...messages: readonly { method: string; params?: unknown; id?: number }[]) {
  const gate = new Gate(async () => undefined)
  const seen: string[] = []
  for (const each of messages) {
    const message: Message = { jsonrpc: '2.0', ...each }
    gate.handleMessage(message, (next) => {
      if (!Message.isRequest(next) && !Message.isNotification(next)) return
      const { code, message: sentence } = { ...next.params } as { code?: number; message?: string }
      seen.push(next.method === each.method ? next.method : `${code} ${sentence}`)
    })
  }
  return seen
}

const request = (method: string, params?: unknown) => ({ method, params, id: 1 })
const initialize = request('initialize', { capabilities: {} })

describe('the gate in front of the server', () => {
  it('lets nothing through before initialize', () => {
    assert.deepEqual(
      through(
        request('textDocument/hover', { textDocument, position }),
        { method: 'textDocument/didOpen', params: {} },
        initialize,
        request('textDocument/hover', { textDocument, position }),
      ),
      ['-32002 The server is not initialized.', 'initialize', 'textDocument/hover'],
    )
  })

  it('lets nothing through after shutdown, no command either', () => {
    const mark = request('workspace/executeCommand', {
      command: 'biaozhu.server.mark',
      arguments: [{}],
    })
    assert.deepEqual(
      through(initialize, mark, request('shutdown'), mark, request('shutdown'), {
        method: 'textDocument/didChange',
        params: {},
      }),
      [
        ...['initialize', 'workspace/executeCommand', 'shutdown'],
        ...['-32600 The server was shut down.', '-32600 The server was shut down.'],
      ],
    )
  })

  it('is initialized once, and by what can initialize it', () => {
    assert.deepEqual(through(request('initialize', null), initialize, initialize), [
      '-32602 initialize has to be an object.',
      'initialize',
      '-32600 The server is initialized already.',
    ])
  })

  it('says what is wrong with parameters', () => {
    const wrong: readonly (readonly [string, unknown, string])[] = [
      ['textDocument/hover', undefined, 'textDocument/hover has to be an object.'],
      ['textDocument/hover', [], 'textDocument/hover has to be an object.'],
      [
        'textDocument/hover',
        { textDocument: { uri: 5 }, position },
        'textDocument/hover.textDocument.uri has to be a string.',
      ],
      [
        'textDocument/hover',
        { textDocument, position: { line: 0 } },
        'textDocument/hover.position.character has to be a number.',
      ],
      [
        'textDocument/selectionRange',
        { textDocument, positions: [position, 7] },
        'textDocument/selectionRange.positions[1] has to be an object.',
      ],
      ['workspace/symbol', {}, 'workspace/symbol.query has to be a string.'],
      [
        'workspace/executeCommand',
        { command: 'x', arguments: {} },
        'workspace/executeCommand.arguments has to be a list.',
      ],
      [
        'biaozhu/neighbour',
        { uri, position, direction: 'up', scope: 'page' },
        'biaozhu/neighbour.direction has to be one of next, previous.',
      ],
      [
        'biaozhu/review',
        { filter: { unsure: 1 } },
        'biaozhu/review.filter.unsure has to be true or false.',
      ],
      [
        'biaozhu/export',
        { format: 'brat', folder: 'x', status: 'all', scope: { kind: 'some' } },
        'biaozhu/export.scope.kind has to be one of all, below, pages.',
      ],
      [
        'biaozhu/export',
        { format: 'brat', folder: 'x', status: 'all', scope: { kind: 'pages', uris: [null] } },
        'biaozhu/export.scope.uris[0] has to be a string.',
      ],
    ]
    for (const [method, params, sentence] of wrong) {
      assert.deepEqual(through(initialize, request(method, params)).at(-1), `-32602 ${sentence}`)
    }
  })

  it('lets parameters through that are right, with what is optional and with more than is known', () => {
    const right: readonly (readonly [string, unknown])[] = [
      ['biaozhu/types', undefined],
      ['biaozhu/marks', { uri }],
      ['biaozhu/marks', { uri, visible: position, more: true }],
      ['biaozhu/pageStates', {}],
      ['biaozhu/unknown', 7],
      ['textDocument/codeAction', { textDocument, range: range(), context: { diagnostics: [] } }],
    ]
    for (const [method, params] of right) {
      assert.deepEqual(through(initialize, request(method, params)), ['initialize', method])
    }
  })

  it('waits with the exit until all is closed', async () => {
    const happened: string[] = []
    const gate = new Gate(async () => void happened.push('closed'))
    const exit: Message & { method: string } = { jsonrpc: '2.0', method: 'exit' }
    await new Promise<void>((resolve) => {
      gate.handleMessage(exit, () => {
        happened.push('exit')
        resolve()
      })
    })
    assert.deepEqual(happened, ['closed', 'exit'])
  })
})

function range() {
  return { start: position, end: position }
}
