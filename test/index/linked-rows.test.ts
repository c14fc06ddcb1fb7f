import assert from 'node:assert/strict'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { linkedRows } from '../../server/src/index/linked-pages.ts'
import { spanRecord } from '../annotation/records.ts'
import { root, workspaceOf } from '../corpus/in-memory.ts'

describe('the rows of a page', () => {
  const text = '嘉兴市总工会和嘉善县总工会,嘉兴市总工会'
  const uri = `${root}/1.txt`
  const workspace = workspaceOf({ '1.txt': text })
  const first = spanRecord(text, [{ start: 0, end: 6 }], 'Organization', 'A')
  const other = spanRecord(text, [{ start: 7, end: 13 }], 'Organization', 'B')
  const rowsAfter = (...put: readonly SpanRecord[]) => {
    workspace.apply({ kind: 'annotate', edits: [{ uri, put, drop: [] }] })
    const [document] = workspace.snapshot().corpora[0]?.documents ?? []
    assert.ok(document)
    return { rows: linkedRows(document, {}).rows, mentions: document.mentions }
  }

  it('are the same but for the one of a mention that gets a note, and have the mention of now', () => {
    const before = rowsAfter(first, other)
    const after = rowsAfter({ ...first, note: '?' })
    assert.equal(before.rows.length, 2)
    const same = after.rows.filter((row) => before.rows.includes(row))
    assert.deepEqual(
      same.map(({ forms }) => forms[0]?.text),
      ['嘉善县总工会'],
    )
    assert.deepEqual(
      new Set(after.rows.flatMap(({ mentions }) => mentions)),
      new Set(after.mentions),
    )
    assert.ok(after.mentions.some(({ record }) => record?.note === '?'))
  })

  it('are others when a mention is another thing', () => {
    const { rows } = rowsAfter({ ...other, type: 'Place' })
    assert.deepEqual(rows.map(({ type }) => type).sort(), ['Organization', 'Place'])
  })
})
