/** Marks as they are sent: as numbers, for a page may have ten thousands of them. */
import type { MarkedMention } from '../feature/page/marked.ts'
import type { MarkKind, Marks } from '../protocol.ts'
import type { LineIndex } from '../text/lines.ts'
import { carried } from '../values/carried.ts'

/** The spans of a marked mention lie within one line each. */
export function packMarks(
  lines: LineIndex,
  marks: readonly MarkedMention[],
): Pick<Marks, 'kinds' | 'data'> {
  const kinds: MarkKind[] = []
  const indices = new Map<string, number>()
  const data: number[] = []
  let line = 0
  const all = known(lines, marks, (marked) => placesOf(lines, marked))
  for (const [at, marked] of marks.entries()) {
    const { type, status, unsure, doubt } = marked
    const key = `${status} ${unsure} ${doubt} ${type}`
    let index = indices.get(key)
    if (index === undefined) {
      const { spans: _spans, ...kind } = marked
      index = kinds.push(kind) - 1
      indices.set(key, index)
    }
    const places = all[at] ?? []
    data.push(index, places.length / 3)
    for (let i = 0; i < places.length; i += 3) {
      const lineOfRange = places[i] ?? 0
      data.push(lineOfRange - line, places[i + 1] ?? 0, places[i + 2] ?? 0)
      line = lineOfRange
    }
  }
  return { kinds, data }
}

/** Most stay from one answer to the next. */
const known = carried<LineIndex, MarkedMention, readonly number[]>()

/** Line, first character and length of each span. */
function placesOf(lines: LineIndex, { spans }: MarkedMention): readonly number[] {
  return spans.flatMap(({ start, end }) => {
    const { line, character } = lines.position(start)
    return [line, character, end - start]
  })
}
