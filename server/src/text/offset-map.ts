/**
 * Offset maps: how a text that was put together from pieces of a source maps back to it. The map
 * need not be monotonic (an article may begin at the end of its page) nor cover the source.
 */
import { oncePer } from '../values/once-per.ts'
import { firstIndex } from '../values/sorted.ts'
import type { Span } from './span.ts'

/** `length` units that stand at `logical` in the derived text and at `source` in the source. */
export interface Piece {
  readonly logical: number
  readonly source: number
  readonly length: number
}

/**
 * Pieces in ascending order of `logical`. Units of the derived text between pieces (a joint such as
 * an inserted line break) stand nowhere in the source.
 */
export interface OffsetMap {
  readonly pieces: readonly Piece[]
}

/**
 * The source spans of a logical span in logical order. Pieces that follow each other in the source
 * with nothing between them are one span; everything else (a break, a caption) separates.
 */
export function logicalToSource(map: OffsetMap, span: Span): readonly Span[] {
  const spans: Span[] = []
  for (let i = firstPieceEndingAfter(map, span.start); i < map.pieces.length; i++) {
    const piece = map.pieces[i]
    if (piece === undefined || piece.logical >= span.end) break
    const from = Math.max(span.start, piece.logical)
    const to = Math.min(span.end, piece.logical + piece.length)
    if (from >= to) continue
    const start = piece.source + from - piece.logical
    const last = spans.at(-1)
    if (last !== undefined && last.end === start) {
      spans[spans.length - 1] = { start: last.start, end: start + to - from }
    } else spans.push({ start, end: start + to - from })
  }
  return spans
}

/** The logical offset of a source offset; `undefined` where the source is not part of the text. */
export function sourceToLogical(map: OffsetMap, offset: number): number | undefined {
  const pieces = inSourceOrder(map)
  const low = firstIndex(pieces.length, (middle) => (pieces[middle]?.source ?? 0) > offset)
  // An offset right behind a piece still belongs to it: a cursor at the end of a paragraph.
  const piece = pieces[low - 1]
  if (piece === undefined || offset > piece.source + piece.length) return undefined
  return piece.logical + offset - piece.source
}

/** Maps do not change, so their pieces are sorted once. Pieces do not overlap in the source; empty ones hold nothing. */
const inSourceOrder = oncePer((map: OffsetMap): readonly Piece[] =>
  map.pieces.filter(({ length }) => length > 0).sort((a, b) => a.source - b.source),
)

/** Index of the first piece that ends behind the logical `offset`; the number of pieces for none. */
function firstPieceEndingAfter(map: OffsetMap, offset: number): number {
  return firstIndex(map.pieces.length, (middle) => {
    const piece = map.pieces[middle]
    return piece === undefined || piece.logical + piece.length > offset
  })
}
