import assert from 'node:assert/strict'
import { findPage } from '../../server/src/corpus/snapshot/model.ts'
import { applyEdit } from '../../server/src/text/edit.ts'
import { rounds } from '../rounds.ts'
import { root, workspaceOf } from './in-memory.ts'

/** What people see of the state: pages with their mentions, and entities. */
function shown(workspace: ReturnType<typeof workspaceOf>): unknown {
  return workspace.snapshot().corpora.map(({ documents, index }) => ({
    documents: documents.map(({ path, text, mentions }) => ({ path, text, mentions })),
    entities: index
      .entities({ types: ['Initiative'] })
      .map((entity) => ({ ...entity, mentions: index.mentionsOf(entity.id) })),
  }))
}

describe('the state after many edits', () => {
  it('is that of a fresh start on the same texts', () => {
    const pieces = ['【', '】', '助企', '十条', '】活动', '\n', '\uFEFF', '𠮷', '\ud83d', '\0', '']
    let seed = 42
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    const texts = new Map([
      ['a.txt', '【助企十条】'],
      ['b.txt', '【助企十条】活动【甲】'],
    ])
    const workspace = workspaceOf(Object.fromEntries(texts))
    for (let version = 1; version <= rounds(500); version++) {
      const path = random(2) === 0 ? 'a.txt' : 'b.txt'
      const before = texts.get(path) ?? ''
      const start = random(before.length + 1)
      const span = { start, end: start + random(4) }
      const text = applyEdit(before, { span, text: pieces[random(pieces.length)] ?? '' })
      texts.set(path, text)
      workspace.apply({ kind: 'text', uri: `${root}/${path}`, version, text })
      // Asking in between is what could leave something old behind.
      if (random(3) === 0) workspace.snapshot().corpora[0]?.index.entityCounts()
    }
    assert.equal(findPage(workspace.snapshot(), `${root}/a.txt`)?.document.text, texts.get('a.txt'))
    assert.deepEqual(shown(workspace), shown(workspaceOf(Object.fromEntries(texts))))
  })
})
