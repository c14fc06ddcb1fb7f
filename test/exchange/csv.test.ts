import assert from 'node:assert/strict'
import { csv } from '../../server/src/exchange/csv/csv.ts'
import { cellOf, cellValue, csvRow, csvRows } from '../../server/src/exchange/file/cells.ts'
import type { Reading } from '../../server/src/exchange/format/format.ts'
import { context, exchangePage, markedPage, mention } from './exchange-page.ts'
import { documentsOf, imported } from './import-fixture.ts'
import { writeAll } from './round-trip.ts'

function read(content: string | Uint8Array, text = '吴浩在嘉兴'): Reading {
  const { read } = csv
  assert.ok(read)
  return read.read(
    { path: 't.csv', content: Buffer.from(content) },
    {
      schema: context.schema,
      companions: new Map(),
      text: (name) => (name === 'p.txt' ? text : undefined),
    },
  )
}

describe('CSV', () => {
  it('is one file for all pages, with a mark for Excel', () => {
    const page = markedPage('𠮷⟦吴浩|Person⟧说')
    const { files } = writeAll(csv, [page, { ...page, path: 'q.txt' }])
    assert.deepEqual([...files.keys()], ['工人报.csv'])
    const [heading = '', ...rows] = (files.get('工人报.csv') ?? '').toString().split('\r\n')
    assert.match(heading, /^\uFEFFkind,page,id,type,text,place,/)
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(0, 9).join(',')),
      [
        'mention,p.txt,m1,Person,吴浩,1..3,,,accepted',
        'mention,q.txt,m1,Person,吴浩,1..3,,,accepted',
        '',
      ],
    )
  })

  it('is TSV, and without the mark, where that is wanted', () => {
    const { files } = writeAll(csv, [exchangePage('')], { delimiter: 'tab', bom: 'no' })
    assert.match((files.get('工人报.tsv') ?? '').toString(), /^kind\tpage\t/)
  })

  it('says in which article a mention stands', () => {
    const article = { titleLines: ['甲', '乙'], byline: [], spans: [{ start: 2, end: 9 }] }
    const page = exchangePage('一\n二三四', [mention('a', 'Person', [[2, 3]])], [], {
      articles: [article],
      data: { newspaper: '嘉兴日报', date: '2021-11-22', number: 3 },
    })
    const { files } = writeAll(csv, [page])
    assert.match((files.get('工人报.csv') ?? '').toString(), /,甲 乙,嘉兴日报,2021-11-22,3\r\n$/)
  })

  it('makes no formula of a text, and the text again of its cell', () => {
    for (const text of ['=1+1', '+86', '-5', '@甲', "'乙", '\t=1', '＝1', '']) {
      assert.match(cellOf(text), /^'/)
      assert.equal(cellValue(cellOf(text)), text)
    }
    assert.equal(cellOf('嘉兴'), '嘉兴')
    assert.equal(cellValue(cellOf(undefined)), undefined)
  })

  it('has cells with quotes, line breaks and delimiters', () => {
    const cells = ['a,b', '"c"', 'd\ne', 'f\r\ng', '', ' h ', '"']
    assert.deepEqual(csvRows(csvRow(cells, ',')), [{ line: 1, cells }])
    assert.deepEqual(
      csvRows(`x,y\n"1\n2",3\n\n4,5`).map(({ line }) => line),
      [1, 2, 5],
    )
    assert.deepEqual(csvRows('a;b\n"c;d";e')[1]?.cells, ['c;d', 'e'])
    assert.deepEqual(csvRows('a\n"b')[1]?.cells, ['b'])
  })

  it('reads what spreadsheets save: other orders, delimiters, capitals and encodings', () => {
    const { pages, problems } = read('type;page;place;unsure\r\nPerson;p.txt;0..2;TRUE\r\n')
    assert.deepEqual(problems, [])
    assert.deepEqual(pages[0]?.mentions, [
      {
        id: 'row 2',
        type: 'Person',
        status: 'accepted',
        unsure: true,
        spans: [{ start: 0, end: 2 }],
      },
    ])
    const utf16 = Buffer.from('\uFEFFpage\ttype\tplace\tnote\np.txt\tPerson\t0..2\t好', 'utf16le')
    assert.equal(read(utf16).pages[0]?.mentions[0]?.note, '好')
    const gb = Buffer.concat([
      Buffer.from('page,type,place,note\np.txt,Person,0..2,'),
      Buffer.from([0xba, 0xc3]),
    ])
    assert.equal(read(gb).pages[0]?.mentions[0]?.note, '好')
  })

  it('says in which line something is wrong, and reads the rest', () => {
    const { pages, problems } = read(
      'kind,page,id,type,place,from,to\n,q.txt,,Person,0..1\n,q.txt,,Person,0..1\n,p.txt,,,0..1\n,p.txt,a,Person,5-7\n,p.txt,b,Person,0..1\nrelation,p.txt,r,actor,,b,c\nrelation,p.txt,s,actor,,b\n,p.txt,,Person,0..99999\n',
    )
    assert.deepEqual(
      problems.map(({ line, message }) => `${line ?? ''} ${message}`),
      [
        '2 There is no page q.txt.',
        '4 The type is missing.',
        '5 The place is not one of this page.',
        '8 A relation needs from and to.',
        '9 The place is not one of this page.',
        ' r has an end that is no mention.',
      ],
    )
    assert.deepEqual(
      pages[0]?.mentions.map(({ id }) => id),
      ['b'],
    )
    assert.deepEqual(read('a,b\n').problems, [
      { path: 't.csv', message: 'There is no column page.' },
    ])
    assert.deepEqual(read(''), { pages: [], problems: [] })
  })
})

describe('CSV that is not understood', () => {
  it('is said: columns, and cells with none of their values', async () => {
    const table =
      'kind,page,type,place,status,confidence,attributes,unsure,rank\n' +
      'mention,a.txt,Place,1..4,done,high,x,maybe,7\nevent,a.txt,Place,0..1,,,,,\n'
    const { problems, said } = await imported(
      'csv',
      { 'b.csv': table },
      documentsOf({ 'a.txt': '在嘉兴市' }),
    )
    assert.deepEqual(problems, [
      'No such columns are read: rank.',
      'In the column status this is not understood: done.',
      'In the column confidence this is not understood: high.',
      'In the column attributes this is not understood: x.',
      'In the column unsure this is not understood: maybe.',
      'In the column kind this is not understood: event.',
    ])
    assert.deepEqual(said, ['new accepted Place 嘉兴市', 'new accepted Place 在'])
  })
})
