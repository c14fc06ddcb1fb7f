/** Marks as they are sent (numbers, for a page may have ten thousands of them) and as they are shown. */
import type { Mark, Marks } from '../../../server/src/protocol.ts'

/** Marks of one kind share the kind's keys. What is cut off or unknown is left out. */
export function unpackMarks({ kinds, data }: Pick<Marks, 'kinds' | 'data'>): readonly Mark[] {
  const marks: Mark[] = []
  let line = 0
  for (let at = 0; at < data.length; ) {
    const kind = kinds[data[at] ?? -1]
    const count = data[at + 1] ?? 0
    at += 2
    const ranges = []
    for (let i = 0; i < count; i++, at += 3) {
      line += data[at] ?? 0
      const character = data[at + 1] ?? 0
      const end = character + (data[at + 2] ?? 0)
      ranges.push({ start: { line, character }, end: { line, character: end } })
    }
    if (kind !== undefined) marks.push({ ranges, ...kind })
  }
  return marks
}
