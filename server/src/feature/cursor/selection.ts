/** Selection ranges: character, word, mention, clause, sentence, paragraph, article. */
import type { Document } from '../../corpus/snapshot/model.ts'
import { clauseAround, sentenceAround } from '../../page/sentences.ts'
import { logicalToSource } from '../../text/offset-map.ts'
import { containsSpan, type Span, sameSpan, touchesOffset } from '../../text/span.ts'
import { type LogicalPlace, logicalAt } from '../looking/logical-at.ts'
import { mentionAt } from '../looking/mention-at.ts'
import { wordAt } from '../looking/word-at.ts'
import { articleIndexAt } from '../page/logical-article.ts'

/** Ever larger source spans around a UTF-16 offset, each within the next; the smallest first. */
export function selectionSpans(document: Document, offset: number): readonly Span[] {
  const at = logicalAt(document, offset)
  const candidates = [
    characterAt(document.text, offset),
    at && joined(document, offset, at, wordAt(at.logical.text, at.offset)),
    mentionAt(document, offset)?.span,
    at && joined(document, offset, at, clauseAround(at.logical.text, at.offset)),
    at && joined(document, offset, at, sentenceAround(at.logical.text, at.offset)),
    at && joined(document, offset, at, paragraphAround(at)),
    at?.block.span,
    articleSpanAt(document, offset),
  ]
  const spans: Span[] = []
  for (const span of candidates) {
    const last = spans.at(-1)
    if (span === undefined || span.start === span.end) continue
    if (last === undefined || (containsSpan(span, last) && !sameSpan(span, last))) spans.push(span)
  }
  return spans
}

/** The character behind the offset; a pair of surrogates is one. */
function characterAt(text: string, offset: number): Span {
  const low = /[\udc00-\udfff]/.test(text[offset] ?? '') && offset > 0
  const start = low ? offset - 1 : offset
  return { start, end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length }
}

/** Logical text has a line for each paragraph, whatever column breaks cut it. */
function paragraphAround({ logical: { text }, offset }: LogicalPlace): Span {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

/**
 * The source of a logical span as one selection: its piece at the offset with what lies beside it
 * over nothing but white space, so that a column break is bridged and a caption is not.
 */
function joined(
  { text }: Document,
  offset: number,
  { logical }: LogicalPlace,
  span: Span | undefined,
): Span | undefined {
  if (span === undefined) return undefined
  const pieces = logicalToSource(logical.map, span)
  const index = pieces.findIndex((piece) => touchesOffset(piece, offset))
  let whole = pieces[index]
  if (whole === undefined) return undefined
  const bridged = (from: number, to: number): boolean =>
    from <= to && text.slice(from, to).trim() === ''
  for (let i = index - 1; i >= 0; i--) {
    const before = pieces[i]
    if (before === undefined || !bridged(before.end, whole.start)) break
    whole = { start: before.start, end: whole.end }
  }
  for (let i = index + 1; i < pieces.length; i++) {
    const after = pieces[i]
    if (after === undefined || !bridged(whole.end, after.start)) break
    whole = { start: whole.start, end: after.end }
  }
  return whole
}

function articleSpanAt(document: Document, offset: number): Span | undefined {
  const index = articleIndexAt(document, offset)
  return index === undefined ? undefined : document.page.articles[index]?.span
}
