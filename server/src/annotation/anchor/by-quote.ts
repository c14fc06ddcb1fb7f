/** Re-anchoring by quote: all places where a record's quote stands, and how well its context fits. */
import { alignStrings } from '../../text/diff/align.ts'
import type { Span } from '../../text/span.ts'
import type { Anchor } from '../record/record.ts'
import type { TextView } from '../record/selectors.ts'
import { approximateSearch } from './approximate.ts'
import { contextScore, type Hit, type Search } from './hit.ts'

export function quoteSearch(view: TextView): Search {
  return {
    exact: (anchor) => findExact(view.lf, anchor),
    contextAt: ({ prefix, suffix }, spans) => contextAt(view.lf, spans, prefix, suffix),
    approximate: approximateSearch(view.lf),
  }
}

/** Places looked at for one quote, and those of them whose context is compared closely. */
const mostPlaces = 1000
const mostCompared = 12

function findExact(lf: string, { at, quote, prefix, suffix }: Anchor): readonly Hit[] {
  const forms = quote.some((each) => each === '')
    ? []
    : [quote, ...(['NFC', 'NFD'] as const).map((form) => quote.map((each) => each.normalize(form)))]
  for (const form of forms) {
    const places =
      form.length === 1 ? singlePlaces(lf, form[0] ?? '') : groupedPlaces(lf, form, at.map(middle))
    if (places.length > 0) return bestByContext(lf, places, prefix, suffix)
  }
  return quote.length === 1 && quote[0] === '' ? betweenContexts(lf, prefix, suffix) : []
}

/** An empty quote, as of a deleted passage, stands where its context meets. */
function betweenContexts(lf: string, prefix: string, suffix: string): readonly Hit[] {
  if (prefix === '' && suffix === '') return []
  const places = singlePlaces(lf, prefix + suffix).map(([span]) => {
    const start = (span?.start ?? 0) + prefix.length
    return [{ start, end: start }]
  })
  return bestByContext(lf, places, prefix, suffix)
}

function singlePlaces(lf: string, quote: string): readonly (readonly Span[])[] {
  const places: Span[][] = []
  let start = lf.indexOf(quote)
  while (start >= 0 && places.length < mostPlaces) {
    places.push([{ start, end: start + quote.length }])
    start = lf.indexOf(quote, start + 1)
  }
  return places
}

/** Parts move together: about as far from the longest part as they were, on the same side. */
function groupedPlaces(
  lf: string,
  quotes: readonly string[],
  middles: readonly number[],
): readonly (readonly Span[])[] {
  let main = 0
  for (const [i, quote] of quotes.entries())
    if (quote.length > (quotes[main] ?? '').length) main = i
  return singlePlaces(lf, quotes[main] ?? '').flatMap(([anchor]) => {
    if (anchor === undefined) return []
    const parts = quotes.map((quote, i): Span | undefined => {
      if (i === main) return anchor
      const distance = (middles[i] ?? 0) - (middles[main] ?? 0)
      return nearest(lf, quote, anchor.start + distance, 16 + Math.abs(distance) / 4)
    })
    const found = parts.filter((part) => part !== undefined)
    return found.length === quotes.length && areInOrder(found, middles) ? [found] : []
  })
}

function nearest(lf: string, quote: string, expected: number, most: number): Span | undefined {
  const from = Math.max(0, Math.floor(expected - most))
  const window = lf.slice(from, Math.ceil(expected + most) + quote.length)
  let found: Span | undefined
  for (const [span] of singlePlaces(window, quote)) {
    const start = from + (span?.start ?? 0)
    if (found === undefined || Math.abs(start - expected) < Math.abs(found.start - expected)) {
      found = { start, end: start + quote.length }
    }
  }
  return found
}

/** The same part comes first in the text as before, and none lies on another. */
function areInOrder(spans: readonly Span[], middles: readonly number[]): boolean {
  const byOldPlace = spans
    .map((span, i) => ({ span, old: middles[i] ?? 0 }))
    .sort((a, b) => a.old - b.old)
  return byOldPlace.every(({ span }, i) => span.start >= (byOldPlace[i - 1]?.span.end ?? 0))
}

function middle([start, end]: readonly [number, number]): number {
  return (start + end) / 2
}

function bestByContext(
  lf: string,
  places: readonly (readonly Span[])[],
  prefix: string,
  suffix: string,
): readonly Hit[] {
  const quick = places.map((spans) => {
    const { start, end } = edges(spans)
    const left = commonEnd(prefix, lf, start)
    const right = commonStart(suffix, lf, end)
    const isFull = left === prefix.length && right === suffix.length
    return { spans, run: left + right, isFull }
  })
  quick.sort((a, b) => b.run - a.run)
  const hits = quick.slice(0, mostCompared).map(({ spans, isFull }): Hit => {
    return { spans, score: isFull ? 1 : contextAt(lf, spans, prefix, suffix) }
  })
  return hits.sort((a, b) => b.score - a.score)
}

/** How well the context of a place fits, 0 to 0.99. */
function contextAt(lf: string, spans: readonly Span[], prefix: string, suffix: string): number {
  const { start, end } = edges(spans)
  const before = lf.slice(Math.max(0, start - prefix.length - reach), start)
  const behind = lf.slice(end, end + suffix.length + reach)
  // Distances count from the quote on.
  const left = likeness(prefix, before, prefix.length - before.length, start === 0)
  const right = likeness(suffix, behind, 0, end === lf.length)
  return contextScore(left, right)
}

/** Units by which a context may have come nearer or gone farther. */
const reach = 4

/** Part of `context` that `text` has in the same order and, by `shift`, about the same place, 0 to 1. */
function likeness(context: string, text: string, shift: number, atEdge: boolean): number {
  if (context === '') return atEdge ? 1 : 0.5
  let common = 0
  for (const run of alignStrings(context, text, context.length + 1, { left: 100_000 })) {
    // A single character in common says nothing.
    const isNear = Math.abs(run.old - run.new - shift) <= reach
    if (run.length > 1 && isNear) common += run.length
  }
  return common / context.length
}

function edges(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

function commonEnd(context: string, lf: string, end: number): number {
  let count = 0
  while (count < context.length && count < end) {
    if (context.charCodeAt(context.length - 1 - count) !== lf.charCodeAt(end - 1 - count)) break
    count++
  }
  return count
}

function commonStart(context: string, lf: string, start: number): number {
  let count = 0
  while (count < context.length && context.charCodeAt(count) === lf.charCodeAt(start + count))
    count++
  return count
}
