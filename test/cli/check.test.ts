import assert from 'node:assert/strict'
import { headerOf, textView } from '../../server/src/annotation/record/selectors.ts'
import { printRecord } from '../../server/src/annotation/sidecar/sidecar.ts'
import { records, run } from './run.ts'

const page = '甲乙丙'
const header = printRecord(headerOf(textView(page), 'a.txt'))
const id = '01M7W2YEERFSG9GWVPKKS9VZW0'

/** A line of a sidecar: the mention of one character of the page. */
function span(at: number, quote: string, more: object = {}): string {
  const place = { at: [[at, at + 1]], quote: [quote], prefix: '', suffix: '' }
  const which = { kind: 'span', id: `${id.slice(0, -1)}${at}`, type: 'Place', status: 'accepted' }
  return JSON.stringify({ ...which, ...place, ...more })
}

const file = (...lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`

describe('biaozhu check', () => {
  it('finds nothing in what is right', async () => {
    const disk = { 'p/a.txt': page, 'p/a.anno.jsonl': file(span(0, '甲'), span(1, '乙')) }
    for (const path of ['p', 'p/a.txt', 'p/a.anno.jsonl', '.']) {
      assert.deepEqual(await run(`check ${path}`, disk), {
        status: 0,
        out: '',
        error: '',
        written: {},
      })
    }
  })

  it('says path, line, kind and what is the matter, and ends with status 1', async () => {
    const lines = [
      span(0, '乙'),
      '{broken',
      span(1, '乙', { type: '车间' }),
      span(1, '乙', { type: 'Person' }),
      span(2, '丙', { anchor: 'orphan' }),
    ]
    const disk = { 'p/a.txt': page, 'p/a.anno.jsonl': file(...lines) }
    const { status, out, error } = await run('check p', disk)
    assert.deepEqual([status, error], [1, ''])
    assert.deepEqual(out.split('\n'), [
      'p/a.anno.jsonl:2: quote: The page has “甲” where “乙” was marked.',
      'p/a.anno.jsonl:3: broken line: No JSON object.',
      'p/a.anno.jsonl:4: type: The schema has no type “车间”.',
      `p/a.anno.jsonl:5: duplicate id: The id ${id.slice(0, -1)}1 is that of line 4 too.`,
      'p/a.anno.jsonl:5: overlap: “乙” overlaps “乙” in line 4.',
      'p/a.anno.jsonl:6: orphan: No place for “丙”.',
      '',
    ])
  })

  it('prints records with exactly these keys, in this order', async () => {
    const disk = { 'a.txt': page, 'a.anno.jsonl': file(span(0, '乙'), 'x') }
    assert.equal(
      (await run('check --format jsonl a.txt', disk)).out,
      `{"file":"a.anno.jsonl","line":2,"kind":"quote","message":"The page has “甲” where “乙” was marked.","id":"${id}"}\n` +
        '{"file":"a.anno.jsonl","line":3,"kind":"broken line","message":"No JSON object.","id":null}\n',
    )
  })

  it('asks the schema of the nearest corpus.json, and reports the mistakes in it by line', async () => {
    const disk = {
      'corpus.json': '{"schema": {"types": [{"name": "车间"}]}}',
      'p/a.txt': page,
      'p/a.anno.jsonl': file(span(1, '乙', { type: '车间' })),
      'q/corpus.json': '{\n  "pages": 1\n}',
      'q/a.txt': page,
      'q/a.anno.jsonl': file(span(0, '甲')),
    }
    assert.equal((await run('check p', disk)).status, 0)
    const { status, out } = await run('check --format jsonl q', disk)
    assert.deepEqual(
      [status, records(out).map(({ file, line, kind }) => `${file}:${line} ${kind}`)],
      [1, ['q/corpus.json:2 corpus.json']],
    )
  })

  it('says of a file without its page which page has its text now, and no such file', async () => {
    const marked = file(span(0, '甲'))
    const disk = {
      'c/corpus.json': '{}',
      'c/a.anno.jsonl': marked,
      'c/a.anno.王.jsonl': marked,
      'c/new/b.txt': page,
      'c/new/b.anno.王.jsonl': marked,
      'c/d.txt': page,
      'c/d.anno.jsonl': marked,
      'c/e.txt': '甲乙丁',
      'f/a.anno.jsonl': marked,
    }
    const { status, out } = await run('check --format jsonl c f', disk)
    const none = 'There is no text file that this file describes.'
    const now = (path: string) =>
      `${none} Its text is that of ${path}: rename this file as that one is named.`
    assert.deepEqual(
      [status, records(out).map((each) => `${each['file']} ${each['message']}`)],
      [
        1,
        [
          `c/a.anno.jsonl ${now('c/new/b.txt')}`,
          `c/a.anno.王.jsonl ${now('c/d.txt')}`,
          `f/a.anno.jsonl ${none}`,
        ],
      ],
    )
  })

  it('checks the layers of single annotators', async () => {
    const layers = { 'a.anno.王丽.jsonl': file('x'), 'a.anno.jsonl': '', 'a.anno.b.c.jsonl': '' }
    const disk = { 'a.txt': page, ...layers, 'ab.anno.jsonl': file('x') }
    for (const path of ['a.txt', 'a.anno.王丽.jsonl']) {
      const { out } = await run(`check ${path}`, disk)
      assert.equal(out, 'a.anno.王丽.jsonl:2: broken line: No JSON object.\n')
    }
  })

  it('reports files without a page', async () => {
    const { status, out } = await run('check .', { 'p/a.anno.jsonl': file(span(0, '甲')) })
    assert.deepEqual(
      [status, out],
      [1, 'p/a.anno.jsonl:1: page: There is no text file that this file describes.\n'],
    )
  })

  it('compares with the page in the encoding of its corpus', async () => {
    const big5 = Uint8Array.from([0xa4, 0x75])
    const disk = {
      'corpus.json': '{"encoding":"big5"}',
      'a.txt': big5,
      'a.anno.jsonl': `${printRecord(headerOf(textView('工'), 'a.txt'))}\n${span(0, '工')}\n`,
    }
    assert.equal((await run('check a.txt', disk)).status, 0)
  })

  it('ends with status 2 where something cannot be read, and reports the rest', async () => {
    const disk = { 'a.txt': page, 'a.anno.jsonl': 'x', 'b.anno.jsonl': Uint8Array.from([0xb9]) }
    const { status, out, error } = await run('check none . a.txt', disk)
    assert.equal(status, 2)
    assert.equal(out, 'a.anno.jsonl:1: broken line: No JSON object.\n')
    assert.equal(error, 'biaozhu: no such file or folder: none\nbiaozhu: not UTF-8: b.anno.jsonl\n')
    assert.equal((await run('check', disk)).status, 2)
  })

  it('prints nothing that could steer the terminal', async () => {
    const lines = file(span(0, '\u001b[2J'))
    const { out } = await run('check .', { 'a.txt': page, 'a.anno.jsonl': lines })
    assert.ok(!out.includes('\u001b'))
    assert.equal(out.split('\n').length, 2)
  })
})
