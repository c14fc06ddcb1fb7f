import assert from 'node:assert/strict'
import { checkSidecar } from '../../server/src/annotation/check/check.ts'
import type { AnnotationRecord, RelationRecord } from '../../server/src/annotation/record/record.ts'
import { textView } from '../../server/src/annotation/record/selectors.ts'
import { defaultSchema, type Schema } from '../../server/src/annotation/schema/schema.ts'
import { printSidecar, readSidecar } from '../../server/src/annotation/sidecar/sidecar.ts'
import { sentence } from '../../server/src/values/sentence.ts'
import { markedSidecar } from './records.ts'

/** What is wrong with the marked page's sidecar after `change`, as `line kind`. */
function problems(
  marked: string,
  change: (records: readonly AnnotationRecord[]) => readonly AnnotationRecord[] = (same) => same,
  { schema = defaultSchema, page }: { schema?: Schema; page?: string } = {},
): readonly string[] {
  const { text, sidecar } = markedSidecar(marked)
  const printed = printSidecar({ ...sidecar, records: change(sidecar.records) })
  return checkSidecar(readSidecar(printed), textView(page ?? text), schema).map(
    ({ line, kind }) => `${line} ${kind}`,
  )
}

/** Changes the first record. */
const first =
  (change: object) =>
  ([record, ...rest]: readonly AnnotationRecord[]): readonly AnnotationRecord[] =>
    record === undefined ? [] : [{ ...record, ...change }, ...rest]

const relation: RelationRecord = {
  kind: 'relation',
  id: 'R',
  type: 'place',
  from: 'B',
  to: 'A',
  status: 'accepted',
}

describe('checking a sidecar', () => {
  const marked = '在⟦嘉兴市|Place⟧启动⟦“十匠”行动|Initiative⟧'

  it('finds nothing where all is well', () => {
    assert.deepEqual(
      problems(marked, (records) => [...records, relation]),
      [],
    )
  })

  it('finds what reading it found', () => {
    assert.deepEqual(problems(marked, first({ id: 'B' })), ['3 duplicate id'])
    const broken = checkSidecar(readSidecar('x\n'), undefined, defaultSchema)
    assert.deepEqual(broken, [{ kind: 'broken line', line: 1, ...sentence('No JSON object.') }])
  })

  it('finds a page that is another, and quotes that do not stand there', () => {
    assert.deepEqual(problems(marked, undefined, { page: '在嘉兴县启动“十匠”行动' }), [
      '1 text changed',
      '2 quote',
    ])
    assert.deepEqual(problems(marked, first({ at: [[0, 3]] })), ['2 quote'])
  })

  it('finds what a person has to look at', () => {
    assert.deepEqual(problems(marked, first({ anchor: 'orphan', at: [[0, 1]] })), ['2 orphan'])
    assert.deepEqual(problems(marked, first({ anchor: 'moved' })), ['2 moved'])
    assert.deepEqual(problems(marked, first({ anchor: 'changed', marked: ['嘉光市'] })), [
      '2 changed',
    ])
    assert.deepEqual(problems(marked, first({ conflict: { type: 'Group' } })), ['2 conflict'])
  })

  it('finds types and attributes that the schema does not have', () => {
    assert.deepEqual(problems(marked, first({ type: '地名' })), ['2 type'])
    assert.deepEqual(problems(marked, first({ attributes: { unknown: true } })), ['2 attribute'])
    const schema: Schema = {
      types: [
        {
          name: 'Place',
          labelZh: '地点',
          superType: 'type',
          attributes: [
            {
              name: 'level',
              labelZh: '',
              kind: 'choice',
              choices: [{ name: 'city', labelZh: '' }],
            },
            { name: 'old', labelZh: '', kind: 'flag' },
            { name: 'count', labelZh: '', kind: 'number' },
          ],
        },
        { name: 'Initiative', labelZh: '举措', superType: 'class' },
      ],
    }
    const found = (attributes: object) => problems(marked, first({ attributes }), { schema })
    assert.deepEqual(found({ level: 'city', old: true, count: 3 }), [])
    assert.deepEqual(found({ level: 'town', old: 'x', count: '3' }), Array(3).fill('2 attribute'))
  })

  it('finds relations that end nowhere or at a wrong type', () => {
    const found = (change: Partial<RelationRecord>) =>
      problems(marked, (records) => [...records, { ...relation, ...change }])
    assert.deepEqual(found({ to: 'Z' }), ['4 relation'])
    assert.deepEqual(found({ from: 'A' }), ['4 relation'])
    assert.deepEqual(found({ type: 'likes' }), ['4 type'])
    assert.deepEqual(found({ type: 'date' }), ['4 relation'])
    assert.deepEqual(found({ attributes: { part: 'x' } }), ['4 attribute'])
  })

  it('finds overlaps where the schema is flat', () => {
    const nested = '⟦⟦嘉兴市|Place⟧总工会|Organization⟧'
    assert.deepEqual(problems(nested), ['2 overlap'])
    assert.deepEqual(
      problems(nested, undefined, { schema: { ...defaultSchema, overlap: true } }),
      [],
    )
    assert.deepEqual(problems(nested, first({ status: 'rejected' })), [])
  })

  it('tells of texts of any length in short', () => {
    const { text, sidecar } = markedSidecar(marked)
    const long = { type: '长\n'.repeat(500_000) }
    const printed = printSidecar({ ...sidecar, records: first(long)(sidecar.records) })
    const [problem] = checkSidecar(readSidecar(printed), textView(text), defaultSchema)
    assert.ok((problem?.message.length ?? 1000) < 200)
  })
})
