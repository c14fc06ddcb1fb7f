import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Position, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node'
import { copyOfSeeds, startClient, type TestClient } from './client.ts'
import { applyDelta } from './tokens.ts'

const page = '001_b66ab0af8ed20314.txt'

/** Random numbers that are the same in every run: Park and Miller's generator. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** What a position means, written a second time: what lies outside the text is clamped. */
function offsetOf(text: string, { line, character }: Position): number {
  if (line < 0) return 0
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length),
  ]
  const start = starts[line]
  if (start === undefined) return text.length
  const end = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0)
  return Math.min(end, start + Math.max(0, character))
}

const insertions = [
  '',
  '总工会',
  '\n',
  '\r\n',
  '\r',
  '“助企十条”行动',
  '𠮷',
  '\ud800',
  '\u0000',
  '。\n\n新题目\n\n本报讯 记者张三报道 今年5月,台州市总工会',
  '\ufeff',
  ']]>',
]

async function stateOf(client: TestClient) {
  const textDocument = { uri: client.uri(page) }
  const tokens = await client.standard<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  })
  const symbols = await client.standard('textDocument/documentSymbol', { textDocument })
  const marks = await client.marks(textDocument.uri)
  return { tokens: tokens.data, symbols, marks: { ...marks, uri: '', version: 0 } }
}

describe('1,000 random edits', () => {
  it('leave the server in the state of a fresh one', async () => {
    const edited = await startClient()
    let text = await edited.open(page)
    const next = random(20_261_120)
    const textDocument = { uri: edited.uri(page) }
    let known = await edited.standard<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    })
    const follow = async (): Promise<void> => {
      const answer = await edited.standard<SemanticTokens | SemanticTokensDelta>(
        'textDocument/semanticTokens/full/delta',
        { textDocument, previousResultId: known.resultId },
      )
      known = { ...answer, data: applyDelta(known.data, answer) }
    }
    const anywhere = (): Position => {
      const wild = next(10) === 0
      const line = wild ? next(5000) - 1000 : next(text.split(/\r\n|\r|\n/).length)
      return { line, character: wild ? next(2 ** 31) - 2 ** 20 : next(60) }
    }
    for (let version = 2; version <= 1001; version++) {
      const changes = Array.from({ length: 1 + next(3) }, () => {
        const start = anywhere()
        const end = next(2) === 0 ? start : anywhere()
        // Most ranges are short, or nothing would be left of the page.
        const near = { line: start.line, character: start.character + next(6) }
        const range = { start, end: next(40) === 0 ? end : near }
        const inserted = insertions[next(insertions.length)] ?? ''
        const [a, b] = [offsetOf(text, range.start), offsetOf(text, range.end)]
        text = text.slice(0, Math.min(a, b)) + inserted + text.slice(Math.max(a, b))
        return { range, text: inserted }
      })
      await edited.change(page, version, changes)
      if (version % 20 === 0) await follow()
      if (version % 100 === 0) await stateOf(edited)
    }
    await follow()
    const fresh = await startClient({ folder: copyOfSeeds() })
    await fresh.open(page, text)
    assert.ok(text.length > 1000)
    const state = await stateOf(edited)
    assert.deepEqual(state, await stateOf(fresh))
    assert.deepEqual(known.data, state.tokens)
    assert.deepEqual(
      edited.log.filter((line) => line.includes('failed')),
      [],
    )
    await Promise.all([edited.stop(), fresh.stop()])
  })
})
