/** Cells of tables: texts that a spreadsheet would take for formulas get an apostrophe, and lose it again. */

/** What a cell holds of a value; a cell without value is empty, one with an empty text an apostrophe. */
export function cellOf(value: string | undefined): string {
  if (value === undefined) return ''
  return value === '' || /^[=+\-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value
}

/** The value of a cell; `undefined` for an empty one. */
export function cellValue(cell: string | undefined): string | undefined {
  if (cell === undefined || cell === '') return undefined
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** One row, with its line end: CRLF, as RFC 4180 and Excel have it. */
export function csvRow(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`
}

function quoted(cell: string, delimiter: string): string {
  const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && !/^\s|\s$/.test(cell)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}

export interface CsvRow {
  /** One-based, where the row begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a text, without empty lines. The delimiter is the one that its first line has most of. */
export function csvRows(text: string): readonly CsvRow[] {
  const delimiter = delimiterOf(text.slice(0, text.search(/[\r\n]|$/)))
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  let at = 0
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells })
    cells = []
    begun = line
  }
  while (at <= text.length) {
    const cell: string[] = []
    if (text[at] === '"') {
      // Up to the quote that is not doubled, or the end of the text.
      for (;;) {
        const end = text.indexOf('"', at + 1)
        const stop = end < 0 ? text.length : end
        cell.push(text.slice(at + 1, stop))
        at = stop + 1
        if (end < 0 || text[at] !== '"') break
        cell.push('"')
      }
    }
    let stop = at
    while (stop < text.length && !isEnd(text[stop] ?? '', delimiter)) stop++
    cell.push(text.slice(at, stop))
    const value = cell.join('')
    line += value.split('\n').length - 1
    cells.push(value)
    at = stop
    if (text[at] === delimiter) at++
    else {
      if (text[at] === '\r' && text[at + 1] === '\n') at++
      at++
      line++
      endRow()
    }
  }
  return rows
}

function isEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r'
}

function delimiterOf(heading: string): string {
  const count = (delimiter: string): number => heading.split(delimiter).length
  return ['\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best), ',')
}
