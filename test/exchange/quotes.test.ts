/** Files say where and what: where the two differ, what was marked is looked for, never another text taken. */
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { AnnotationRecord } from '../../server/src/annotation/record/record.ts'
import { run } from '../cli/run.ts'
import { documentsOf, imported } from './import-fixture.ts'

const text =
  '海宁市总工会启动“暖心”行动\n\n本报讯 记者周宁 昨日,海宁市总工会在𠮷许村镇举行仪式。\n周宁说,活动将持续到12月。\n'
/** `type start-end text`, in code points of the LF text. */
const right = [
  'Organization 28-34 海宁市总工会',
  'Person 22-24 周宁',
  'Person 45-47 周宁',
  'Place 36-39 许村镇',
]
const marks = right.map((each) => {
  const [type = '', at = '', words = ''] = each.split(' ')
  const [start = 0, end = 0] = at.split('-').map(Number)
  return { type, start, end, words }
})

type Count = (codePoints: number) => number
const before = (at: number): string => [...text].slice(0, at).join('')
const breaksBefore: Count = (at) => before(at).split('\n').length - 1
/** How other programs count, from code points. */
const ways: Readonly<Record<string, Count>> = {
  'code points': (at) => at,
  'CRLF as two': (at) => at + breaksBefore(at),
  'a byte order mark as one': (at) => at + 1,
  both: (at) => at + 1 + breaksBefore(at),
  'UTF-16': (at) => before(at).length,
  'UTF-16 with CRLF': (at) => before(at).length + breaksBefore(at),
  bytes: (at) => Buffer.from(before(at)).length,
}

const writers: Readonly<Record<string, (count: Count) => Readonly<Record<string, string>>>> = {
  brat: (count) => ({
    'a.ann': marks
      .map(({ type, start, end, words }, i) =>
        [`T${i + 1}`, `${type} ${count(start)} ${count(end)}`, words].join('\t'),
      )
      .join('\n'),
  }),
  'label-studio': (count) => ({
    'a.json': JSON.stringify({
      data: { text },
      annotations: [
        {
          result: marks.map(({ type, start, end, words }, i) => ({
            id: `${i}`,
            type: 'labels',
            value: { start: count(start), end: count(end), text: words, labels: [type] },
          })),
        },
      ],
    }),
  }),
  csv: (count) => ({
    'a.csv': ['page,type,place,text']
      .concat(
        marks.map(
          ({ type, start, end, words }) => `a.txt,${type},${count(start)}..${count(end)},${words}`,
        ),
      )
      .join('\n'),
  }),
  webannotation: (count) => ({
    'a.jsonld': JSON.stringify({
      type: 'AnnotationPage',
      items: marks.map(({ type, start, end, words }, i) => ({
        id: `urn:${i}`,
        type: 'Annotation',
        body: { purpose: 'classifying', value: type },
        target: {
          selector: [
            { type: 'TextPositionSelector', start: count(start), end: count(end) },
            { type: 'TextQuoteSelector', exact: words },
          ],
        },
      })),
    }),
  }),
}

function shown(record: AnnotationRecord): string {
  if (record.kind !== 'span') return record.kind
  return `${record.type} ${record.at.map(([a, b]) => `${a}-${b}`).join()} ${record.quote.join('…')}`
}

describe('the words that a file says', () => {
  for (const [format, write] of Object.entries(writers)) {
    it(`of ${format} tell what its positions count`, async () => {
      for (const [name, count] of Object.entries(ways)) {
        const { items, problems } = await imported(
          format,
          write(count),
          documentsOf({ 'a.txt': text }),
        )
        assert.deepEqual(problems, [], name)
        assert.deepEqual(
          items.map(({ kind, record }) => [kind, shown(record)]),
          right.map((each) => ['new', each]),
          name,
        )
      }
    })

    it(`of ${format} are found or uncertain where no unit fits, never another text`, async () => {
      // One that is there once, and one that is there twice.
      const files = write((at) => at + (at < 25 ? 3 : 5))
      const { items } = await imported(format, files, documentsOf({ 'a.txt': text }))
      assert.equal(items.length, 4)
      for (const { kind, record } of items) {
        assert.ok(record.kind === 'span')
        const [, , words] = shown(record).split(' ')
        if (kind === 'new')
          assert.ok(
            marks.some((mark) => mark.words === words),
            words,
          )
        else assert.equal(kind, 'uncertain')
      }
    })
  }

  it('may differ in blanks, breaks and the form of Unicode', async () => {
    const page = 'Caf\u00e9 嘉兴\n市好'
    const ann = 'T1\tPlace 0 4\tCafe\u0301\nT2\tPlace 5 9\t嘉兴 市\nT3\tPlace 5 9\t嘉兴市\n'
    const { items } = await imported('brat', { 'a.ann': ann }, documentsOf({ 'a.txt': page }))
    assert.deepEqual(
      items.map(({ record }) => shown(record)),
      ['Place 0-4 Caf\u00e9', 'Place 5-9 嘉兴\n市', 'Place 5-9 嘉兴\n市'],
    )
  })

  it('of fragments are divided among them, and looked for as one where they cannot be', async () => {
    const page = documentsOf({ 'a.txt': '甲乙丙丁戊' })
    const read = async (line: string) => {
      const { items } = await imported('brat', { 'a.ann': line }, page)
      return items.map(({ kind, record }) => `${kind} ${shown(record)}`)
    }
    assert.deepEqual(await read('T1\tPlace 0 1;2 4\t甲 丙丁'), ['new Place 0-1,2-4 甲…丙丁'])
    assert.deepEqual(await read('T1\tPlace 0 1;1 3\t甲 乙丙'), ['new Place 0-3 甲乙丙'])
    assert.deepEqual(await read('T1\tPlace 0 1;2 3\t丁戊子丑寅'), [
      'uncertain Place 0-3 丁戊子丑寅',
    ])
  })

  it('are compared by convert, too', async () => {
    const call = 'convert --from-format brat --to-format csv --from in --out o'
    const moved = await run(call, {
      'in/a.ann': 'T1\tPlace 0 3\t嘉兴市\n',
      'in/a.txt': '在嘉兴市好',
    })
    assert.equal(moved.status, 0)
    assert.match(moved.written['o/biaozhu.csv'] ?? '', /1\.\.4/)
    const gone = await run(call, {
      'in/a.ann': 'T1\tPlace 0 3\t海宁市\n',
      'in/a.txt': '在嘉兴市好',
    })
    assert.equal(gone.status, 2)
    assert.match(gone.error, /a\.ann: T1 says “海宁市”, which is not for sure in the text\./)
  })
})

describe('several labels at one place', () => {
  const ann = 'T1\tPerson 0 2\t陆平\nT2\tModel 0 2\t陆平\nR1\tas Arg1:T1 Arg2:T2\n'
  const kinds = async (onConflict: 'skip' | 'ours' | 'theirs') => {
    const files = { 'a.ann': ann }
    const { said, after } = await imported('brat', files, documentsOf({ 'a.txt': '陆平说' }), {
      onConflict,
    })
    assert.deepEqual(said.slice(0, 2), [
      'new accepted Person 陆平',
      'conflicting accepted Model 陆平',
    ])
    return after
  }

  it('conflict where mentions are flat: one of them is written', async () => {
    assert.deepEqual(await kinds('skip'), ['accepted Person 陆平'])
    assert.deepEqual(await kinds('ours'), ['accepted Person 陆平'])
    assert.deepEqual(await kinds('theirs'), ['accepted Model 陆平'])
  })
})
