import assert from 'node:assert/strict'
import type { AnnotationRecord, SpanRecord } from '../../server/src/annotation/record/record.ts'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { mergeSidecars } from '../../server/src/annotation/sidecar/merge.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { spanRecord } from './records.ts'

const text = '主席陆平在桐乡市会见张敏,并与嘉兴市的工会干部座谈。'

function sidecar(records: readonly AnnotationRecord[], of = text): string {
  return printSidecar({ header: headerOf(textView(of), 'p.txt'), records, broken: [] })
}

function mark(id: string, quote: string, rest: Partial<SpanRecord> = {}, of = text): SpanRecord {
  const start = of.indexOf(quote)
  return { ...spanRecord(of, [{ start, end: start + quote.length }], 'Place', id), ...rest }
}

const relation = (id: string, from: string, to: string): AnnotationRecord => ({
  ...{ kind: 'relation', id, from, to, type: 'place', status: 'accepted' },
})

/** `kind id` of each record, with the ends of relations; both ways round the same. */
function merged(
  base: readonly AnnotationRecord[],
  ours: readonly AnnotationRecord[],
  theirs: readonly AnnotationRecord[],
  otherText = text,
): readonly string[] {
  const told = [
    [sidecar(ours), sidecar(theirs, otherText)],
    [sidecar(theirs, otherText), sidecar(ours)],
  ].map(([one = '', other = '']) => {
    const { text: whole, conflicts } = mergeSidecars(sidecar(base), one, other)
    assert.deepEqual(conflicts, [])
    return readSidecar(whole)
      .records.map((each) =>
        each.kind === 'relation' ? `${each.id} ${each.from} ${each.to}` : each.id,
      )
      .sort()
  })
  assert.deepEqual(told[0], told[1])
  return told[0] ?? []
}

describe('the same mark of two people', () => {
  const wang = mark('W', '桐乡市', { who: '王', when: '2026-01-01T00:00:00Z' })
  const li = mark('L', '桐乡市', { who: '李', when: '2026-01-02T00:00:00Z' })
  const base = [mark('A', '陆平', { type: 'Person' })]

  it('is one record after a merge, the earlier one', () => {
    assert.deepEqual(merged(base, [...base, wang], [...base, li]), ['A', 'W'])
    const found = { ...li, source: 'rules', confidence: 0.9 }
    assert.deepEqual(merged(base, [...base, wang], [...base, found]), ['A', 'W'])
    const rejected = { status: 'rejected' } as const
    assert.deepEqual(merged([], [{ ...wang, ...rejected }], [{ ...li, ...rejected }]), ['W'])
  })

  it('stays two where anything differs that a person decides', () => {
    for (const change of [
      { type: 'Organization' },
      { attributes: { level: '县' } },
      { note: '县级市' },
      { status: 'rejected' as const },
      { unsure: true as const },
      mark('L', '桐乡'),
    ]) {
      assert.deepEqual(merged(base, [...base, wang], [...base, { ...li, ...change }]), [
        ...['A', 'L', 'W'],
      ])
    }
  })

  it('stays as often as one side had it before', () => {
    const twins = [wang, { ...wang, id: 'W2' }]
    assert.deepEqual(merged(base, [...base, ...twins], [...base, li]), ['A', 'W', 'W2'])
    assert.deepEqual(merged(twins, twins, twins), ['W', 'W2'])
  })

  it('keeps the record that was there before, whatever its time', () => {
    const before = mark('Z', '嘉兴市', { when: '2026-02-01T00:00:00Z' })
    const moved = { ...mark('Z', '桐乡市'), when: '2026-02-02T00:00:00Z' }
    assert.deepEqual(merged([before], [moved], [before, li]), ['Z'])
  })

  it('takes its relations along, and these are one where they are the same', () => {
    const ours = [...base, wang, relation('R1', 'A', 'W')]
    const theirs = [...base, li, relation('R2', 'A', 'L'), relation('R3', 'L', 'A')]
    assert.deepEqual(merged(base, ours, theirs), ['A', 'R1 A W', 'R3 W A', 'W'])
  })

  it('is known by its words where one side has another text of the page', () => {
    const longer = `本报讯 ${text}`
    const there = base.map((each) => mark(each.id, '陆平', { type: 'Person' }, longer))
    // All of the context has to be the same: the beginning of a page is none.
    const far = '嘉兴市'
    const one = mark('W', far, { when: '2026-01-01', prefix: text.slice(6, 15) })
    const other = mark('L', far, { when: '2026-01-02', prefix: text.slice(6, 15) }, longer)
    assert.deepEqual(merged(base, [...base, one], [...there, other], longer), ['A', 'W'])
    const short = mark('L', far, { prefix: '', suffix: '' }, longer)
    assert.deepEqual(
      merged(base, [...base, { ...one, prefix: '', suffix: '' }], [...there, short], longer),
      ['A', 'L', 'W'],
    )
  })

  it('is one for corrections of text and page, too', () => {
    const correction = (id: string): AnnotationRecord => {
      const { at, quote, prefix, suffix } = mark(id, '桐乡市')
      return {
        kind: 'correction',
        id,
        at,
        quote,
        prefix,
        suffix,
        was: '相乡市',
        certainty: 'certain',
      }
    }
    const done = (id: string): AnnotationRecord => ({ kind: 'page', id, what: 'done', value: true })
    assert.deepEqual(merged([], [correction('C1'), done('D1')], [correction('C2'), done('D2')]), [
      'C1',
      'D1',
    ])
  })
})
