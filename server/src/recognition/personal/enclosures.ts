/** What stands between marks, and what no chain of words goes over. */
import { closes, kinds, opens } from '../spans/characters.ts'

/** Punctuation and white space: no chain of words goes on over it. */
export function separates(kind: number): boolean {
  return kind === kinds.other || (kind >= kinds.space && kind <= kinds.closing)
}

/** Inside which marks each unit of `text` stands: 0 none, 1 quotes, 2 title marks, 3 brackets. */
export function enclosures(text: string): Uint8Array {
  const inside = new Uint8Array(text.length)
  let open = -1
  let kind = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const opened = opens(unit)
    if (opened > 0 && open < 0) {
      open = at
      kind = opened
    } else if (open >= 0 && closes(unit) === kind) {
      inside.fill(kind === 4 ? 1 : kind, open + 1, at)
      open = -1
    } else if (at - open > longestEnclosed || unit === newline) open = -1
  }
  return inside
}

/** A mark whose partner is farther away, in UTF-16 units, is taken for lost. */
const longestEnclosed = 40
const newline = 10
