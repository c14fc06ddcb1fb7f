import assert from 'node:assert/strict'
import type { AnnotationRecord } from '../../server/src/annotation/record/record.ts'
import {
  printRecord,
  printSidecar,
  readSidecar,
} from '../../server/src/annotation/sidecar/sidecar.ts'
import { rounds } from '../rounds.ts'
import { type RandomNumbers, randomNumbers } from './random.ts'
import { markedSidecar, spanRecord } from './records.ts'

const { sidecar } = markedSidecar('在⟦嘉兴市|Place⟧,⟦吴浩|Person⟧说')
const canonical = printSidecar(sidecar)

/** What is reported of a text, as `line kind`. */
function problemsOf(text: string): readonly string[] {
  return readSidecar(text).problems.map(({ line, kind }) => `${line} ${kind}`)
}

describe('sidecars', () => {
  it('have one record a line, its keys in one order', () => {
    const [header, first] = canonical.split('\n')
    assert.match(
      header ?? '',
      /^\{"kind":"header","version":1,"page":"page.txt","sha256":"[\da-f]{64}","length":8,"newline":"lf"\}$/,
    )
    assert.equal(
      first,
      '{"kind":"span","id":"A","at":[[1,4]],"quote":["嘉兴市"],"prefix":"在","suffix":",吴浩说","type":"Place","status":"accepted"}',
    )
  })

  it('are read as they were printed', () => {
    const { header, records, broken, problems } = readSidecar(canonical)
    assert.deepEqual({ header, records, broken }, sidecar)
    assert.deepEqual(problems, [])
  })

  it('are sorted by place and id, records without a place first and relations last', () => {
    const span = (id: string, start: number, end: number) =>
      spanRecord('一二三四五六', [{ start, end }], 'Place', id)
    const records: readonly AnnotationRecord[] = [
      { kind: 'relation', id: '0', type: 'place', from: 'a', to: 'b', status: 'accepted' },
      span('d', 2, 3),
      span('c', 1, 4),
      span('b', 1, 3),
      span('a', 1, 4),
      { kind: 'page', id: 'z', what: 'done' },
    ]
    const order = readSidecar(printSidecar({ header: undefined, records, broken: [] })).records
    assert.equal(order.map(({ id }) => id).join(''), 'zbacd0')
  })

  it('keep keys that are not known, behind the others', () => {
    const [record] = sidecar.records
    assert.ok(record !== undefined)
    const text = `${printRecord(record).slice(0, -1)},"b":{"y":[1],"x":null},"a":"甲"}\n`
    const printed = printSidecar(readSidecar(text))
    assert.ok(printed.endsWith('"status":"accepted","a":"甲","b":{"x":null,"y":[1]}}\n'))
    assert.equal(printSidecar(readSidecar(printed)), printed)
  })

  it('may have a byte order mark, CRLF and empty lines', () => {
    const odd = `\uFEFF${canonical.replaceAll('\n', '\r\n\r\n')}`
    assert.equal(printSidecar(readSidecar(odd)), canonical)
    assert.deepEqual(problemsOf(odd), [])
  })

  it('keep broken lines where they are, and say which', () => {
    const [header, first, second] = canonical.split('\n')
    const text = `${header}\n{"kind":"sp\n${first}\n[1]\n{"kind":"span","id":"x"}\n${second}\nend\n`
    assert.equal(printSidecar(readSidecar(text)), text)
    assert.deepEqual(
      problemsOf(text),
      ['2', '4', '5', '7'].map((line) => `${line} broken line`),
    )
    assert.match(readSidecar(text).problems[2]?.message ?? '', /"at" is missing/)
  })

  it('keep a broken line whose record before it is deleted', () => {
    const reading = readSidecar(
      canonical.replace('\n{"kind":"span","id":"B"', '\nnote\n$&'.trimEnd()),
    )
    const printed = printSidecar({
      ...reading,
      records: reading.records.slice(1),
      broken: reading.broken,
    })
    assert.ok(printed.includes('\nnote\n'))
  })

  it('with the marks of a merge keep both sides', () => {
    const [header, first, second] = canonical.split('\n')
    const theirs = first?.replace('"Place"', '"Organization"')
    const text = `${header}\n<<<<<<< HEAD\n${first}\n=======\n${theirs}\n>>>>>>> main\n${second}\n`
    assert.deepEqual(problemsOf(text), [
      '2 conflict marker',
      '4 conflict marker',
      '5 duplicate id',
      '6 conflict marker',
    ])
    const again = readSidecar(printSidecar(readSidecar(text)))
    assert.deepEqual(
      again.records.map((record) => record.kind === 'span' && record.type),
      ['Place', 'Organization', 'Person'],
    )
    assert.equal(again.broken.length, 3)
  })

  it('say when the header is missing, late, there twice, or newer', () => {
    const [header = '', first = '', second = ''] = canonical.split('\n')
    assert.deepEqual(problemsOf(`${first}\n${second}\n`), ['1 header'])
    assert.deepEqual(problemsOf(`${first}\n${header}\n`), ['2 header'])
    assert.deepEqual(problemsOf(`${header}\n${header}\n`), ['2 header'])
    assert.deepEqual(problemsOf(header.replace('"version":1', '"version":2')), ['1 version'])
  })

  it('take any value in any text', () => {
    const [record] = sidecar.records
    assert.ok(record?.kind === 'span')
    const note = `__proto__ <script>alert(1)</script> [x](command:y) \u2028\ud800${'长'.repeat(500_000)}`
    const hostile = JSON.stringify({ ...record, id: '__proto__', type: 'constructor', note })
    const text = `${hostile.slice(0, -1)},"__proto__":{"polluted":true},"1":2}\n`
    const [read] = readSidecar(text).records
    assert.equal(read?.kind === 'span' && read.note, note)
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    const printed = printSidecar(readSidecar(text))
    assert.ok(printed.includes('"1":2,"__proto__":{"polluted":true}}'))
    assert.equal(printSidecar(readSidecar(printed)), printed)
  })

  it('take lines that are nested too deep as broken', () => {
    const deep = `{"kind":"page","id":"p","what":"done","value":${'['.repeat(9000)}${']'.repeat(9000)}}`
    assert.deepEqual(problemsOf(deep), ['1 broken line'])
    assert.equal(printSidecar(readSidecar(deep)), `${deep}\n`)
  })

  it('are nothing for any other text', () => {
    for (const text of ['', '\n', 'null', '浙江工人日报', '{}', '\uFEFF', '[[[[']) {
      assert.deepEqual(readSidecar(text).records, [])
    }
  })

  it('once printed stay as they are', () => {
    const random = randomNumbers(11)
    for (let round = rounds(300); round > 0; round--) {
      const first = printSidecar(readSidecar(randomText(random)))
      const reading = readSidecar(first)
      assert.equal(printSidecar(reading), first)
      assert.deepEqual(readSidecar(printSidecar(reading)).records, reading.records)
    }
  })
})

