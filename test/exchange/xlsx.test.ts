import assert from 'node:assert/strict'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import {
  columnName,
  columnOf,
  escapeCell,
  unescapeCell,
} from '../../server/src/exchange/xlsx/cell.ts'
import { xlsx } from '../../server/src/exchange/xlsx/xlsx.ts'
import { exchangePage, mention } from './exchange-page.ts'
import { readAll, writeAll } from './round-trip.ts'

type Pages = Parameters<typeof writeAll>[1]

/** The parts of the workbook by path. */
function partsOf(pages: Pages): ReadonlyMap<string, string> {
  const { files } = writeAll(xlsx, pages)
  const content = files.get('工人报.xlsx')
  assert.ok(content)
  return new Map(Object.entries(unzipSync(content)).map(([path, part]) => [path, strFromU8(part)]))
}

/** The texts of the cells of a sheet, by row. */
function rowsOf(sheet: string): readonly (readonly string[])[] {
  return [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<(?:t xml:space="preserve"|v)>(.*?)<\/(?:t|v)>/gs)].map(
      ([, text = '']) => text,
    ),
  )
}

function read(
  sheets: Readonly<Record<string, string>>,
  text = '吴浩在嘉兴',
): ReturnType<typeof readAll> {
  const parts = Object.entries(sheets).map(([path, xml]) => [path, strToU8(xml)])
  const content = zipSync(Object.fromEntries(parts))
  return readAll(xlsx, new Map([['t.xlsx', content]]), new Map([['p.txt', text]]))
}

function sheet(...rows: readonly string[]): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const row = (...cells: readonly string[]): string => `<row>${cells.map(cell).join('')}</row>`
const heading = row('页面', '类型', '位置', '备注')

const page = exchangePage(
  '“五型”品牌引领10余万职工',
  [
    mention('a', 'Initiative', [[0, 6]]),
    mention('b', 'Figure', [[8, 12]], { status: 'suggested', confidence: 0.5 }),
  ],
  [
    {
      id: 'r',
      type: 'figure',
      from: 'a',
      to: 'b',
      status: 'accepted',
      attributes: { nature: 'scale' },
    },
  ],
  {
    data: { newspaper: '工人报', date: '2021-11-22', number: 3 },
    articles: [
      {
        titleLines: ['“五型”'],
        headline: '“五型”',
        byline: ['吴浩'],
        spans: [{ start: 0, end: 14 }],
      },
    ],
  },
)

describe('XLSX, written', () => {
  it('has five sheets with frozen heading and filter, and neither formulas nor macros', () => {
    const parts = partsOf([page])
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/sheet name="([^"]+)"/g)]
    assert.deepEqual(
      names.map(([, name]) => name),
      ['提及', '举措', '数据', '文章', '说明'],
    )
    for (let n = 1; n <= 5; n++) {
      const xml = parts.get(`xl/worksheets/sheet${n}.xml`) ?? ''
      assert.match(
        xml,
        /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/,
      )
      assert.match(xml, /<autoFilter ref="A1:[A-Z]+\d+"\/><\/worksheet>$/)
      assert.doesNotMatch(xml, /<f>/)
    }
    assert.ok([...parts.keys()].every((path) => !/vba|macro|\.bin/i.test(path)))
  })

  it('says figures with their initiatives, and articles with their counts', () => {
    const parts = partsOf([page])
    assert.deepEqual(rowsOf(parts.get('xl/worksheets/sheet3.xml') ?? '')[1], [
      ...['10余万', '“五型”品牌引领10余万职工', '“五型”品牌', 'scale', '建议'],
      ...['p.txt', '工人报', '2021-11-22', 'b'],
    ])
    assert.deepEqual(rowsOf(parts.get('xl/worksheets/sheet4.xml') ?? '')[1], [
      ...['p.txt', '1', '“五型”', '“五型”', '吴浩', '工人报', '2021-11-22', '3', '14', '1', '1'],
    ])
  })

  it('has texts like formulas as typed texts that stay so when edited', () => {
    const parts = partsOf([exchangePage('=1+1', [mention('a', 'Figure', [[0, 4]])])])
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(xml, / s="3" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t>/)
    assert.match(parts.get('xl/styles.xml') ?? '', /quotePrefix="1"/)
  })

  it('says that a note too long for a cell is lost', () => {
    const long = exchangePage('甲', [mention('a', 'P', [[0, 1]], { note: '长'.repeat(32_768) })])
    const { losses } = writeAll(xlsx, [long])
    assert.deepEqual(losses[0], [{ kind: 'mention', id: 'a', lost: ['note'] }])
  })

  it('escapes what XML cannot hold as Excel does', () => {
    for (const text of ['a\u000bb\r', '_x000B_', '_x005F_', '\ud800', '\ufffe', '_xZZZZ_']) {
      assert.equal(unescapeCell(escapeCell(text)), text)
      assert.doesNotMatch(escapeCell(text), /[\u000b\r\ud800\ufffe]/)
    }
    assert.equal(escapeCell('a\u000b'), 'a_x000B_')
    for (const column of [0, 25, 26, 701, 702])
      assert.equal(columnOf(`${columnName(column)}7`), column)
  })
})

