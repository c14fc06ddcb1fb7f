/** Statistics as tables: for a terminal, and for files. */
import type { Table } from '../../exchange/list-table.ts'
import type { CellValue } from '../../exchange/xlsx/cell.ts'
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

/** Columns are the keys of the records. */
export function statisticsTable(records: readonly StatisticsRecord[]): Table {
  return {
    title: '统计',
    columns: columns.map((key, i) => ({ key, ...(sheetColumns[i] ?? { title: key, width: 12 }) })),
    rows: records.map(valuesOf),
  }
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
