/** Where the text of an annotation that edits took away or damaged stands again: only in what came in its place. */
import { type Changes, type Replaced, replacedIn, spanThrough } from '../../text/changes.ts'
import { containsSpan, overlaps, type Span, sliceSpan } from '../../text/span.ts'
import type { Claim } from '../anchor/claims.ts'

type Found = Omit<Claim, 'index'>

interface Texts {
  readonly old: string
  readonly now: string
}

/**
 * All pieces, each where what is left of it stands with what it lost, or in what replaced the passage
 * in which it stood. `spans` count in the old text. `undefined` where a piece is not to be found.
 */
export function foundAgain(
  spans: readonly Span[],
  changes: Changes,
  texts: Texts,
): Found | undefined {
  const found = spans.map((span) => pieceAgain(span, changes, texts))
  const pieces = found.filter((piece) => piece !== undefined)
  if (pieces.length < spans.length || pieces.length === 0) return undefined
  const isApart = pieces.every(
    ({ span }, i) => !pieces.slice(i + 1).some((other) => overlaps(span, other.span)),
  )
  if (!isApart) return undefined
  return {
    spans: pieces.map(({ span }) => span),
    score: pieces.reduce((sum, { score }) => sum + score, 0),
    ...(pieces.every(({ isSure }) => isSure) ? {} : { doubt: 'moved' }),
  }
}

/** UTF-16 units that a passage has more than the pieces in it, so that it is no other one by chance. */
const passage = 8

/**
 * All pieces in a passage that was cut out and is `inserted` elsewhere as a whole: the text in one edit
 * that replaced nothing else of the old text.
 */
export function cutAndPasted(
  spans: readonly Span[],
  changes: Changes,
  { old, now }: Texts,
  inserted: Span,
): Found | undefined {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
  const [replaced] = replacedIn(changes, { start, end })
  if (replaced === undefined || !spans.every((each) => containsSpan(replaced.old, each))) {
    return undefined
  }
  const length = spans.reduce((sum, each) => sum + each.end - each.start, 0)
  const cut = sliceSpan(old, replaced.old)
  if (cut.length < length + passage) return undefined
  const [place, other] = placesOf(cut, now, inserted)
  if (place === undefined || other !== undefined) return undefined
  const shift = place - replaced.old.start
  return {
    spans: spans.map((each) => ({ start: each.start + shift, end: each.end + shift })),
    score: sure,
  }
}

/**
 * What was marked, in one piece, around what is left of it in `span`, with text that was just
 * `inserted`: for a record of which nobody remembers how it stood before it was changed.
 */
export function wholeAround(
  marked: readonly string[],
  spans: readonly Span[],
  text: string,
  inserted: Span,
): Found | undefined {
  const [[words = '', ...others], [left]] = [marked, spans]
  if (others.length > 0 || words === '' || left === undefined) return undefined
  const quote = text.includes('\r\n') ? words.replaceAll('\n', '\r\n') : words
  const around = { start: left.end - quote.length, end: left.start + quote.length }
  const places = placesOf(quote, text, around)
    .map((start) => ({ start, end: start + quote.length }))
    .filter((each) => containsSpan(each, left) && overlaps(each, inserted))
  const [place, other] = places
  if (place === undefined || other !== undefined || left.start === left.end) return undefined
  // Of 工会工会 it cannot be said which 工会 is left.
  const isOnce = quote.indexOf(sliceSpan(text, left)) === quote.lastIndexOf(sliceSpan(text, left))
  return { spans: [place], score: sure, ...(isOnce ? {} : { doubt: 'moved' }) }
}

interface Piece {
  readonly span: Span
  /** Characters that are the same on both sides of it. */
  readonly score: number
  readonly isSure: boolean
}

/** More characters than are ever compared. */
const sure = 1000

function pieceAgain(span: Span, changes: Changes, texts: Texts): Piece | undefined {
  const replaced = replacedIn(changes, span)
  const [first] = replaced
  if (first === undefined) return { span: spanThrough(changes, span), score: sure, isSure: true }
  if (containsSpan(first.old, span)) return inReplaced(span, first, texts)
  // Each character that is left is where it was: what is missing has to stand right beside it.
  const { whole, isSure } = widened(span, changes, texts)
  const isWhole = sliceSpan(texts.now, whole) === sliceSpan(texts.old, span)
  return isWhole ? { span: whole, score: sure, isSure } : undefined
}

