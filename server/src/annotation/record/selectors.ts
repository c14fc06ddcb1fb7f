/** Selectors: a place of the page described so that it can be found again, and the way back. */
import { createHash } from 'node:crypto'
import { type CodePointMap, codePointMap, lfView } from '../../text/code-points.ts'
import type { Span } from '../../text/span.ts'
import type { Anchor, Header, Newline, Range } from './record.ts'
import { sidecarVersion } from './record.ts'

/** A page as sidecars see it. Made once for many records. */
export interface TextView {
  /** The page as it is, in whose UTF-16 offsets spans count. */
  readonly text: string
  readonly map: CodePointMap
  /** The LF view, with its own map between code points and UTF-16 offsets. */
  readonly lf: string
  readonly lfMap: CodePointMap
  /** Of the LF view, in hex. */
  readonly sha256: string
}

export function textView(text: string): TextView {
  const lf = lfView(text)
  const map = codePointMap(text)
  return { text, map, lf, lfMap: lf === text ? map : codePointMap(lf), sha256: textHash(lf) }
}

/** SHA-256 of the UTF-8 bytes of a text's LF view, in hex. */
export function textHash(text: string): string {
  return createHash('sha256').update(lfView(text), 'utf8').digest('hex')
}

/** `page` is the file name. */
export function headerOf(view: TextView, page: string): Header {
  return {
    kind: 'header',
    version: sidecarVersion,
    page,
    sha256: view.sha256,
    length: view.map.length,
    newline: newlineOf(view.text),
  }
}

/** The header that describes `view`: of a sidecar without one, `page` is the file name. A newer version stays. */
export function renewedHeader(header: Header | undefined, view: TextView, page: string): Header {
  const now = headerOf(view, header?.page || page)
  return { ...header, ...now, version: Math.max(now.version, header?.version ?? 0) }
}

function newlineOf(text: string): Newline {
  const crlf = text.match(/\r\n/g)?.length ?? 0
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf
  if ([crlf, cr, lf].filter((count) => count > 0).length > 1) return 'mixed'
  return crlf > 0 ? 'crlf' : cr > 0 ? 'cr' : 'lf'
}

/** Code points of context on either side. */
export const contextLength = 32

/**
 * Spans of the page, in reading order, as quotes with their context. An edge inside a character or
 * a `\r\n` moves out of it, to the outside of the span.
 */
export function describeSpans(view: TextView, spans: readonly Span[]): Anchor {
  return describeRanges(
    view,
    spans.map(({ start, end }) => toRange(view, start, end)),
  )
}

/** Ranges in code points as quotes with their context; what lies outside is cut off. */
export function describeRanges(view: TextView, ranges: readonly Range[]): Anchor {
  const at = ranges.map(([start, end]): Range => {
    const from = clamp(start, view.lfMap.length)
    return [from, Math.max(from, clamp(end, view.lfMap.length))]
  })
  const first = at[0]?.[0] ?? 0
  const last = at.at(-1)?.[1] ?? 0
  return {
    at,
    quote: at.map((range) => quoteAt(view, range)),
    prefix: quoteAt(view, [Math.max(0, first - contextLength), first]),
    suffix: quoteAt(view, [last, Math.min(view.lfMap.length, last + contextLength)]),
  }
}

/** The text of a range, line breaks as `\n`. */
export function quoteAt(view: TextView, [start, end]: Range): string {
  return view.lf.slice(view.lfMap.toOffset(start), view.lfMap.toOffset(end))
}

/** UTF-16 spans of the page. */
export function spansOfRanges(view: TextView, ranges: readonly Range[]): readonly Span[] {
  const { length } = view.map
  return ranges.map(([start, end]) => {
    const from = view.map.toOffset(clamp(start, length))
    return { start: from, end: Math.max(from, view.map.toOffset(clamp(end, length))) }
  })
}

function toRange({ map }: TextView, start: number, end: number): Range {
  const from = map.toCodePoint(start)
  const to = map.toCodePoint(end)
  // `toCodePoint` rounds down: an end inside a pair takes the pair in.
  const inside = end > start && map.toOffset(to) < end
  return [from, Math.max(from, inside ? to + 1 : to)]
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
