/** Spans: half-open ranges of UTF-16 offsets, the only kind of position inside the server. */

/** A half-open range `[start, end)` of UTF-16 offsets in one text. `start <= end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

export function containsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end
}

/** Like `containsOffset`, but a cursor right behind the last character counts too, as editors do. */
export function touchesOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}

export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** The smallest span over all of `spans`; `undefined` for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  // A loop, not Math.min(...spans): a page of a megabyte has more blocks than a call has arguments.
  let found: Span | undefined
  for (const { start, end } of spans) {
    if (found === undefined) found = { start, end }
    else found = { start: Math.min(found.start, start), end: Math.max(found.end, end) }
  }
  return found
}

/** By start; of two with one start the longer first. For `Array.sort`. */
export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
