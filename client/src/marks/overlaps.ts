/** Which marks of a page hold or cross others, and which is meant where several are. */
import type { Mark, Position, Range } from '../../../server/src/protocol.ts'

/** The ranges of marks that hold or cross others: they need a line of their own. n log n. */
export function overlapping(marks: readonly Pick<Mark, 'ranges'>[]): readonly Range[] {
  const ranges = marks.flatMap((mark) => mark.ranges.map((range) => ({ mark, range })))
  // Of two that begin together the longer one comes first: it holds the other.
  ranges.sort((a, b) => order(a.range.start, b.range.start) || order(b.range.end, a.range.end))
  const found = new Set<Range>()
  let open: typeof ranges = []
  for (const each of ranges) {
    open = open.filter(({ range }) => order(each.range.start, range.end) < 0)
    for (const { mark, range } of open) if (mark !== each.mark) found.add(range)
    open.push(each)
  }
  return [...found]
}

/** The mark at a position: the innermost around it, else one that ends there. */
export function markAt<T extends Pick<Mark, 'ranges'>>(
  marks: readonly T[],
  position: Position,
): T | undefined {
  let best: { readonly mark: T; readonly range: Range; readonly ends: boolean } | undefined
  for (const mark of marks) {
    for (const range of mark.ranges) {
      if (order(range.start, position) > 0 || order(position, range.end) > 0) continue
      const ends = order(position, range.end) === 0
      const closer =
        best === undefined || (best.ends === ends ? isInside(range, best.range) : best.ends)
      if (closer) best = { mark, range, ends }
    }
  }
  return best?.mark
}

function isInside(inner: Range, outer: Range): boolean {
  return order(inner.start, outer.start) >= 0 && order(inner.end, outer.end) <= 0
}

function order(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character
}
