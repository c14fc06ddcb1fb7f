/** Statistics as tables: for a terminal, as CSV and as XLSX. */
import { cellOf, csvRow } from '../../exchange/file/cells.ts'
import type { CellValue } from '../../exchange/xlsx/cell.ts'
import { Workbook } from '../../exchange/xlsx/workbook.ts'
import type { Grouping, StatisticsRecord } from './model.ts'

/** Rows for people, headings first. */
export function shownRows(
  records: readonly StatisticsRecord[],
  by: Grouping,
): readonly (readonly string[])[] {
  const counted = ['ACCEPTED', 'PER 10,000', 'SUGGESTED', 'PER 10,000', 'PAGES', 'CHARACTERS']
  const name = by.toUpperCase()
  const rows = records.map((record) => {
    const { value, of, accepted, suggested, pages, characters } = record
    const { acceptedPer10000, suggestedPer10000 } = record
    return [
      value ?? '–',
      ...(of === undefined ? [] : [of]),
      String(accepted),
      acceptedPer10000.toFixed(2),
      String(suggested),
      suggestedPer10000.toFixed(2),
      String(pages),
      String(characters),
    ]
  })
  const head = by === 'entity' ? [name, 'TYPE'] : by === 'article' ? [name, 'PAGE'] : [name]
  return [[...head, ...counted], ...rows]
}

/** RFC 4180; columns are the keys of the records. Texts like formulas have an apostrophe. */
export function statisticsCsv(records: readonly StatisticsRecord[]): string {
  return [columns, ...records.map((record) => valuesOf(record).map(csvCell))]
    .map((row) => csvRow(row, ','))
    .join('')
}

/** One sheet. `created` is an ISO time. */
export function statisticsXlsx(
  records: readonly StatisticsRecord[],
  { version, created }: { readonly version: string; readonly created: string },
): Uint8Array {
  const book = new Workbook({ title: '统计', application: `Biaozhu ${version}`, created })
  const add = book.sheet('统计', sheetColumns)
  for (const record of records) add(valuesOf(record))
  return book.end()
}

const columns = [
  ...(['by', 'value', 'of', 'accepted', 'suggested'] as const),
  ...(['acceptedPer10000', 'suggestedPer10000', 'pages', 'characters'] as const),
] as const

const sheetColumns = [
  { title: '分组', width: 12 },
  { title: '值', width: 40 },
  { title: '所属', width: 24 },
  { title: '已确认', width: 10 },
  { title: '建议', width: 10 },
  { title: '已确认/万字', width: 14 },
  { title: '建议/万字', width: 14 },
  { title: '版面数', width: 10 },
  { title: '字数', width: 12 },
]

function valuesOf(record: StatisticsRecord): readonly CellValue[] {
  return columns.map((column) => record[column] ?? undefined)
}

function csvCell(value: CellValue): string {
  return typeof value === 'number' ? String(value) : cellOf(value)
}
