/** A selection cut into its lines. */
import type { Range } from '../../../server/src/protocol.ts'

/** `textOf` gives a line; white space is left out, and so are empty lines. Whole lines where `isWhole`. */
export function linesOf(
  textOf: (line: number) => string,
  { start, end }: Range,
  { isWhole }: { readonly isWhole: boolean },
): readonly Range[] {
  const lines: Range[] = []
  for (let line = start.line; line <= end.line; line++) {
    const text = textOf(line)
    const isAfter = line === end.line && end.character === 0 && line > start.line
    if (isAfter) continue
    let from = isWhole || line > start.line ? 0 : start.character
    let to = isWhole || line < end.line ? text.length : end.character
    while (from < to && text.charAt(from).trim() === '') from++
    while (to > from && text.charAt(to - 1).trim() === '') to--
    if (from < to) lines.push({ start: { line, character: from }, end: { line, character: to } })
  }
  return lines
}
