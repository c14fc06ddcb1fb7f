import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import { pageDataOfRecords } from '../../server/src/annotation/record/page-corrections.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { textHash, textView } from '../../server/src/annotation/record/selectors.ts'

/** More than a call takes as arguments. */
const many = 200_000

describe('more than a call takes as arguments', () => {
  it('may be the pieces of one mark', () => {
    const before = '嘉兴'.repeat(many)
    const record: SpanRecord = {
      kind: 'span',
      id: 'A',
      at: Array.from({ length: many }, (_, i) => [2 * i, 2 * i + 1] as const),
      quote: Array.from({ length: many }, () => '嘉'),
      prefix: '',
      suffix: '',
      type: 'Place',
      status: 'accepted',
    }
    const view = textView(`在${before}`)
    const options = { sha256: textHash(before), textOf: () => before }
    const [found] = reanchor([record], view, options)
    assert.equal(found?.at.length, many)
    assert.deepEqual(found?.at[0], [1, 2])
  })

  it('may be the records of what people set of a page', () => {
    const records = Array.from({ length: many }, (_, i) => ({
      kind: 'page' as const,
      id: String(i).padStart(6, '0'),
      what: 'data',
      value: { newspaper: `${i}` },
    }))
    assert.equal(pageDataOfRecords(records).newspaper, `${many - 1}`)
  })
})
