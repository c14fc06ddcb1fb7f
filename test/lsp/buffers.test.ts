import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver/node'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { edited, followBuffers } from '../../server/src/lsp/buffers.ts'
import { applyEdit } from '../../server/src/text/edit.ts'
import { EditedText } from '../../server/src/text/edited-text.ts'
import { root, workspaceOf } from '../corpus/in-memory.ts'

function applied(text: string, change: TextDocumentContentChangeEvent): string {
  const { buffer, edits } = edited(new EditedText(text), [change])
  if (edits !== undefined) assert.equal(buffer.text(), edits.reduce(applyEdit, text))
  return buffer.text()
}

function change(text: string, from: readonly [number, number], to: readonly [number, number]) {
  const range = {
    start: { line: from[0], character: from[1] },
    end: { line: to[0], character: to[1] },
  }
  return applied(text, { range, text: '新' })
}

describe('edits of a client', () => {
  it('replaces a range, or the whole text', () => {
    assert.equal(change('一二\n三四', [0, 1], [1, 1]), '一新四')
    assert.equal(applied('一二', { text: '三' }), '三')
  })

  it('are not known where a client sends the whole text, unless it is the same', () => {
    const editsOf = (...changes: readonly TextDocumentContentChangeEvent[]) =>
      edited(new EditedText('富润富润'), changes).edits
    const here = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }
    assert.deepEqual(editsOf({ range: here, text: '' }), [{ span: { start: 0, end: 2 }, text: '' }])
    assert.equal(editsOf({ text: '富润' }), undefined)
    assert.equal(editsOf({ range: here, text: '' }, { text: '富润了' }), undefined)
    assert.equal(editsOf({ text: '富润' }, { range: here, text: '' }), undefined)
    assert.deepEqual(editsOf({ text: '富润富润' }), [])
  })

  it('clamps what lies outside the text', () => {
    assert.equal(change('一二\n三四', [-5, 3], [0, 1]), '新二\n三四')
    assert.equal(change('一二\n三四', [0, 99], [0, 100]), '一二新\n三四')
    assert.equal(change('一二\n三四', [7, 0], [9, 9]), '一二\n三四新')
    assert.equal(change('一二', [Number.NaN, Number.NaN], [0, Number.POSITIVE_INFINITY]), '新')
  })

  it('make one new state, however many come in one message', () => {
    const workspace = workspaceOf({})
    const take = new Map<string, (params: object) => Promise<void>>()
    const follow = (name: string) => (handler: (params: object) => Promise<void>) => {
      take.set(name, handler)
      return { dispose: () => undefined }
    }
    followBuffers(
      {
        console: { error: assert.fail },
        onDidOpenTextDocument: follow('open'),
        onDidChangeTextDocument: follow('change'),
        onDidCloseTextDocument: follow('close'),
      } as unknown as Connection,
      workspace,
      () => undefined,
    )
    const uri = `${root}/1.txt`
    void take.get('open')?.({ textDocument: { uri, version: 1, text: '一\n二' } })
    const { revision } = workspace.snapshot()
    const at = { line: 1, character: 0 }
    const contentChanges = Array.from({ length: 200 }, () => ({
      range: { start: at, end: at },
      text: '新',
    }))
    void take.get('change')?.({ textDocument: { uri, version: 2 }, contentChanges })
    assert.equal(workspace.snapshot().revision, revision + 1)
    const text = findPage(workspace.snapshot(), uri)?.document.text
    assert.equal(text, `一\n${'新'.repeat(200)}二`)
  })

  it('turns a range round that runs backwards', () => {
    assert.equal(change('一二三', [0, 2], [0, 1]), '一新三')
  })
})
