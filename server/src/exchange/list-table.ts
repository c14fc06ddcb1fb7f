/** One table as CSV, Markdown and XLSX, for lists that are no exchange of annotations. */
import { cellOf, csvRow } from './file/cells.ts'
import { escapeMarkdown } from './markdown/escape.ts'
import type { CellValue } from './xlsx/cell.ts'
import { type SheetColumn, Workbook } from './xlsx/workbook.ts'

export interface TableColumn extends SheetColumn {
  /** Its heading in CSV and Markdown, for programs. */
  readonly key: string
}

export interface Table {
  /** Of the workbook and its sheet. */
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** RFC 4180. Texts like formulas have an apostrophe. */
export function tableCsv({ columns, rows }: Table): string {
  const cell = (value: CellValue): string =>
    typeof value === 'number' ? String(value) : cellOf(value)
  return [columns.map(({ key }) => key), ...rows.map((row) => row.map(cell))]
    .map((row) => csvRow(row, ','))
    .join('')
}

/** A table of GitHub's Markdown. */
export function tableMarkdown({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const rule = line(columns.map(() => '---'))
  const shown = rows.map((row) => line(row.map((value) => escapeMarkdown(String(value ?? '')))))
  return line(columns.map(({ key }) => key)) + rule + shown.join('')
}

/** One sheet. `created` is an ISO time. */
export function tableXlsx(
  { title, columns, rows }: Table,
  { version, created }: { readonly version: string; readonly created: string },
): Uint8Array {
  const book = new Workbook({ title, application: `Biaozhu ${version}`, created })
  const add = book.sheet(title, columns)
  for (const row of rows) add(row)
  return book.end()
}
