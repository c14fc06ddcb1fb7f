import assert from 'node:assert/strict'
import type { AnnotationRecord, SpanRecord } from '../../server/src/annotation/record/record.ts'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { describeConflict, mergeSidecars } from '../../server/src/annotation/sidecar/merge.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { rounds } from '../rounds.ts'
import { randomNumbers } from './random.ts'
import { markedSidecar, spanRecord } from './records.ts'

const { text, sidecar } = markedSidecar('在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧和⟦胡舫|Person⟧说')
const [place, first, second] = sidecar.records.filter((record) => record.kind === 'span')
assert.ok(place !== undefined && first !== undefined && second !== undefined)
const base = printSidecar(sidecar)

/** The sidecar with some of its records as they are given, and without those of `without`. */
function changed(changes: readonly Partial<SpanRecord>[], without: readonly string[] = []): string {
  const records = sidecar.records
    .filter(({ id }) => !without.includes(id))
    .map((record): AnnotationRecord => {
      const change = changes.find(({ id }) => id === record.id)
      return record.kind === 'span' ? { ...record, ...change } : record
    })
  return printSidecar({ ...sidecar, records })
}

/** What both sides merge to, read again, and the conflicts in words. */
function merged(ours: string, theirs: string, ancestor = base) {
  const result = mergeSidecars(ancestor, ours, theirs)
  const spans = readSidecar(result.text).records.filter((record) => record.kind === 'span')
  return { ...result, spans, told: result.conflicts.map(describeConflict) }
}

