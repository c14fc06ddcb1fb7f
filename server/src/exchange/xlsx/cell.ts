/** One cell as SpreadsheetML: text always as text, so that nothing is ever a formula. */
import { escapeXml } from '../file/xml.ts'

/** `undefined` for no cell. */
export type CellValue = string | number | undefined

/** Characters (UTF-16) that a cell may have. */
export const longestCell = 32_767

/** Indexes of `cellXfs` in the styles. */
export const cellStyle = { heading: 1, wrapped: 2, quoted: 3 } as const

/** `row` and `column` are zero-based. Nothing for a text that is too long. */
export function cellXml(value: CellValue, row: number, column: number, heading = false): string {
  if (value === undefined) return ''
  const at = ` r="${columnName(column)}${row + 1}"`
  if (typeof value === 'number') return `<c${at}><v>${Number.isFinite(value) ? value : 0}</v></c>`
  const text = escapeCell(value)
  if (text.length > longestCell) return ''
  const style = heading
    ? cellStyle.heading
    : isFormulaLike(value)
      ? cellStyle.quoted
      : cellStyle.wrapped
  const content = `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`
  return `<c${at} s="${style}" t="inlineStr">${content}</c>`
}

/** Whether editing the cell, or saving it as CSV, could make a formula of it. */
function isFormulaLike(value: string): boolean {
  return /^[=+\-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value)
}

/** `A` to `Z`, `AA`, … */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** Zero-based, of `BC12`; `undefined` where a reference is not one. */
export function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** What XML cannot hold is `_x000B_`, as Excel writes it, and what looks so already is escaped. */
export function escapeCell(value: string): string {
  return value.replace(special, (character) => {
    const code = (character[0] ?? '').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `_x${code}_`
  })
}

export function unescapeCell(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const special =
  /_(?=x[\dA-Fa-f]{4}_)|[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
