import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SemanticTokens } from 'vscode-languageserver/node'
import { positionOf, startClient } from './client.ts'

/** 7,204 characters. */
const page = '001_b66ab0af8ed20314.txt'

/** Milliseconds. The aim is 30; a test machine may be busy with something else. */
const bar = 90

describe('typing', () => {
  it('gets its tokens at once', async () => {
    const client = await startClient()
    const text = await client.open(page)
    const textDocument = { uri: client.uri(page) }
    const at = positionOf(text, '嘉善县总工会把')
    let { resultId } = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    const times: number[] = []
    for (let i = 0; i < 120; i++) {
      const start = { line: at.line, character: at.character + i }
      const before = performance.now()
      await client.change(page, i + 2, [{ range: { start, end: start }, text: '工会活动'[i % 4] }])
      const answer = await client.standard<SemanticTokens>(
        'textDocument/semanticTokens/full/delta',
        { textDocument, previousResultId: resultId },
      )
      times.push(performance.now() - before)
      resultId = answer.resultId
    }
    await client.stop()
    // The first edits are compiled while they run.
    const sorted = times.slice(20).sort((a, b) => a - b)
    const [middle = 0, p95 = 0] = [sorted[50], sorted[95]]
    console.log(`      edit → tokens: median ${middle.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
    assert.ok(p95 < bar, `${p95} ms`)
  }).timeout(30_000)
})
