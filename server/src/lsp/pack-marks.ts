/** Marks as they are sent: as numbers, for a page may have ten thousands of them. */
import type { MarkedMention } from '../feature/marked.ts'
import type { MarkKind, Marks } from '../protocol.ts'
import type { LineIndex } from '../text/lines.ts'

/** The spans of a marked mention lie within one line each. */
export function packMarks(
  lines: LineIndex,
  marks: readonly MarkedMention[],
): Pick<Marks, 'kinds' | 'data'> {
  const kinds: MarkKind[] = []
  const indices = new Map<string, number>()
  const data: number[] = []
  let line = 0
  for (const marked of marks) {
    const { type, status, unsure, doubt } = marked
    const key = `${status} ${unsure} ${doubt} ${type}`
    let index = indices.get(key)
    if (index === undefined) {
      const { spans: _spans, ...kind } = marked
      index = kinds.push(kind) - 1
      indices.set(key, index)
    }
    const places = placesOf(lines, marked)
    data.push(index, places.length / 3)
    for (let i = 0; i < places.length; i += 3) {
      const own = places[i] ?? 0
      data.push(own - line, places[i + 1] ?? 0, places[i + 2] ?? 0)
      line = own
    }
  }
  return { kinds, data }
}

/** Line, first character and length of each span. Remembered: most stay from answer to answer. */
function placesOf(lines: LineIndex, marked: MarkedMention): readonly number[] {
  const before = known.get(marked)
  if (before !== undefined) return before
  const places = marked.spans.flatMap(({ start, end }) => {
    const { line, character } = lines.position(start)
    return [line, character, end - start]
  })
  known.set(marked, places)
  return places
}

const known = new WeakMap<MarkedMention, readonly number[]>()
