import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node'
import { copyOfSeeds, startClient, type TestClient } from './client.ts'

const page = '000_43f4299937225fbf.txt'

describe('requests that are no longer wanted', () => {
  let client: TestClient
  before(async () => {
    client = await startClient()
    await client.open(page)
  })
  after(() => client.stop())

  const codeOf = async (answer: Promise<unknown>): Promise<number | undefined> =>
    answer.then(
      () => undefined,
      (error) => (error instanceof ResponseError ? error.code : undefined),
    )

  it('are answered as cancelled', async () => {
    const source = new CancellationTokenSource()
    const textDocument = { uri: client.uri(page) }
    const method = 'textDocument/semanticTokens/full'
    const { answer } = await client.together(() => {
      const answer = client.connection.sendRequest(method, { textDocument }, source.token)
      source.cancel()
      return { answer }
    })
    assert.equal(await codeOf(answer), LSPErrorCodes.RequestCancelled)
  })

  it('are answered as out of date when an edit of the page waits behind them', async () => {
    const textDocument = { uri: client.uri(page) }
    const start = { line: 0, character: 0 }
    const { answer } = await client.together(() => {
      const answer = client.standard('textDocument/semanticTokens/full', { textDocument })
      void client.change(page, 2, [{ range: { start, end: start }, text: '新' }])
      return { answer }
    })
    assert.equal(await codeOf(answer), LSPErrorCodes.ContentModified)
    assert.equal(
      await codeOf(client.standard('textDocument/semanticTokens/full', { textDocument })),
      undefined,
    )
  })
})

describe('indexing', () => {
  it('shows a count and can be cancelled', async () => {
    const reports: string[] = []
    const client = await startClient({
      folder: copyOfSeeds(40),
      onProgress(value, cancel) {
        if (value.kind === 'begin') assert.equal(value.cancellable, true)
        if (value.message !== undefined) reports.push(value.message)
        if (value.kind === 'report') cancel()
      },
    })
    await client.until(() => client.log.some((line) => /Index(ed|ing was stopped)/.test(line)))
    assert.ok(
      reports.some((message) => /^\d+ of 205$/.test(message)),
      reports.join(),
    )
    assert.ok(
      client.log.some((line) => line.includes('Indexing was stopped after')),
      client.log.join(),
    )
    await client.stop()
  })
})
