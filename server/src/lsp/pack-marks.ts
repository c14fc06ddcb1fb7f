/** Marks as they are sent: as numbers, for a page may have ten thousands of them. */
import type { MarkedMention } from '../feature/page/marked.ts'
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
  let index = 0
  let before: MarkedMention | undefined
  for (const marked of marks) {
    const { spans } = marked
    if (before === undefined || !isSameKind(before, marked)) {
      const key = keyOf(marked)
      const known = indices.get(key)
      index = known ?? kinds.push(kindOf(marked)) - 1
      indices.set(key, index)
      before = marked
    }
    data.push(index, spans.length)
    for (const { start, end } of spans) {
      const at = lines.position(start)
      data.push(at.line - line, at.character, end - start)
      line = at.line
    }
  }
  return { kinds, data }
}

function isSameKind(a: MarkKind, b: MarkKind): boolean {
  return a.type === b.type && a.status === b.status && a.unsure === b.unsure && a.doubt === b.doubt
}

function keyOf({ type, status, unsure, doubt }: MarkKind): string {
  return `${status} ${unsure === true} ${doubt === true} ${type}`
}

function kindOf({ spans, ...kind }: MarkedMention): MarkKind {
  return kind
}
