/** Where a name may have been missed: quotations, titles in 《》 and numbers without any mention. */
import type { Document } from '../../corpus/snapshot/model.ts'
import type { LogicalText } from '../../page/model.ts'
import type { ReviewGap } from '../../protocol.ts'
import { findQuotes } from '../../recognition/reading/quotes.ts'
import { logicalToSource } from '../../text/offset-map.ts'
import { byPosition, hull, type Span } from '../../text/span.ts'

export interface Gap {
  readonly kind: ReviewGap
  /** From its first to its last character in the page. */
  readonly span: Span
  /** As it is read. */
  readonly text: string
  /** Index of its article. */
  readonly article: number | undefined
}

/**
 * By place. Quotations are what stands between “…” or ‘…’, at most 40 UTF-16 units on one line; titles
 * have their marks. One that any mention touches, also a rejected one, was seen already.
 */
export function gapsOf(document: Document, kinds: readonly ReviewGap[]): readonly Gap[] {
  if (kinds.length === 0) return []
  const isSeen = seenIn(document)
  const { articles, loose } = document.page
  const units: readonly Unit[] = [
    ...articles.map(({ logical }, article) => ({ logical, article })),
    ...loose.map(({ logical }) => ({ logical, article: undefined })),
  ]
  return units
    .flatMap((unit) => kinds.flatMap((kind) => gapsIn(unit, kind, isSeen)))
    .sort((a, b) => byPosition(a.span, b.span))
}

interface Unit {
  readonly logical: LogicalText
  readonly article: number | undefined
}

function gapsIn(
  { logical, article }: Unit,
  kind: ReviewGap,
  isSeen: (span: Span) => boolean,
): readonly Gap[] {
  const { text, map } = logical
  return search[kind](text).flatMap((found): Gap[] => {
    const spans = logicalToSource(map, found)
    const span = hull(spans)
    if (span === undefined || spans.some(isSeen)) return []
    return [{ kind, span, text: text.slice(found.start, found.end), article }]
  })
}

const search: Readonly<Record<ReviewGap, (text: string) => readonly Span[]>> = {
  quote: findQuotes,
  title: (text) => matches(text, /《[^《》\n]{1,120}》/g),
  number: (text) => matches(text, number),
}

/** 1,200, 4.8%, 三十五, 两百多; not 一家 and 万一, where nothing is counted. */
const number =
  /[\d0-9]{1,15}(?:[,.,.:][\d0-9]{1,15}){0,6}[%%‰]?|(?:[一二两三四五六七八九][十百千万亿]|十[一二三四五六七八九])[〇零一二两三四五六七八九十百千万亿]{0,16}/g

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
}

function seenIn({ text, mentions }: Document): (span: Span) => boolean {
  const seen = new Uint8Array(text.length)
  for (const { spans } of mentions) for (const { start, end } of spans) seen.fill(1, start, end)
  return ({ start, end }) => seen.subarray(start, end).includes(1)
}
