/** What a query finds on one page: places in what is read as a whole, and where they are in the page's text. */

import type { PageContent, Unit } from '../../index/database/page-rows.ts'
import type { IndexedMention } from '../../index/database/reader.ts'
import { fold } from '../../text/fold.ts'
import { logicalToSource, sourceToLogical } from '../../text/offset-map.ts'
import { hull, overlaps, type Span } from '../../text/span.ts'
import type { Matches } from './expressions.ts'
import type { SearchQuery } from './query.ts'
import type { Term } from './query-parts.ts'

/** A place on a page. */
export interface TextHit {
  /** UTF-16 offsets in the page's text, from first to last character. */
  readonly source: Span
  /** The text in which it is read, and where it stands there. */
  readonly text: string
  readonly logical: Span
  /** Index of the article. */
  readonly article: number | undefined
}

export interface PageHit extends TextHit {
  /** The mention that was found; of a text the smallest one around it. */
  readonly mention: IndexedMention | undefined
}

/** Of an expression in each of the texts; it may throw. */
export type FindMatches = (
  texts: readonly string[],
  source: string,
  flags: string,
) => readonly Matches[]

type Wanted = Pick<SearchQuery, 'terms' | 'near'>

interface Found {
  readonly unit: Unit
  readonly logical: Span
}

/** Places of texts, by position. Empty where a term does not stand on the page. */
export function textHits(
  { units }: PageContent,
  { terms, near }: Wanted,
  matches: FindMatches,
): readonly TextHit[] {
  const found: (readonly Found[])[] = []
  for (const term of terms) {
    const places = placesOf(units, term, matches)
    if (places.length === 0) return []
    found.push(places)
  }
  const [first = [], second = []] = found
  const places = near === undefined ? found.flat() : pairs(first, second, near)
  return places.flatMap((place) => placed(place) ?? []).sort(byPlace)
}

/** Mentions in which all terms stand. */
export function mentionHits(
  content: PageContent,
  mentions: readonly IndexedMention[],
  { terms, near }: Wanted,
  matches: FindMatches,
): readonly PageHit[] {
  if (mentions.length === 0) return []
  const needed =
    near === undefined
      ? terms.map((term) => textHits(content, { terms: [term], near }, matches))
      : [textHits(content, { terms, near }, matches)]
  const isHere = (mention: IndexedMention): boolean =>
    needed.every((hits) => hits.some(({ source }) => isInside(source, mention)))
  return mentions.filter(isHere).map((mention) => hitOf(content, mention))
}

/** With the mentions around them: the smallest one of each. */
export function withMentions(
  hits: readonly TextHit[],
  mentions: readonly IndexedMention[],
): readonly PageHit[] {
  return hits.map((hit) => {
    const around = mentions.filter(
      (mention) => mention.status !== 'rejected' && isInside(hit.source, mention),
    )
    const [smallest] = around.sort((a, b) => a.end - a.start - (b.end - b.start))
    return { ...hit, mention: smallest }
  })
}

function isInside(span: Span, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end
}

function placesOf(units: readonly Unit[], term: Term, matches: FindMatches): readonly Found[] {
  if (term.kind === 'text') {
    const wanted = fold(term.text).text
    return units.flatMap((unit) => literal(unit, wanted))
  }
  const texts = units.map(({ text }) => text)
  return matches(texts, term.source, term.flags).flatMap((found, i) => {
    const unit = units[i]
    return unit === undefined
      ? []
      : found.map(([start, end]) => ({ unit, logical: { start, end } }))
  })
}

function literal(unit: Unit, wanted: string): readonly Found[] {
  const { text, toSource } = fold(unit.text)
  const found: Found[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ unit, logical: toSource({ start: at, end: at + wanted.length }) })
  }
  return found
}

/** From one of the two to the other: the next one on each side that is near enough, each pair once. */
function pairs(some: readonly Found[], others: readonly Found[], near: number): readonly Found[] {
  const found = new Map<string, Found>()
  for (const { unit, logical } of some) {
    const inUnit = others.filter(
      (other) => other.unit === unit && !overlaps(other.logical, logical),
    )
    const before = inUnit.findLast((other) => other.logical.end <= logical.start)
    const behind = inUnit.find((other) => other.logical.start >= logical.end)
    for (const other of [before, behind]) {
      if (other === undefined) continue
      const gap =
        other === before
          ? unit.text.slice(other.logical.end, logical.start)
          : unit.text.slice(logical.end, other.logical.start)
      if ([...gap].length > near) continue
      const both = hull([logical, other.logical]) ?? logical
      found.set(`${unit.article} ${both.start} ${both.end} ${unit.pieces[0]?.source}`, {
        unit,
        logical: both,
      })
    }
  }
  return [...found.values()]
}

function placed({ unit, logical }: Found): TextHit | undefined {
  const { article, text, pieces } = unit
  // Line breaks between pieces stand nowhere.
  const source = hull(logicalToSource({ pieces }, logical))
  return source === undefined ? undefined : { source, text, logical, article }
}

function byPlace(a: { readonly source: Span }, b: { readonly source: Span }): number {
  return a.source.start - b.source.start || a.source.end - b.source.end
}

/** The text in which a mention is read; outside of all, the page's. */
function hitOf({ text, units }: PageContent, mention: IndexedMention): PageHit {
  const { start, end, article } = mention
  const source = { start, end }
  for (const unit of units) {
    const from = sourceToLogical({ pieces: unit.pieces }, start)
    const to = sourceToLogical({ pieces: unit.pieces }, end - 1)
    const isWhole = from !== undefined && to !== undefined && from <= to && to < unit.text.length
    if (isWhole && unit.text[from] === text[start]) {
      return { source, text: unit.text, logical: { start: from, end: to + 1 }, mention, article }
    }
  }
  return { source, text, logical: source, mention, article }
}
