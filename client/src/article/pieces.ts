/** Positions between an article read in order and the page it stands on. */
import type { Position, Range } from '../../../server/src/protocol.ts'

/** Pieces of an article: where each stands in the article (`logical`) and in the page (`source`). */
export type Pieces = readonly { readonly logical: Range; readonly source: Range }[]

/** The place in the page; between two pieces (a paragraph break) that of the next one. */
export function toSource(pieces: Pieces, position: Position): Position | undefined {
  for (const { logical, source } of pieces) {
    if (before(position, logical.start)) return source.start
    if (!before(logical.end, position)) return shifted(position, logical, source)
  }
  return pieces.at(-1)?.source.end
}

/** The place in the article; `undefined` where the page's text is not part of it. */
export function toLogical(pieces: Pieces, position: Position): Position | undefined {
  const piece = pieces.find(({ source }) => within(position, source))
  return piece === undefined ? undefined : shifted(position, piece.source, piece.logical)
}

/** The parts of a source range that belong to the article, in its order. */
export function rangeToLogical(pieces: Pieces, range: Range): readonly Range[] {
  const ranges: Range[] = []
  for (const { logical, source } of pieces) {
    const start = before(range.start, source.start) ? source.start : range.start
    const end = before(source.end, range.end) ? source.end : range.end
    if (!before(start, end)) continue
    ranges.push({ start: shifted(start, source, logical), end: shifted(end, source, logical) })
  }
  return ranges
}

export function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

function within(position: Position, range: Range): boolean {
  return !before(position, range.start) && !before(range.end, position)
}

/** Two ranges of one text, one position: its line and character count from the ranges' starts. */
function shifted(position: Position, from: Range, to: Range): Position {
  const line = position.line - from.start.line
  const character =
    line === 0 ? to.start.character + position.character - from.start.character : position.character
  return { line: to.start.line + line, character }
}
