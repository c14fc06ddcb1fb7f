/** A text with its mentions marked, whatever their overlap: marks are nested, and cut where mentions cross. */

import { containsSpan, type Span, sliceSpan } from '../../text/span.ts'
import { firstIndex } from '../../values/sorted.ts'
import type { ExchangeMention } from '../format/model.ts'

/** A piece of a mention as far as it is in a line. */
export interface Mark extends Span {
  readonly mention: ExchangeMention
  /** Whether it begins with the mention, so that an anchor can stand there, and ends with it. */
  readonly first: boolean
  readonly last: boolean
}

export interface MarkWriter {
  text(text: string): string
  /** Once for each mark, or oftener where another one crosses it: then only one is `first` and one `last`. */
  open(mark: Mark): string
  close(mark: Mark): string
}

/** The marks of each line, by its index: lines are apart from each other, in any order. */
export function marksOfLines(
  lines: readonly Span[],
  mentions: readonly ExchangeMention[],
): ReadonlyMap<number, readonly Mark[]> {
  const sorted = lines.map((line, index) => ({ ...line, index })).sort((a, b) => a.start - b.start)
  const marks = new Map<number, Mark[]>()
  for (const mention of mentions) {
    const whole = mention.spans
    for (const span of whole) {
      for (let i = firstEndingBehind(sorted, span.start); i < sorted.length; i++) {
        const line = sorted[i]
        if (line === undefined || line.start >= span.end) break
        const part = { start: Math.max(span.start, line.start), end: Math.min(span.end, line.end) }
        if (part.start >= part.end) continue
        const first = span === whole[0] && part.start === span.start
        const last = span === whole.at(-1) && part.end === span.end
        const there = marks.get(line.index)
        const mark = { ...part, mention, first, last }
        if (there === undefined) marks.set(line.index, [mark])
        else there.push(mark)
      }
    }
  }
  return marks
}

function firstEndingBehind(sorted: readonly Span[], offset: number): number {
  return firstIndex(sorted.length, (middle) => (sorted[middle]?.end ?? 0) > offset)
}

/** `marks` are inside the line. */
export function markedLine(
  text: string,
  line: Span,
  marks: readonly Mark[],
  writer: MarkWriter,
): string {
  const steps = stepsOf(line, marks)
  const lastOpening = new Map<Mark, number>()
  for (const [i, { mark, kind }] of steps.entries()) if (kind === 'open') lastOpening.set(mark, i)
  const opened = new Set<Mark>()
  const parts: string[] = []
  let at = line.start
  for (const [i, { kind, mark, at: next }] of steps.entries()) {
    if (at < next) parts.push(writer.text(sliceSpan(text, { start: at, end: next })))
    at = next
    if (kind === 'close') parts.push(writer.close(mark))
    else {
      const first = mark.first && !opened.has(mark)
      parts.push(writer.open({ ...mark, first, last: mark.last && lastOpening.get(mark) === i }))
      opened.add(mark)
    }
  }
  if (at < line.end) parts.push(writer.text(sliceSpan(text, { start: at, end: line.end })))
  return parts.join('')
}

interface Step {
  readonly kind: 'open' | 'close'
  readonly mark: Mark
  readonly at: number
}

/** In order and nested: a mark that ends inside another one closes that too, which opens again. */
function stepsOf(line: Span, marks: readonly Mark[]): readonly Step[] {
  const left = marks
    .filter((mark) => containsSpan(line, mark))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const edges = new Set(left.flatMap(({ start, end }) => [start, end]))
  const steps: Step[] = []
  let open: readonly Mark[] = []
  let next = 0
  for (const at of [...edges].sort((a, b) => a - b)) {
    const ended = open.findIndex(({ end }) => end <= at)
    const closed = ended < 0 ? [] : open.slice(ended)
    const again = closed.filter(({ end }) => end > at)
    for (const mark of closed.toReversed()) steps.push({ kind: 'close', mark, at })
    const opening = [...again]
    for (let mark = left[next]; mark !== undefined && mark.start <= at; mark = left[++next]) {
      opening.push(mark)
    }
    for (const mark of opening) steps.push({ kind: 'open', mark, at })
    open = [...open.slice(0, open.length - closed.length), ...opening]
  }
  return steps
}
