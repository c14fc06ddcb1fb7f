/** A text as search compares it: full-width and half-width characters are one, and so are capitals and small letters. */
import { firstIndex } from '../values/sorted.ts'
import type { Span } from './span.ts'

export interface Folded {
  readonly text: string
  /** The span of the text that was folded; what a sign became is never cut: `㎡`, of which `m` was found, is whole. */
  toSource(span: Span): Span
}

/** One sign that has another length when it is folded. UTF-16 offsets. */
interface Shift {
  readonly folded: Span
  readonly source: Span
}

/** Each code point by itself, so that a part of a text is folded as it is in the whole. */
export function fold(text: string): Folded {
  const shifts: Shift[] = []
  let folded = ''
  let done = 0
  for (const { 0: sign, index } of text.matchAll(foldable)) {
    const other = sign.normalize('NFKC').toLowerCase()
    if (other === sign) continue
    folded += text.slice(done, index)
    done = index + sign.length
    if (other.length !== sign.length) {
      const start = folded.length
      const source = { start: index, end: done }
      shifts.push({ folded: { start, end: start + other.length }, source })
    }
    folded += other
  }
  return {
    text: done === 0 ? text : folded + text.slice(done),
    toSource: ({ start, end }) => ({
      start: sourceOf(shifts, start, 'start'),
      end: sourceOf(shifts, end, 'end'),
    }),
  }
}

/** All but those that are as they are in every Chinese text, so that most characters are not looked at one by one. */
const foldable = /[^\n -@[-~\u3001-\u3020\u3041-\u3096\u4e00-\u9fff\u2018-\u201d]/gu

function sourceOf(shifts: readonly Shift[], offset: number, side: 'start' | 'end'): number {
  const shift =
    shifts[firstIndex(shifts.length, (i) => (shifts[i]?.folded.start ?? 0) >= offset) - 1]
  if (shift === undefined) return offset
  const behind = offset - shift.folded.end
  return behind < 0 ? shift.source[side] : shift.source.end + behind
}
