import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node'
import { toEdit } from '../../server/src/lsp/buffers.ts'
import { applyEdit } from '../../server/src/text/edit.ts'

function applied(text: string, change: TextDocumentContentChangeEvent): string {
  return applyEdit(text, toEdit(text, change))
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

  it('clamps what lies outside the text', () => {
    assert.equal(change('一二\n三四', [-5, 3], [0, 1]), '新二\n三四')
    assert.equal(change('一二\n三四', [0, 99], [0, 100]), '一二新\n三四')
    assert.equal(change('一二\n三四', [7, 0], [9, 9]), '一二\n三四新')
    assert.equal(change('一二', [Number.NaN, Number.NaN], [0, Number.POSITIVE_INFINITY]), '新')
  })

  it('turns a range round that runs backwards', () => {
    assert.equal(change('一二三', [0, 2], [0, 1]), '一新三')
  })
})
