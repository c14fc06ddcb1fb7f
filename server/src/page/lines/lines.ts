/** Lines of a page that hold something, with the white space around them measured. */
import type { Span } from '../../text/span.ts'

export interface Line {
  /** The content without white space and control characters at both ends; never empty. */
  readonly span: Span
  /** Blank lines above; 0 when the line directly follows another one. */
  readonly gap: number
  /** Units of white space before the content (`　　` is 2, a tab 1). */
  readonly indent: number
}

/** Lines end with `\n`, `\r\n`, a lone `\r` or the separators U+2028 and U+2029. */
export function contentLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let gap = 0
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isBreak(text.charCodeAt(i))) continue
    const span = trimmed(text, start, i)
    if (span.start < span.end) {
      lines.push({ span, gap, indent: span.start - start })
      gap = 0
    } else gap++
    if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++
    start = i + 1
  }
  return lines
}

/** The part of `[start, end)` without blanks at its ends; empty at `end` when nothing is left. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/** White space, control characters (a NUL is nothing to read) and the byte order mark. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20 || (unit >= 0x7f && unit <= 0xa0)) return true
  if (unit < 0x1680) return false
  return unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200f) || isBreak(unit) || unit === 0xfeff
}

export function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029
}
