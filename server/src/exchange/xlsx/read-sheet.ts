/** The cells of a sheet and the strings that sheets share, as texts. */

import type { CsvRow } from '../file/cells.ts'
import { readXml, type XmlFault } from '../file/xml.ts'
import { columnOf, longestCell, unescapeCell } from './cell.ts'

/** Cells further to the right are not read. */
const mostColumns = 1000

export type ReadSheet = { readonly rows: readonly SheetRow[] } | { readonly fault: XmlFault }

export interface SheetRow {
  /** One-based. */
  readonly line: CsvRow['line']
  /** `undefined` for a cell that is not there. */
  readonly cells: readonly (string | undefined)[]
}

/** The texts of `xl/sharedStrings.xml`, in order. */
export function readSharedStrings(content: string): readonly string[] {
  const strings: string[] = []
  const collector = textCollector()
  readXml(content, {
    open({ name }) {
      if (name === 'si') collector.begin()
      collector.open(name)
    },
    text: collector.text,
    close({ name }) {
      collector.close(name)
      // Excel has no longer ones, and each may be in thousands of cells.
      if (name === 'si') strings.push(unescapeCell(collector.value()).slice(0, longestCell))
    },
  })
  return strings
}

/** Total. Numbers are as they are written, formulas are their last results. */
export function readSheet(content: string, shared: readonly string[]): ReadSheet {
  const rows: SheetRow[] = []
  const collector = textCollector()
  let line = 0
  let cells: (string | undefined)[] = []
  let column = -1
  let kind = 'n'
  const fault = readXml(content, {
    open({ name, attributes }) {
      if (name === 'row') {
        const number = Number(attributes.get('r') ?? line + 1)
        line = Number.isSafeInteger(number) ? number : line + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes.get('r') ?? '') ?? column + 1
        kind = attributes.get('t') ?? 'n'
        collector.begin()
      }
      collector.open(name)
    },
    text: collector.text,
    close({ name }) {
      collector.close(name)
      if (name === 'row') rows.push({ line, cells: Array.from(cells) })
      if (name !== 'c' || column >= mostColumns) return
      const value = collector.value()
      if (kind === 's') cells[column] = shared[Number(value)]
      else if (kind === 'b') cells[column] = value === '1' ? 'true' : 'false'
      else if (kind === 'inlineStr' || kind === 'str') cells[column] = unescapeCell(value)
      // A number without value is a cell that only looks like something.
      else if (value !== '' && kind !== 'e') cells[column] = value
    },
  })
  return fault === undefined ? { rows } : { fault }
}

/** Collects what stands in `t` and `v`; readings beside the text (`rPh`) are left out. */
function textCollector() {
  let parts: string[] = []
  let isText = false
  let aside = 0
  return {
    begin(): void {
      parts = []
    },
    open(name: string): void {
      if (name === 'rPh') aside++
      isText = aside === 0 && (name === 't' || name === 'v')
    },
    text(text: string): void {
      if (isText) parts.push(text)
    },
    close(name: string): void {
      if (name === 'rPh') aside--
      isText = false
    },
    value: (): string => parts.join(''),
  }
}
