/** The text in which people read around an offset of the page, with the ways there and back. */
import type { Document } from '../../corpus/snapshot/model.ts'
import { logicalToSource, sourceToLogical } from '../../text/offset-map.ts'
import { byPosition, type Span } from '../../text/span.ts'
import { logicalAt } from '../looking/logical-at.ts'

export interface Reading {
  /** The logical text of the article or loose block; between blocks the page's own text. */
  readonly text: string
  /** The same for two offsets that are read in one text. */
  readonly key: object
  /** Offset in `text` of an offset of the page; `undefined` where that is no part of it. */
  readonly fromPage: (offset: number) => number | undefined
  /** Spans of the page in reading order; what lies apart over nothing but white space is one. */
  readonly toPage: (span: Span) => readonly Span[]
}

export function readingAt(document: Document, offset: number): Reading {
  const at = logicalAt(document, offset)
  if (at === undefined) {
    return {
      text: document.text,
      key: document,
      fromPage: (each) => each,
      toPage: (span) => (span.start < span.end ? [span] : []),
    }
  }
  const { logical } = at
  return {
    text: logical.text,
    key: logical,
    fromPage: (each) => sourceToLogical(logical.map, each),
    toPage: (span) => bridged(document.text, logicalToSource(logical.map, span)),
  }
}

/**
 * Spans as they are marked: whole characters, no white space at their edges, each piece once, in
 * reading order. Empty where nothing but white space is in them.
 */
export function wholeSpans(document: Document, spans: readonly Span[]): readonly Span[] {
  const trimmed = spans
    .map((span) => trimmedSpan(document.text, span))
    .filter(({ start, end }) => start < end)
    .sort(byPosition)
  return inReadingOrder(document, bridged(document.text, trimmed))
}

function inReadingOrder(document: Document, spans: readonly Span[]): readonly Span[] {
  const [first] = spans
  if (first === undefined || spans.length === 1) return spans
  const reading = readingAt(document, first.start)
  const placed = spans.map((span) => ({
    span,
    at:
      readingAt(document, span.start).key === reading.key
        ? reading.fromPage(span.start)
        : undefined,
  }))
  if (placed.some(({ at }) => at === undefined)) return spans
  return placed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).map(({ span }) => span)
}

/** Neighbours in the list that overlap or have nothing but white space between them as one. */
function bridged(text: string, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    const isOne =
      last !== undefined &&
      span.start >= last.start &&
      (span.start <= last.end || text.slice(last.end, span.start).trim() === '')
    if (isOne) whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else whole.push(span)
  }
  return whole
}

function trimmedSpan(text: string, span: Span): Span {
  let start = isInsidePair(text, span.start) ? span.start - 1 : span.start
  let end = isInsidePair(text, span.end) ? span.end + 1 : span.end
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}

function isInsidePair(text: string, offset: number): boolean {
  return (
    /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset))
  )
}
