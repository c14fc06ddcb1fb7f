import assert from 'node:assert/strict'
import { reanchor } from '../../server/src/annotation/anchor/anchor.ts'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { describeSpans, quoteAt, textView } from '../../server/src/annotation/record/selectors.ts'
import { rounds } from '../rounds.ts'
import { type RandomNumbers, randomNumbers } from './random.ts'

const letters = ['工', '会', '嘉', '兴', '市', '的', '𠮷', '😀', '\n', '\r\n', 'e\u0301', '“']

function randomText(random: RandomNumbers, length: number): string {
  return Array.from({ length }, () => letters[random.below(letters.length)] ?? '').join('')
}

function randomRecords(random: RandomNumbers, text: string, count: number): readonly SpanRecord[] {
  const view = textView(text)
  return Array.from({ length: count }, (_, i): SpanRecord => {
    const start = random.below(text.length)
    const spans = [{ start, end: start + 1 + random.below(6) }]
    const next = start + 10 + random.below(5)
    if (random.below(5) === 0) spans.push({ start: next, end: next + 2 })
    const anchor = describeSpans(view, spans)
    return { kind: 'span', id: `${i}`, ...anchor, type: 'Place', status: 'accepted' }
  })
}

/** A text after a few edits: passages gone, come, doubled or moved. */
function edited(random: RandomNumbers, text: string): string {
  let result = text
  for (let i = random.below(5); i > 0; i--) {
    const at = random.below(result.length + 1)
    const end = at + random.below(12)
    const other = random.below(result.length + 1)
    const cut = result.slice(at, end)
    const rest = result.slice(0, at) + result.slice(end)
    const inserted = [cut, cut + cut, randomText(random, 4), ''][random.below(4)] ?? ''
    const place = random.below(2) === 0 ? at : other
    result = rest.slice(0, place) + inserted + rest.slice(place)
  }
  return result
}

describe('re-anchoring after random edits', () => {
  it('keeps what says the same, and reports everything else', () => {
    const random = randomNumbers(5)
    for (let round = rounds(400); round > 0; round--) {
      const before = randomText(random, 20 + random.below(150))
      const records = randomRecords(random, before, 6)
      const view = textView(edited(random, before))
      const { sha256 } = textView(before)
      const textOf = random.below(3) === 0 ? () => undefined : () => before
      const found = reanchor(records, view, { sha256, textOf })
      assert.equal(found.length, records.length)
      for (const [i, { state, at, sure }] of found.entries()) {
        const quote = records[i]?.quote ?? []
        assert.ok(sure >= 0 && sure <= 1 && at.length === quote.length)
        if (state !== 'kept') continue
        const asRead = (text: string): string => text.normalize('NFC').replaceAll('\n', '')
        assert.deepEqual(
          at.map((range) => asRead(quoteAt(view, range))),
          quote.map(asRead),
        )
      }
    }
  })

  it('stands records that fit no text', () => {
    const random = randomNumbers(6)
    const wrong: readonly Partial<SpanRecord>[] = [
      { at: [[1e9, 2e9]], quote: ['工会'] },
      { at: [[0, 0]], quote: [''], prefix: '', suffix: '' },
      { at: [[0, 1]], quote: ['\ud800'], prefix: '\udc00', suffix: '\n\n' },
      { at: [[0, 3]], quote: ['工'.repeat(100_000)] },
      { at: [[5, 2]], quote: ['会'], of: 'nothing', anchor: 'changed', marked: [] },
    ]
    for (const text of ['', '\uFEFF', '工会', randomText(random, 300)]) {
      for (const part of wrong) {
        const [record] = randomRecords(random, '嘉兴市的工会', 1)
        assert.ok(record !== undefined)
        const [found] = reanchor([{ ...record, ...part }], textView(text), {
          sha256: textView('嘉兴').sha256,
          textOf: () => '嘉兴',
        })
        assert.ok(found !== undefined)
      }
    }
  })
})