describe('merging sidecars', () => {
  it('takes what one side changed, added and deleted', () => {
    const added = spanRecord(text, [{ start: 0, end: 1 }], 'Role', 'D')
    const ours = changed([{ id: 'A', note: '南湖' }], ['C'])
    const theirs = printSidecar({ ...sidecar, records: [...sidecar.records, added] })
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { spans, conflicts } = merged(one, other)
      assert.deepEqual(
        spans.map(({ id, note }) => `${id}${note ?? ''}`),
        ['D', 'A南湖', 'B'],
      )
      assert.deepEqual(conflicts, [])
    }
  })

  it('joins two keys of one record', () => {
    const { spans, conflicts } = merged(
      changed([{ id: 'A', type: 'Organization', when: '2026-01-02', who: '甲' }]),
      changed([{ id: 'A', note: '南湖', when: '2026-01-01', who: '乙' }]),
    )
    const { type, note, who, when } = spans[0] ?? {}
    assert.deepEqual([type, note, who, when], ['Organization', '南湖', '甲', '2026-01-02'])
    assert.deepEqual(conflicts, [])
  })

  it('leaves a record the earlier date that taking back gave it', () => {
    const [before, after] = ['2026-01-01', '2026-01-02']
    const ancestor = changed([{ id: 'A', note: '南湖', when: after, who: '甲' }])
    const back = changed([{ id: 'A', when: before, who: '甲' }])
    const other = changed([
      { id: 'A', note: '南湖', when: after, who: '甲' },
      { id: 'B', when: after },
    ])
    for (const [ours, theirs] of [
      [back, other],
      [other, back],
    ] as const) {
      const { note, when } = merged(ours, theirs, ancestor).spans[0] ?? {}
      assert.deepEqual([note, when], [undefined, before])
    }
  })

  it('keeps both values of one key, and reports it', () => {
    const { spans, told } = merged(
      changed([{ id: 'A', type: 'Organization', note: '甲' }]),
      changed([{ id: 'A', type: 'Group' }]),
    )
    assert.equal(spans[0]?.type, 'Organization')
    assert.deepEqual(spans[0]?.conflict, { type: 'Group' })
    assert.deepEqual(told, ['A: both sides changed ["type"]; theirs are kept under "conflict".'])
  })

  it('joins attributes one by one', () => {
    const { spans, conflicts } = merged(
      changed([{ id: 'A', attributes: { a: 1, b: 1 } }]),
      changed([{ id: 'A', attributes: { a: 2, c: true } }]),
    )
    assert.deepEqual(spans[0]?.attributes, { a: 1, b: 1, c: true })
    assert.deepEqual(spans[0]?.conflict, { 'attributes.a': 2 })
    assert.deepEqual(conflicts[0]?.keys, ['attributes.a'])
  })

  it('keeps what was changed on one side and deleted on the other', () => {
    const { spans, told } = merged(changed([{ id: 'A', note: '甲' }]), changed([], ['A']))
    assert.equal(spans[0]?.note, '甲')
    assert.deepEqual(told, ['A: deleted on one side, changed on the other; it stays.'])
  })

  it('takes the quote from the side that marked more, with its place', () => {
    const wider = spanRecord(text, [{ start: 0, end: 4 }], 'Place', 'A')
    const theirs = printSidecar({ ...sidecar, records: [wider, first, second] })
    const ours = changed([{ id: 'A', note: '甲' }])
    assert.deepEqual(merged(ours, theirs).spans[0], { ...wider, note: '甲' })
    const shorter = changed([{ ...spanRecord(text, [{ start: 1, end: 3 }], 'Place', 'A') }])
    const { spans, conflicts } = merged(shorter, theirs)
    assert.deepEqual(spans.find(({ id }) => id === 'A')?.quote, ['嘉兴'])
    assert.deepEqual(conflicts[0]?.keys, ['quote', 'at'])
  })

  it('says in which text offsets count where one side had another', () => {
    const after = `今日${text}`
    const moved = sidecar.records.map((record): AnnotationRecord => {
      if (record.kind !== 'span') return record
      const [start = 0, end = 0] = record.at[0] ?? []
      return spanRecord(after, [{ start: start + 2, end: end + 2 }], record.type, record.id)
    })
    const theirs = printSidecar({
      header: headerOf(textView(after), 'page.txt'),
      records: moved.filter(({ id }) => id !== 'C'),
      broken: [],
    })
    const added = spanRecord(text, [{ start: 0, end: 1 }], 'Role', 'D')
    const ours = printSidecar({ ...sidecar, records: [...sidecar.records, added] })
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { text: result, spans, conflicts } = merged(one, other)
      assert.equal(readSidecar(result).header?.sha256, textView(after).sha256)
      assert.deepEqual(conflicts, [])
      assert.deepEqual(
        spans.map(({ id, at, of }) => [id, at[0]?.[0], of === undefined]),
        [
          ['D', 0, false],
          ['A', 3, true],
          ['B', 7, true],
        ],
      )
    }
  })

  it('merges records that both added, and records of one id', () => {
    const { spans, conflicts } = merged(base, changed([{ id: 'A', note: '甲' }]), '')
    assert.deepEqual(
      spans.map(({ note }) => note),
      ['甲', undefined, undefined],
    )
    assert.deepEqual(conflicts, [])
    const twice = `${base}${base.split('\n')[1]?.replace('Place', 'Group')}\n`
    assert.equal(merged(twice, base).spans.filter(({ id }) => id === 'A').length, 2)
  })

  it('keeps records of two kinds apart, even with one id', () => {
    const theirs = base.replace(/.*"id":"A".*/, '{"kind":"page","id":"A","what":"done"}')
    const { records } = readSidecar(mergeSidecars('', base, theirs).text)
    assert.deepEqual(
      records.map(({ kind, id }) => kind + id),
      ['pageA', 'spanA', 'spanB', 'spanC'],
    )
  })

  it('keeps broken lines of both sides', () => {
    const { text: result } = merged(`${base}ours\n`, `${base}theirs\n`, base)
    assert.deepEqual(
      readSidecar(result).broken.map((line) => line.text),
      ['ours', 'theirs'],
    )
    assert.deepEqual(readSidecar(merged(`${base}old\n`, base, `${base}old\n`).text).broken, [])
  })

  it('keeps conflicts until they are resolved', () => {
    const open = changed([{ id: 'A', conflict: { type: 'Group' } }])
    assert.deepEqual(
      merged(open, changed([{ id: 'A', conflict: { type: 'Group' }, note: '甲' }]), open).spans[0]
        ?.conflict,
      { type: 'Group' },
    )
    assert.equal(merged(open, base, open).spans[0]?.conflict, undefined)
  })

  it('of equal sides is each of them, and loses no record whatever they are', () => {
    assert.equal(mergeSidecars(base, base, base).text, base)
    assert.equal(mergeSidecars('', base, '').text, base)
    const random = randomNumbers(9)
    const side = (): string => {
      const types = ['Place', 'Person', 'Group']
      const change = { id: 'ABC'.charAt(random.below(3)), type: types[random.below(3)] ?? '' }
      return changed([change], random.below(3) === 0 ? ['ABC'.charAt(random.below(3))] : [])
    }
    for (let round = rounds(200); round > 0; round--) {
      const [ours, theirs] = [side(), side()]
      const one = merged(ours, theirs)
      const other = merged(theirs, ours)
      const ids = (spans: readonly SpanRecord[]): string => spans.map(({ id }) => id).join('')
      assert.equal(ids(one.spans), ids(other.spans))
      assert.equal(one.conflicts.length, other.conflicts.length)
      assert.equal(mergeSidecars(ours, ours, theirs).text, theirs)
    }
  })
})
