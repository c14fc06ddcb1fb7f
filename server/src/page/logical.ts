/** Logical text: blocks in reading order, breaks inside and between joined ones taken out. */
import type { Piece } from '../text/offset-map.ts'
import { isBlank, isBreak } from './lines/lines.ts'
import type { Block, Joint, LogicalText } from './model.ts'

/** The logical text of `blocks`; `joints[i]` is how block i goes on from the one before it. */
export function logicalText(
  text: string,
  blocks: readonly Block[],
  joints: readonly Joint[],
): LogicalText {
  const out: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let last = ''
  const put = (start: number, end: number): void => {
    if (start >= end) return
    const slice = text.slice(start, end)
    const piece = pieces.at(-1)
    if (
      piece !== undefined &&
      piece.source + piece.length === start &&
      piece.logical + piece.length === length
    ) {
      pieces[pieces.length - 1] = { ...piece, length: piece.length + end - start }
    } else pieces.push({ logical: length, source: start, length: end - start })
    out.push(slice)
    length += slice.length
    last = slice.at(-1) ?? ''
  }
  const between = (mark: string): void => {
    out.push(mark)
    length += mark.length
  }

  for (const [i, block] of blocks.entries()) {
    const joined = joints[i] === 'join'
    if (i > 0 && !joined) between('\n')
    const title = ['kicker', 'headline', 'subhead', 'crosshead'].includes(block.kind)
    let first = true
    for (const line of linesIn(text, block)) {
      const wordy = /[A-Za-z]/.test(last) && /[A-Za-z]/.test(text[line.start] ?? '')
      // A title's line break stands between phrases; Latin words do not grow together.
      if (first ? joined && wordy : title || wordy) between(' ')
      put(line.start, line.end)
      first = false
    }
  }
  return { text: out.join(''), map: { pieces } }
}

/** The lines of a block without the blanks around its breaks. */
function* linesIn(text: string, block: Block): Iterable<{ start: number; end: number }> {
  const { start, end } = block.span
  let from = start
  for (let i = start; i < end; i++) {
    if (!isBreak(text.charCodeAt(i))) continue
    let to = i
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    if (to > from) yield { start: from, end: to }
    while (i + 1 < end && isBlank(text.charCodeAt(i + 1))) i++
    from = i + 1
  }
  if (end > from) yield { start: from, end }
}