describe('XLSX, read', () => {
  it('takes shared strings, rich text without its readings, numbers, truths and gaps', () => {
    const shared =
      '<sst><si><t>吴浩</t></si><si><r><t>一</t></r><r><t>二</t></r><rPh><t>yi</t></rPh></si></sst>'
    const first = sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>page</t></is></c><c r="C1" t="inlineStr"><is><t>place</t></is></c><c r="B1" t="inlineStr"><is><t>type</t></is></c><c r="D1" t="inlineStr"><is><t>note</t></is></c><c r="E1" t="inlineStr"><is><t>存疑</t></is></c><c r="F1" t="inlineStr"><is><t>confidence</t></is></c></row>',
      '<row r="4"><c r="A4" t="str"><v>p.txt</v></c><c r="B4" t="inlineStr"><is><t>Person</t></is></c><c r="C4" t="str"><f>A1</f><v>0..2</v></c><c r="D4" t="s"><v>1</v></c><c r="E4" t="b"><v>1</v></c><c r="F4"><v>0.25</v></c></row>',
    )
    const { pages, problems } = read({
      'xl/worksheets/sheet1.xml': first,
      'xl/sharedStrings.xml': shared,
    })
    assert.deepEqual(problems, [])
    assert.deepEqual(pages[0]?.mentions, [
      {
        ...{ id: 'row 4', type: 'Person', status: 'accepted', confidence: 0.25, note: '一二' },
        ...{ unsure: true, spans: [{ start: 0, end: 2 }] },
      },
    ])
  })

  it('passes over sheets that are no such table, and joins those that are', () => {
    const { pages } = read({
      'xl/worksheets/sheet1.xml': sheet(heading, row('p.txt', 'Person', '0..2', '一')),
      'xl/worksheets/sheet2.xml': sheet(row('甲', '乙')),
      'xl/worksheets/sheet10.xml': sheet(
        row('type', 'page', 'place'),
        row('Place', 'p.txt', '3..5'),
      ),
    })
    assert.deepEqual(
      pages[0]?.mentions.map(({ type }) => type),
      ['Person', 'Place'],
    )
  })

  it('says columns that it does not know', () => {
    const titles = row('页面', '类型', '位置', '类型名称', '文章', '排名', 'rank')
    const { problems } = read({
      'xl/worksheets/sheet1.xml': sheet(titles, row('p.txt', 'Person', '0..2')),
      'xl/worksheets/sheet2.xml': sheet(row('甲', '乙')),
    })
    assert.deepEqual(problems, ['xl/worksheets/sheet1.xml: no such columns are read: 排名, rank.'])
  })

  it('refuses what is no workbook, other tables, and entities', () => {
    const problems = (sheets: Readonly<Record<string, string>>): readonly string[] =>
      read(sheets).problems
    const no = 'No sheet has the columns 页面 (page), 类型 (type) and 位置 (place).'
    assert.deepEqual(problems({ 'xl/worksheets/sheet1.xml': sheet(row('甲')) }), [no])
    assert.deepEqual(problems({ '../xl/worksheets/sheet1.xml': sheet(heading) }), [no])
    const [first] = problems({
      'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    })
    assert.match(first ?? '', /document type/)
    const file = new Map([['t.xlsx', Buffer.from('PK\u0003\u0004')]])
    assert.deepEqual(readAll(xlsx, file, new Map()).problems, [
      'This is no zip file that can be read.',
    ])
  })

  it('unpacks nothing that claims to be too large', () => {
    const content = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet(heading)) })
    const at = Buffer.from(content).indexOf(Buffer.from('PK\u0001\u0002'))
    new DataView(content.buffer, content.byteOffset).setUint32(at + 24, 900_000_000, true)
    assert.deepEqual(readAll(xlsx, new Map([['t.xlsx', content]]), new Map()).problems, [
      'Unpacked it is too large: at most 200 MB are read.',
    ])
  })
})
