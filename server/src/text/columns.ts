/** Text in the columns of a terminal, where a Chinese character takes two. */
import { showControls } from './controls.ts'

/** Columns that a text takes. Characters of ambiguous width (`“`, `·`) take one. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}

/** Rows as lines with aligned columns, two spaces apart. The last column is not padded. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = new Columns()
  for (const row of rows) columns.fit(row)
  return rows.map((row) => columns.line(row))
}

/** The same for rows of which nobody holds all: each is fitted in, and all are lines after that. */
export class Columns {
  readonly #widths: number[] = []

  fit(row: readonly string[]): void {
    for (const [i, cell] of row.entries()) {
      this.#widths[i] = Math.max(this.#widths[i] ?? 0, displayWidth(printable(cell)))
    }
  }

  line(row: readonly string[]): string {
    return row
      .map(printable)
      .map((cell, i) => cell + ' '.repeat((this.#widths[i] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd()
  }
}

/** At most `width` columns, an ellipsis included. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let columns = 1
  for (const character of text) {
    columns += displayWidth(character)
    if (columns > width) break
    kept += character
  }
  return `${kept}…`
}

/** Lines of at most `width` columns, broken at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

/** In one line: breaks as `⏎`, tabs as spaces, other controls as `\u001b`. */
export function printable(cell: string): string {
  return showControls(cell.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '⏎').replaceAll('\t', ' '))
}

/** Unicode's East Asian Width W and F, by block. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const zero = /[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]/u
