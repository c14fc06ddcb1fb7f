import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { withClashesAsked } from '../../server/src/annotation/sidecar/clashes.ts'
import type { Sidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { spanRecord } from './records.ts'

const text = '嘉兴市总工会和富润集团'
const none: Sidecar = { header: undefined, records: [], broken: [] }

function mention(id: string, words: string, more: Partial<SpanRecord> = {}): SpanRecord {
  const start = text.indexOf(words)
  return { ...spanRecord(text, [{ start, end: start + words.length }], 'Place', id), ...more }
}

/** Ids of those that are asked about after merging. */
function asked(records: readonly SpanRecord[], before: readonly SpanRecord[] = []): string[] {
  const merged = withClashesAsked({ ...none, records }, { ...none, records: before })
  return merged.records.flatMap((record) =>
    record.kind === 'span' && record.anchor === 'moved' ? [record.id] : [],
  )
}

const place = mention('A', '嘉兴市', { when: '2026-01-02' })
const union = mention('B', '嘉兴市总工会', { when: '2026-01-01' })

describe('mentions of two sides that overlap', () => {
  it('are asked about: the later one, whatever their order', () => {
    assert.deepEqual(asked([place, union]), ['A'])
    assert.deepEqual(asked([union, place]), ['A'])
  })

  it('are left alone where they overlapped before', () => {
    assert.deepEqual(asked([place, union], [place, union]), [])
    assert.deepEqual(asked([place, union], [place]), ['A'])
  })

  it('are left alone where they overlapped in the text before, and asked about where one was in doubt there', () => {
    const elsewhere = (record: SpanRecord): SpanRecord => ({
      ...record,
      at: record.at.map(([start, end]) => [start + 5, end + 5] as const),
    })
    const before = [elsewhere(place), elsewhere(union)]
    assert.deepEqual(asked([place, union], before), [])
    const doubted = [{ ...elsewhere(place), anchor: 'moved' as const }, elsewhere(union)]
    assert.deepEqual(asked([place, union], doubted), ['A'])
  })

  it('are found where one of a page of 20,000 is new, and in a pile of as many, in little work', () => {
    const one = text.length
    const many = (step: number) =>
      Array.from({ length: 20_000 }, (_, i) => {
        const at = [[one + i * step, one + i * step + 2]] as const
        return { ...union, id: `M${i}`, at }
      })
    assert.deepEqual(asked([...many(2), union, place], [...many(2), union]), ['A'])
    const pile = many(0)
    assert.deepEqual(
      asked(
        pile.map((each) => ({ ...each })),
        pile,
      ),
      [],
    )
  })

  it('are left alone where one is rejected, in doubt already, or counts in another text', () => {
    for (const more of [
      { status: 'rejected' },
      { anchor: 'changed' },
      { of: 'another text' },
    ] as const) {
      assert.deepEqual(asked([{ ...place, ...more }, union]), [])
    }
  })

  it('are asked about once, with all that they overlap', () => {
    const all = mention('C', '嘉兴市总工会和富润集团', { when: '2026-01-03' })
    const firm = mention('D', '富润集团', { when: '2026-01-01' })
    assert.deepEqual(asked([union, firm, all]), ['C'])
    assert.deepEqual(asked([union, firm]), [])
  })
})
