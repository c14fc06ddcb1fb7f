import assert from 'node:assert/strict'
import type { SpanRecord } from '../../server/src/annotation/record/record.ts'
import { DecidedNames } from '../../server/src/index/decided-names.ts'
import { namesThatMayDiffer, pageNames } from '../../server/src/index/page-names.ts'
import { randomNumbers } from '../annotation/random.ts'
import { spanRecord } from '../annotation/records.ts'

const text = '嘉兴市总工会嘉兴市工会兴市'
const names = ['嘉兴市', '嘉兴市总工会', '兴市', '工会', '总']

function list(...records: readonly SpanRecord[]): readonly { readonly record: SpanRecord }[] {
  return records.map((record) => ({ record }))
}

describe('names of a page', () => {
  const random = randomNumbers(5)
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[random.below(values.length)] ?? values[0]
  const recordOf = (id: number): SpanRecord => {
    const name = pick(['', ...names])
    const start = Math.max(0, text.indexOf(name))
    const record = spanRecord(text, [{ start, end: start + name.length }], 'Place', `A${id}`)
    return {
      ...record,
      type: pick(['Place', 'Organization', 'A 嘉']),
      status: pick(['accepted', 'accepted', 'rejected', 'suggested']),
      when: `2026-11-${10 + random.below(20)}`,
      ...(random.below(2) === 0 ? { everywhere: true as const } : {}),
    }
  }

  it('are after each change what all of its records say, and so are the names of the corpus', () => {
    let records = list(...Array.from({ length: 300 }, (_, i) => recordOf(i)))
    const kept = new DecidedNames()
    for (let step = 0; step < 500; step++) {
      const at = random.below(records.length)
      const gone = random.below(3)
      const come = Array.from({ length: random.below(3) }, (_, i) => recordOf(1000 + 3 * step + i))
      records = records.toSpliced(at, gone, ...list(...come))
      // Of records that were never seen nothing is remembered.
      const anew = pageNames(list(...records.map(({ record }) => ({ ...record }))))
      const names = pageNames(records)
      assert.deepEqual(names, anew)
      kept.put('1.txt', names)
      const fromScratch = new DecidedNames()
      fromScratch.put('1.txt', anew)
      assert.deepEqual(kept.decisions, fromScratch.decisions)
    }
  })

  it('differ, after one record has changed, on its names alone', () => {
    const records = list(...Array.from({ length: 300 }, (_, i) => recordOf(i)))
    const place = spanRecord(text, [{ start: 0, end: 3 }], 'Place', 'B')
    const body = spanRecord(text, [{ start: 0, end: 6 }], 'Organization', 'B')
    const before = pageNames([...records, { record: place }])
    const after = pageNames([...records, { record: body }])
    assert.deepEqual([...namesThatMayDiffer(before, after)].sort(), ['嘉兴市', '嘉兴市总工会'])
    assert.equal(pageNames([...records, { record: body }]), after)
  })
})