/** Lines of a sidecar in any order, some broken, some twice. */
function randomText(random: RandomNumbers): string {
  const pick = <T>(values: readonly T[], other: T): T =>
    values[random.below(values.length)] ?? other
  const word = (): string => pick(['工会', '𠮷田', '"\\', '__proto__', '<b>', '\u2028', ''], '')
  const lines = Array.from({ length: random.below(12) }, (): string => {
    const start = random.below(30)
    const base = { id: `${pick(['A', 'B', 'C'], 'D')}${random.below(5)}`, note: word() }
    const place = {
      at: [[start, start + random.below(9)]],
      quote: [word()],
      prefix: '',
      suffix: '',
    }
    const status = 'accepted'
    return pick(
      [
        JSON.stringify({ kind: 'span', ...place, type: 'Date', status, ...base, [word()]: word() }),
        JSON.stringify({ kind: 'page', what: 'done', value: { b: [word()], a: 1.5 }, ...base }),
        JSON.stringify({ kind: 'relation', type: 'x', from: 'A', to: 'B', status, ...base }),
        JSON.stringify({ kind: 'correction', ...place, was: '', certainty: 'certain', ...base }),
        JSON.stringify({ kind: 'other', ...base }),
        `<<<<<<< ${word()}`,
        '',
      ],
      '',
    )
  })
  return lines.join('\n')
}
