/** The line index: UTF-16 offsets of a text to line and character and back. */
import { firstIndex } from '../values/sorted.ts'
import type { Span } from './span.ts'

export interface LinePosition {
  /** Zero-based. */
  readonly line: number
  /** UTF-16 units from the start of the line. */
  readonly character: number
}

export interface LineRange {
  readonly start: LinePosition
  readonly end: LinePosition
}

/**
 * Where the lines of one text begin. `\n`, `\r\n` and a lone `\r` end a line, as in the Language
 * Server Protocol. All conversions are total: what lies outside is clamped.
 */
export interface LineIndex {
  readonly lineCount: number
  /** Offset of the first character of `line`. */
  lineStart(line: number): number
  /** Offset behind the last character of `line`, its line break left out. */
  lineEnd(line: number): number
  position(offset: number): LinePosition
  /** The offset of a position; a character behind the line's end is the line's end. */
  offset(position: LinePosition): number
}

export function lineIndex(text: string): LineIndex {
  const starts: number[] = [0]
  const ends: number[] = []
  for (const start of linesStartingIn(text)) {
    starts.push(start)
    ends.push(start - (text.startsWith('\r\n', start - 2) ? 2 : 1))
  }
  ends.push(text.length)

  const clampLine = (line: number): number => Math.max(0, Math.min(starts.length - 1, line))
  const lineStart = (line: number): number => starts[clampLine(line)] ?? 0
  const lineEnd = (line: number): number => ends[clampLine(line)] ?? text.length
  // Most offsets are asked for in their order: the line is that of the last one, or the next.
  let last = 0
  const isOn = (line: number, at: number): boolean =>
    (starts[line] ?? text.length + 1) <= at && at < (starts[line + 1] ?? text.length + 1)
  const lineOf = (at: number): number => {
    if (isOn(last, at)) return last
    last = isOn(last + 1, at) ? last + 1 : lastNotAfter(starts, at)
    return last
  }

  return {
    lineCount: starts.length,
    lineStart,
    lineEnd,
    position(offset) {
      const at = Math.max(0, Math.min(text.length, offset))
      const line = lineOf(at)
      return { line, character: Math.min(at, lineEnd(line)) - lineStart(line) }
    },
    offset({ line, character }) {
      if (line < 0) return 0
      if (line >= starts.length) return text.length
      return Math.min(lineStart(line) + Math.max(0, character), lineEnd(line))
    },
  }
}

/** The offsets behind line breaks. */
export function linesStartingIn(text: string): readonly number[] {
  const starts: number[] = []
  for (const found of text.matchAll(/\r\n?|\n/g)) starts.push(found.index + found[0].length)
  return starts
}

/** A range that runs backwards is empty. */
export function rangeToSpan(lines: LineIndex, range: LineRange): Span {
  const start = lines.offset(range.start)
  return { start, end: Math.max(start, lines.offset(range.end)) }
}

export function spanToRange(lines: LineIndex, { start, end }: Span): LineRange {
  return { start: lines.position(start), end: lines.position(end) }
}

/** Lines with their `\n` and where they start; together they are the text. Only `\n` ends a line. */
export function linesOf(
  text: string,
): readonly { readonly start: number; readonly text: string }[] {
  const lines: { start: number; text: string }[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length
    lines.push({ start, text: text.slice(start, end) })
    start = end
  }
  return lines
}

/** Index of the last value that is not greater than `value`, in ascending `values`. */
function lastNotAfter(values: readonly number[], value: number): number {
  return Math.max(0, firstIndex(values.length, (at) => (values[at] ?? 0) > value) - 1)
}
