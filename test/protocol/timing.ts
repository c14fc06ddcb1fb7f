/** How long people wait for the built server, in ms: for the first page, for the others, while they type. */
import { readdirSync } from 'node:fs'
import type { SemanticTokens } from 'vscode-languageserver/node'
import { connect, positionOf, seeds, startClient, type TestClient } from './client.ts'

/** From the start of the process to the tokens of the first page that is opened. */
export async function startTime(): Promise<number> {
  const before = performance.now()
  const client = await connect()
  await client.connection.sendNotification('initialized', {})
  await client.open(largest)
  // Until the folder is read the page belongs to no corpus: an editor asks again when it is told to.
  while ((await tokensOf(client, largest)).data.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const time = performance.now() - before
  await client.stop()
  return time
}

/** From a text of each page that the server has not seen yet to its tokens. */
export async function pageTimes(): Promise<readonly number[]> {
  const client = await startClient()
  const times: number[] = []
  for (const page of readdirSync(seeds).filter((name) => name.endsWith('.txt'))) {
    const text = await client.open(page)
    const before = performance.now()
    // No article is what it was, so that nothing of what is known of the page can be used again.
    await client.change(page, 2, [{ text: text.replaceAll('。', '。今天,') }])
    await tokensOf(client, page)
    times.push(performance.now() - before)
  }
  await client.stop()
  return times
}

/** From each of 100 edits to their tokens, ascending. Twenty before them are compiled while they run. */
export async function typingTimes(): Promise<readonly number[]> {
  const client = await startClient()
  const text = await client.open(largest)
  const textDocument = { uri: client.uri(largest) }
  const at = positionOf(text, '嘉善县总工会把')
  let { resultId } = await tokensOf(client, largest)
  const times: number[] = []
  for (let i = 0; i < 120; i++) {
    const start = { line: at.line, character: at.character + i }
    const before = performance.now()
    await client.change(largest, i + 2, [{ range: { start, end: start }, text: '工会活动'[i % 4] }])
    const answer = await client.standard<SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: resultId,
    })
    times.push(performance.now() - before)
    resultId = answer.resultId
  }
  await client.stop()
  return times.slice(20).sort((a, b) => a - b)
}

/** 7,204 characters. */
const largest = '001_b66ab0af8ed20314.txt'

function tokensOf(client: TestClient, page: string): Promise<SemanticTokens> {
  const textDocument = { uri: client.uri(page) }
  return client.standard('textDocument/semanticTokens/full', { textDocument })
}
