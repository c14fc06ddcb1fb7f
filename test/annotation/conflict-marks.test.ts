import assert from 'node:assert/strict'
import { mergeMarked } from '../../server/src/annotation/sidecar/conflict-marks.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { markedSidecar } from './records.ts'

const { sidecar } = markedSidecar('在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧说')
const [header = '', first = '', second = ''] = printSidecar(sidecar).split('\n')
const ours = first.replace('"status"', '"note":"甲","status"')
const theirs = first.replace('"Place"', '"Group"')

/** Type, note and conflict of the first record. */
function merged(...lines: readonly string[]) {
  const result = mergeMarked(lines.join('\n'))
  const { records, broken, problems } = readSidecar(result?.text ?? '')
  assert.deepEqual([broken, problems], [[], []])
  const [record] = records.filter(({ id }) => id === 'A')
  assert.ok(record?.kind === 'span')
  return { type: record.type, note: record.note, conflict: record.conflict, count: records.length }
}

describe('a sidecar with the marks of a conflict', () => {
  it('is merged by record with the base that git gives', () => {
    assert.deepEqual(
      merged(
        header,
        '<<<<<<< HEAD',
        ours,
        '||||||| 1a2b',
        first,
        '=======',
        theirs,
        '>>>>>>> x',
        second,
      ),
      { type: 'Group', note: '甲', conflict: undefined, count: 2 },
    )
  })

  it('is merged without a base, and keeps both values', () => {
    assert.deepEqual(merged(header, '<<<<<<< HEAD', ours, '=======', theirs, '>>>>>>> x', second), {
      type: 'Place',
      note: '甲',
      conflict: { type: 'Group' },
      count: 2,
    })
  })

  it('may have several conflicts, CRLF and empty sides', () => {
    const text = [
      '<<<<<<< a',
      '=======',
      first,
      '>>>>>>> b',
      '<<<<<<< a',
      second,
      '=======',
      '>>>>>>> b',
      '',
    ]
    const { records } = readSidecar(mergeMarked(`${header}\r\n${text.join('\r\n')}`)?.text ?? '')
    assert.deepEqual(
      records.map(({ id }) => id),
      ['A', 'B'],
    )
  })

  it('is left alone where the marks are in no order, or none', () => {
    for (const lines of [[first], ['======='], ['<<<<<<< a', first], ['<<<<<<< a', '>>>>>>> b']]) {
      assert.equal(mergeMarked([header, ...lines].join('\n')), undefined)
    }
  })
})
