/** Places of Web Annotations in a text: positions where they lead to the words that are said, else the words. */

import { quoteSearch } from '../../annotation/anchor/by-quote.ts'
import { textView } from '../../annotation/record/selectors.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { ReadMention } from '../format/model.ts'
import { quotedPlace, sameWords } from '../our-page/quotes.ts'
import { type Quoted, type SpanReader, spanReader } from '../our-page/span-reader.ts'
import { lfText } from '../our-page/text-positions.ts'

export interface TextPlaces {
  /** With LF newlines. */
  readonly text: string
  /** `undefined` where positions are not those of any characters. */
  spanOf: SpanReader['spanOf']
  /** Where a quote stands; a number of places where its context does not tell one from another. */
  placeOf(quote: Quote): QuotePlace | number
}

export interface Quote {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

export interface QuotePlace {
  readonly span: Span
  /** Only a part of the context is there. */
  readonly doubt?: 'moved'
}

/**
 * UTF-16 units of text through which the quotes of one page are looked for: 10,000 quotes in 50,000 characters.
 * The others have no place then.
 */
const longestSearch = 500_000_000

/** By how much the context of a place has to fit better than that of the next one, of 2. */
const clearly = 0.2

/** `quotes` are those of all targets. */
export function textPlaces(text: string, quotes: readonly Quoted[]): TextPlaces {
  let left = longestSearch
  let search: ReturnType<typeof quoteSearch> | undefined
  /** How much of the context stands right beside a place, and how much in about its place: 0 to 2. */
  const fits = ({ prefix, suffix }: Quote, { start, end }: Span, score: number): number => {
    const before = commonEnd(prefix, text.slice(Math.max(0, start - prefix.length), start))
    const behind = commonStart(suffix, text.slice(end, end + suffix.length))
    return score + (before + behind) / Math.max(1, prefix.length + suffix.length)
  }
  return {
    text,
    spanOf: spanReader(text, quotes).spanOf,
    placeOf(said) {
      const { quote, prefix, suffix } = said
      left -= 2 * text.length
      if (left < 0) return 0
      const whole = prefix + quote + suffix
      const at = text.indexOf(whole)
      if (at >= 0 && !text.includes(whole, at + 1)) {
        const start = at + prefix.length
        return { span: { start, end: start + quote.length } }
      }
      search ??= quoteSearch(textView(text))
      const places = search
        .exact({ at: [[0, 0]], quote: [quote], prefix, suffix })
        .flatMap(({ spans: [span], score }) =>
          span === undefined ? [] : [{ span, fits: fits(said, span, score) }],
        )
        .sort((a, b) => b.fits - a.fits)
      const [best, next] = places
      if (best === undefined) return 0
      const isClear = next === undefined || best.fits - next.fits >= clearly
      return isClear ? { span: best.span, doubt: 'moved' } : places.length
    },
  }
}

type Place = Pick<ReadMention, 'spans' | 'quote' | 'prefix' | 'suffix' | 'doubt'>

/** The place of all targets together, or why there is none. */
export function placesOf(target: Json | undefined, places: TextPlaces): Place | Wording {
  const targets = listOf(target).filter(isObject)
  const found: FoundPlace[] = []
  for (const each of targets) {
    const place = targetPlace(each, places)
    if (typeof place === 'string') return place
    found.push(place)
  }
  const place = quotedPlace(found)
  if (place.spans.length === 0) return nowhere()
  const prefix = found[0]?.prefix
  const suffix = found.at(-1)?.suffix
  const doubt = found.find((each) => each.doubt !== undefined)?.doubt
  return {
    ...place,
    ...defined({ prefix, suffix, doubt }),
  }
}

const nowhere = (): Wording => t('is at no place of the text.')

interface FoundPlace extends QuotePlace {
  readonly quote: string | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
}

function targetPlace(target: JsonObject, places: TextPlaces): FoundPlace | Wording {
  const { positions, ...said } = selected(target)
  const span = positions && places.spanOf(...positions)
  const { quote, prefix = '', suffix = '' } = said
  if (!quote) return span === undefined ? nowhere() : { span, ...said }
  if (span !== undefined && sameWords(sliceSpan(places.text, span), quote)) {
    return { span, ...said }
  }
  const place = places.placeOf({ quote, prefix, suffix })
  if (typeof place !== 'number') return { ...place, ...said }
  // Who imports looks for words that are only like these, near the position.
  if (span !== undefined) return { span, ...said }
  return place < 2 ? nowhere() : t('could be at {0} places of the text.', place)
}

interface Selected {
  readonly positions: readonly [start: number, end: number] | undefined
  /** With LF newlines. */
  readonly quote: string | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
}

function selected(target: JsonObject): Selected {
  const selectors = selectorsOf(own(target, 'selector'), 4)
  const quoted = selectors.find((each) => isOfType(each, 'TextQuoteSelector'))
  const textOf = (key: string): string | undefined => {
    const text = quoted && stringOf(quoted, key)
    return text === undefined ? undefined : lfText(text).text
  }
  return {
    positions: selectors.map(positionsOf).find((each) => each !== undefined),
    quote: textOf('exact'),
    prefix: textOf('prefix'),
    suffix: textOf('suffix'),
  }
}

/** The words at the positions of all targets. */
export function quotedPositions(target: Json | undefined): readonly Quoted[] {
  return listOf(target)
    .filter(isObject)
    .map(selected)
    .flatMap(({ positions, quote }): readonly Quoted[] =>
      positions === undefined || !quote ? [] : [[...positions, quote]],
    )
}

/** Selectors, with those of a choice and those that refine another, so many levels deep. */
function selectorsOf(json: Json | undefined, levels: number): readonly JsonObject[] {
  if (levels === 0) return []
  return listOf(json)
    .filter(isObject)
    .flatMap((each) => [
      each,
      ...selectorsOf(own(each, 'refinedBy'), levels - 1),
      ...selectorsOf(own(each, 'items'), levels - 1),
    ])
}

function isOfType(selector: JsonObject, type: string): boolean {
  return listOf(own(selector, 'type')).includes(type)
}

/** Of a position, or of a fragment `char=3,5` (RFC 5147). */
function positionsOf(selector: JsonObject): readonly [start: number, end: number] | undefined {
  const fragment = isOfType(selector, 'FragmentSelector') ? stringOf(selector, 'value') : undefined
  const [, from, to] = /^char=(\d{1,9}),(\d{1,9})(?:;|$)/.exec(fragment ?? '') ?? []
  if (to !== undefined) return [Number(from), Number(to)]
  if (!isOfType(selector, 'TextPositionSelector')) return undefined
  const [start, end] = [numberOf(selector, 'start'), numberOf(selector, 'end')]
  return start === undefined || end === undefined || start >= end ? undefined : [start, end]
}

function commonEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}

function commonStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}
