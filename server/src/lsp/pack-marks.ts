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
  for (const { key, kind, places } of known(lines, marks, (marked) => packed(lines, marked))) {
    let index = indices.get(key)
    if (index === undefined) {
      index = kinds.push(kind) - 1
      indices.set(key, index)
    }
    data.push(index, places.length / 3)
    for (let i = 0; i < places.length; i += 3) {
      const lineOfRange = places[i] ?? 0
      data.push(lineOfRange - line, places[i + 1] ?? 0, places[i + 2] ?? 0)
      line = lineOfRange
    }
  }
  return { kinds, data }
}

interface PackedMark {
  /** The same for marks of one kind. */
  readonly key: string
  readonly kind: MarkKind
  /** Line, first character and length of each span. */
  readonly places: readonly number[]
}

/** Most stay from one answer to the next. */
const known = carried<LineIndex, MarkedMention, PackedMark>()

function packed(lines: LineIndex, { spans, ...kind }: MarkedMention): PackedMark {
  const { type, status, unsure = false, doubt = false } = kind
  const places = spans.flatMap(({ start, end }) => {
    const { line, character } = lines.position(start)
    return [line, character, end - start]
  })
  return { key: `${status} ${unsure} ${doubt} ${type}`, kind, places }
}
