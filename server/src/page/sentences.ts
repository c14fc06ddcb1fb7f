/** Sentences and clauses of a text by Chinese punctuation, for selection and quotation. */
import type { Span } from '../text/span.ts'

const SENTENCE = new Set('。!?;…\uff01\uff1f\uff1b')
const CLAUSE = new Set(',、:\uff0c\uff1a')
/** Marks that belong to the sentence before them. */
const CLOSING = new Set('”’」』》】)\uff09')

/**
 * The sentence at a UTF-16 offset, its final mark and closing quotes included, blanks at its ends
 * not. A line break ends a sentence. Offsets outside are clamped; an empty text gives `{0, 0}`.
 */
export function sentenceAround(text: string, offset: number): Span {
  return unitAround(text, offset, (mark) => SENTENCE.has(mark))
}

/** The clause at a UTF-16 offset: like a sentence, but commas and colons end it too. */
export function clauseAround(text: string, offset: number): Span {
  return unitAround(text, offset, (mark) => SENTENCE.has(mark) || CLAUSE.has(mark))
}

function unitAround(text: string, offset: number, ends: (mark: string) => boolean): Span {
  const at = Math.max(0, Math.min(text.length, offset))
  let start = at
  while (start > 0 && !endsAt(text, start, ends)) start--
  let end = at
  while (end < text.length && (end === start || !endsAt(text, end, ends))) end++
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** Whether a unit ends right before `at`: behind a final mark and the closing marks that follow it. */
function endsAt(text: string, at: number, ends: (mark: string) => boolean): boolean {
  const next = text[at] ?? ''
  if (isBreak(text[at - 1]) || isBreak(next)) return true
  if (CLOSING.has(next) || ends(next)) return false
  let last = at - 1
  while (last >= 0 && CLOSING.has(text[last] ?? '')) last--
  const mark = text[last] ?? ''
  return ends(mark) && !isInNumber(text, last)
}

/** `10,000`: a comma between digits ends nothing. */
function isInNumber(text: string, at: number): boolean {
  return (
    /[,:]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')
  )
}

function isBreak(mark: string | undefined): boolean {
  return mark === '\n' || mark === '\r' || mark === '\u2028' || mark === '\u2029'
}
