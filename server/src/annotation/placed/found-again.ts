/** Where the text of an annotation that an edit took away or damaged stands again after another one. */
import { lfView } from '../../text/code-points.ts'
import { containsSpan, overlaps, type Span, sliceSpan } from '../../text/span.ts'
import type { Claim } from '../anchor/claims.ts'
import type { AnchoredRecord } from '../record/record.ts'

type Found = Omit<Claim, 'index'>

/**
 * All pieces, each around or inside of what is left of it in `spans`. Nothing is left of an empty
 * one: it needs text that was just `inserted`. `undefined` where a piece is not to be found.
 */
export function wholeAround(
  record: AnchoredRecord,
  marked: readonly string[],
  text: string,
  spans: readonly Span[],
  inserted: Span,
): Found | undefined {
  const found: Span[] = []
  for (const [i, span] of spans.entries()) {
    const quote = inTextOf(text, marked[i] ?? '')
    const isEmpty = sliceSpan(text, span).trim() === ''
    const piece = placesOf(quote, text, {
      start: span.start - quote.length,
      end: span.end + quote.length,
    })
      .filter((each) =>
        isEmpty ? overlaps(each, inserted) : containsSpan(each, span) || containsSpan(span, each),
      )
      .sort((a, b) => Math.abs(a.start - span.start) - Math.abs(b.start - span.start))[0]
    if (piece === undefined || found.some((each) => overlaps(each, piece))) return undefined
    found.push(piece)
  }
  return found.length === 0 ? undefined : inContext(record, text, found)
}

/**
 * UTF-16 units that are searched: where thousands were deleted together and other text came, looking
 * for each in all of it would take too long while one types. When the page is saved, all are looked for.
 */
const furthest = 4000

/**
 * All pieces, one behind the other, where an annotation was lost: in what came there since (`lost`)
 * or with text that was just `inserted`. Where the first one stands several times, its context has to
 * tell which is meant; where nothing of the context is there, the place is in doubt.
 */
export function lostWithin(
  record: AnchoredRecord,
  marked: readonly string[],
  text: string,
  lost: Span,
  inserted: Span,
): Found | undefined {
  const length = marked.join('').length
  const within = { start: lost.start - length, end: lost.end + length }
  if (!overlaps(within, inserted) && lost.start === lost.end) return undefined
  if (within.end - within.start > furthest) return undefined
  const [best, next] = placesOf(inTextOf(text, marked[0] ?? ''), text, within)
    .filter((each) => containsSpan(lost, each) || overlaps(each, inserted))
    .flatMap(({ start }): Found[] => {
      const spans = piecesFrom(marked, text, { start, end: within.end })
      return spans === undefined ? [] : [inContext(record, text, spans)]
    })
    .sort((a, b) => b.score - a.score)
  return best === undefined || best.score === next?.score ? undefined : best
}

function piecesFrom(
  marked: readonly string[],
  text: string,
  within: Span,
): readonly Span[] | undefined {
  const spans: Span[] = []
  let from = within.start
  for (const piece of marked) {
    const quote = inTextOf(text, piece)
    const at = quote === '' ? -1 : text.indexOf(quote, from)
    if (at < 0 || at + quote.length > within.end) return undefined
    spans.push({ start: at, end: at + quote.length })
    from = at + quote.length
  }
  return spans
}

/** A quote as the text writes its line breaks. */
function inTextOf(text: string, quote: string): string {
  return quote.includes('\n') && text.includes('\r\n') ? quote.replaceAll('\n', '\r\n') : quote
}

/** All places of a quote that lie in a span; none of an empty one. */
function placesOf(quote: string, text: string, within: Span): Span[] {
  const places: Span[] = []
  if (quote === '') return places
  const from = Math.max(0, within.start)
  const slice = text.slice(from, Math.max(from, within.end))
  for (let at = slice.indexOf(quote); at >= 0; at = slice.indexOf(quote, at + 1)) {
    places.push({ start: from + at, end: from + at + quote.length })
  }
  return places
}

/** Characters of the context on either side from which on it is the record's own. */
const enough = 2

/**
 * The score counts characters next to the place that are those of the record's context; where too few
 * are, it is in doubt.
 */
export function inContext(record: AnchoredRecord, text: string, spans: readonly Span[]): Found {
  const { prefix, suffix } = record
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
  const before = lfView(text.slice(Math.max(0, start - 2 * prefix.length), start))
  const after = lfView(text.slice(end, end + 2 * suffix.length))
  let left = 0
  while (left < prefix.length && before.at(-1 - left) === prefix.at(-1 - left)) left++
  let right = 0
  while (right < suffix.length && after[right] === suffix[right]) right++
  const sides = [
    prefix !== '' && left >= Math.min(enough, prefix.length),
    suffix !== '' && right >= Math.min(enough, suffix.length),
  ]
  // Of 富润富润 it has to be known on both sides which one it is.
  const hasTwin = record.quote.some((each) => each !== '' && (prefix + suffix).includes(each))
  const isOwn =
    hasTwin && prefix !== '' && suffix !== ''
      ? !sides.includes(false)
      : sides.includes(true) || prefix + suffix === ''
  return { spans, score: left + right, ...(isOwn ? {} : { doubt: 'moved' }) }
}
