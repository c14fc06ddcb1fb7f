/** A workbook that is written row by row: what is ready can be taken at any time, so that nothing heaps up. */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type CellValue, cellXml, columnName } from './cell.ts'
import { fixedParts, type Properties, workbookParts } from './parts.ts'

export interface SheetColumn {
  readonly title: string
  /** In characters; a Chinese one counts two. */
  readonly width: number
}

/** Rows of a sheet with its heading, in Excel and all others that keep to its limit. */
const mostRows = 1_048_576

export class Workbook {
  readonly #chunks: Uint8Array[] = []
  readonly #zip: Zip
  readonly #sheets: Sheet[] = []
  readonly #properties: Properties

  constructor(properties: Properties) {
    this.#properties = properties
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error
      this.#chunks.push(chunk)
    })
  }

  /** A sheet that goes on in another one where it is full. */
  sheet(name: string, columns: readonly SheetColumn[]): (row: readonly CellValue[]) => void {
    let parts = 1
    let sheet = this.#newSheet(name, columns)
    return (row) => {
      if (sheet.rows === mostRows) {
        parts++
        sheet = this.#newSheet(`${name} (${parts})`, columns)
      }
      sheet.add(row)
    }
  }

  /** The bytes since the last call: together they are the file. */
  take(): Uint8Array {
    for (const sheet of this.#sheets) sheet.flush()
    return joined(this.#chunks.splice(0))
  }

  /** The last bytes. */
  end(): Uint8Array {
    for (const sheet of this.#sheets) sheet.end()
    const names = this.#sheets.map(({ name }) => name)
    const parts = [...workbookParts(names), ...fixedParts(this.#properties)]
    for (const [path, content] of parts) this.#part(path).push(strToU8(content), true)
    this.#zip.end()
    return joined(this.#chunks.splice(0))
  }

  #newSheet(name: string, columns: readonly SheetColumn[]): Sheet {
    const part = this.#part(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`)
    const sheet = new Sheet(name, columns, part)
    this.#sheets.push(sheet)
    return sheet
  }

  #part(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: 6 })
    part.mtime = this.#properties.created
    this.#zip.add(part)
    return part
  }
}

class Sheet {
  readonly name: string
  /** With the heading. */
  rows = 0
  readonly #columns: number
  readonly #part: ZipDeflate
  readonly #left: string[] = []

  constructor(name: string, columns: readonly SheetColumn[], part: ZipDeflate) {
    this.name = name
    this.#columns = columns.length
    this.#part = part
    const widths = columns.map(
      ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    )
    this.#left.push(opening(widths.join('')))
    this.#row(
      columns.map(({ title }) => title),
      true,
    )
  }

  add(row: readonly CellValue[]): void {
    this.#row(row, false)
  }

  flush(): void {
    if (this.#left.length > 0) this.#part.push(strToU8(this.#left.splice(0).join('')), false)
  }

  end(): void {
    const last = `${columnName(this.#columns - 1)}${this.rows}`
    this.#left.push(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`)
    this.#part.push(strToU8(this.#left.splice(0).join('')), true)
  }

  #row(row: readonly CellValue[], heading: boolean): void {
    const at = this.rows++
    const cells = row.map((value, i) => cellXml(value, at, i, heading)).join('')
    this.#left.push(`<row r="${at + 1}">${cells}</row>\n`)
  }
}

function opening(widths: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>',
    '</sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>`,
  ].join('')
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