/**
 * What is left of a span, with what it lost at its edges where that stands there again; not sure where what came has
 * it twice.
 */
function widened(
  span: Span,
  changes: Changes,
  { old, now }: Texts,
): { readonly whole: Span; readonly isSure: boolean } {
  const replaced = replacedIn(changes, span)
  const left = spanThrough(changes, span)
  const [first, last] = [replaced[0], replaced.at(-1)]
  let { start, end } = left
  let isSure = true
  const isOnce = (lost: string, { new: came }: Replaced): boolean =>
    placesOf(lost, now, came).length === 1
  if (first !== undefined && first.old.start <= span.start) {
    const head = old.slice(span.start, first.old.end)
    if (sliceSpan(now, first.new).endsWith(head)) start = first.new.end - head.length
    isSure &&= isOnce(head, first)
  }
  if (last !== undefined && last.old.end >= span.end) {
    const tail = old.slice(last.old.start, span.end)
    if (sliceSpan(now, last.new).startsWith(tail)) end = last.new.start + tail.length
    isSure &&= isOnce(tail, last)
  }
  return { whole: { start, end }, isSure }
}

/** UTF-16 units that are searched while one types, and places that are compared. */
const furthest = 4000
const mostPlaces = 40
/** Units of context that are compared on either side, and those on both from which on it is its own. */
const reach = 64
const enough = 2

/**
 * In what replaced the passage: from one of its edges up to the place nothing has changed, or the
 * place is like no other. Where two are alike, nobody knows which it is.
 */
function inReplaced(span: Span, replaced: Replaced, { old, now }: Texts): Piece | undefined {
  const quote = sliceSpan(old, span)
  if (replaced.new.end - replaced.new.start > furthest) return undefined
  const places = placesOf(quote, now, replaced.new)
  const twins = placesOf(quote, old, replaced.old).filter((start) => start !== span.start)
  if (places.length === 0 || places.length + twins.length > mostPlaces) return undefined
  const likenessOf = (start: number, place: number) =>
    likeness({ start, place, length: quote.length }, replaced, { old, now })
  const [best, next] = places
    .map((place) => ({ place, ...likenessOf(span.start, place) }))
    .sort((a, b) => b.score - a.score)
  if (best === undefined || best.score === next?.score) return undefined
  if (twins.some((twin) => likenessOf(twin, best.place).score >= best.score)) return undefined
  const { place, score } = best
  // From an edge on nothing has changed up to it: but another one may have come in front of it.
  const isSure = best.isSure && next === undefined && twins.length === 0
  return { span: { start: place, end: place + quote.length }, score, isSure }
}

function likeness(
  { start, place, length }: Record<'start' | 'place' | 'length', number>,
  replaced: Replaced,
  { old, now }: Texts,
): { readonly score: number; readonly isSure: boolean } {
  const [end, placeEnd] = [start + length, place + length]
  const inFront = [start - replaced.old.start, place - replaced.new.start] as const
  const behind = [replaced.old.end - end, replaced.new.end - placeEnd] as const
  let left = 0
  while (left < reach && left < start && old[start - 1 - left] === now[place - 1 - left]) left++
  let right = 0
  while (right < reach && end + right < old.length && old[end + right] === now[placeEnd + right])
    right++
  const isFromEdge =
    (inFront[0] === inFront[1] && left >= Math.min(reach, inFront[0])) ||
    (behind[0] === behind[1] && right >= Math.min(reach, behind[0]))
  if (isFromEdge) return { score: sure, isSure: true }
  return { score: left + right, isSure: left >= enough && right >= enough }
}

/** Starts of all places of a text that lie in a span; none of an empty one. */
function placesOf(quote: string, text: string, within: Span): readonly number[] {
  const places: number[] = []
  if (quote === '') return places
  const from = Math.max(0, within.start)
  const slice = text.slice(from, Math.max(from, within.end))
  for (let at = slice.indexOf(quote); at >= 0; at = slice.indexOf(quote, at + 1)) {
    places.push(from + at)
  }
  return places
}
