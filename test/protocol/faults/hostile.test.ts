/** Hostile values over the protocol: every question has an answer, markup stays text, a mark keeps all. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import type { Hover } from 'vscode-languageserver/node'
import { readSidecar } from '../../../server/src/annotation/sidecar/sidecar.ts'
import { eventually } from '../../eventually.ts'
import { hostile } from '../../faults/hostile-sidecar.ts'
import { positionOf } from '../client.ts'
import { folderOf, openWindow } from './window.ts'

describe('a sidecar with hostile values', () => {
  it('is shown, asked about and annotated as any other', async () => {
    const { text, sidecar } = hostile()
    const folder = folderOf(text, { 'page.anno.jsonl': sidecar })
    const window = await openWindow(folder)
    const { client } = window
    await client.open('page.txt')
    const uri = client.uri('page.txt')
    const position = positionOf(text, '嘉兴市', 1)
    const asked = { textDocument: { uri }, position }
    const hover = await client.standard<Hover | null>('textDocument/hover', asked)
    const said = JSON.stringify(hover?.contents)
    assert.ok(said.length < 20_000, `a hover of ${said.length} characters`)
    assert.doesNotMatch(said, /[^\\]<img|[^\\]\]\(command:/)
    for (const [method, params] of [
      ['textDocument/documentSymbol', { textDocument: { uri } }],
      ['textDocument/semanticTokens/full', { textDocument: { uri } }],
      ['textDocument/definition', asked],
      ['textDocument/references', { ...asked, context: { includeDeclaration: true } }],
      ['textDocument/documentHighlight', asked],
      [
        'textDocument/codeAction',
        {
          textDocument: { uri },
          range: { start: position, end: position },
          context: { diagnostics: [] },
        },
      ],
      ['biaozhu/mentionAt', { uri, position }],
      ['biaozhu/relations', { uri, position }],
      ['biaozhu/related', { uri, position }],
      ['biaozhu/review', {}],
      ['biaozhu/reviewState', { uri }],
      ['biaozhu/pageInfo', { uri }],
      ['biaozhu/pageData', { uri }],
      ['biaozhu/corrections', { uri }],
      ['biaozhu/initiatives', {}],
      ['biaozhu/entities', {}],
      ['biaozhu/types', {}],
      ['biaozhu/schema', { uri }],
    ] as const) {
      await client.standard(method, params)
    }
    const before = readSidecar(sidecar)
    assert.equal((await window.mark('与', 'Place')).kind, 'done')
    const read = () => readSidecar(readFileSync(join(folder, 'page.anno.jsonl'), 'utf8'))
    await eventually(() => read().records.length === before.records.length + 1)
    const linesOf = ({ broken }: ReturnType<typeof readSidecar>) =>
      broken.map((line) => line.text).sort()
    // Half a pair is nothing that a file in UTF-8 can hold.
    assert.deepEqual(linesOf(read()), linesOf(readSidecar(Buffer.from(sidecar).toString())))
    assert.equal(new Set(read().records.map(({ id }) => id)).size, before.records.length + 1)
    assert.deepEqual(
      client.log.filter((line) => /failed|Error/.test(line)),
      [],
    )
    await client.stop()
  })
})
