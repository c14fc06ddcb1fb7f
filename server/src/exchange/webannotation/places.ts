/** Places of Web Annotations in a text: positions where they are there, else quotes that are unique. */

import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { ReadMention } from '../format/model.ts'
import { quotedPlace } from '../our-page/quotes.ts'
import { type Quoted, type SpanReader, spanReader } from '../our-page/span-reader.ts'

export interface TextPlaces {
  readonly spanOf: SpanReader['spanOf']
  /** Where a quote stands with its context; `undefined` for nowhere and for several places. */
  onlyPlace(quote: Quote): Span | undefined
}

export interface Quote {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * UTF-16 units of text through which the quotes of one page are looked for: 10,000 quotes in 50,000 characters.
 * The others have no place then.
 */
const longestSearch = 500_000_000

/** `quotes` are those of all targets. */
export function textPlaces(text: string, quotes: readonly Quoted[]): TextPlaces {
  let left = longestSearch
  return {
    spanOf: spanReader(text, quotes).spanOf,
    onlyPlace({ quote, prefix, suffix }) {
      left -= text.length
      if (left < 0) return undefined
      const whole = prefix + quote + suffix
      const at = text.indexOf(whole)
      if (at < 0 || text.includes(whole, at + 1)) return undefined
      const start = at + prefix.length
      return { start, end: start + quote.length }
    },
  }
}

type Place = Pick<ReadMention, 'spans' | 'quote' | 'prefix' | 'suffix'>

/** The place of all targets together; `undefined` where one of them is not in the text. */
export function placesOf(target: Json | undefined, places: TextPlaces): Place | undefined {
  const targets = listOf(target).filter(isObject)
  const found = targets.map((each) => placeOf(each, places)).filter((each) => each !== undefined)
  if (found.length === 0 || found.length < targets.length) return undefined
  const prefix = found[0]?.prefix
  const suffix = found.at(-1)?.suffix
  return {
    ...quotedPlace(found),
    ...defined({ prefix, suffix }),
  }
}

interface FoundPlace {
  readonly span: Span
  readonly quote: string | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
}

function placeOf(target: JsonObject, { spanOf, onlyPlace }: TextPlaces): FoundPlace | undefined {
  const { start, end, quote, prefix, suffix } = selectorsOf(target)
  const span = start !== undefined && end !== undefined ? spanOf(start, end) : undefined
  if (span !== undefined) return { span, quote, prefix, suffix }
  if (!quote) return undefined
  const found = onlyPlace({ quote, prefix: prefix ?? '', suffix: suffix ?? '' })
  return found && { span: found, quote, prefix, suffix }
}

interface Selectors {
  readonly start: number | undefined
  readonly end: number | undefined
  readonly quote: string | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
}

function selectorsOf(target: JsonObject): Selectors {
  const selectors = listOf(own(target, 'selector')).filter(isObject)
  const byType = (type: string): JsonObject | undefined =>
    selectors.find((selector) => listOf(own(selector, 'type')).includes(type))
  const quoted = byType('TextQuoteSelector')
  const position = byType('TextPositionSelector')
  return {
    start: position && numberOf(position, 'start'),
    end: position && numberOf(position, 'end'),
    quote: quoted && stringOf(quoted, 'exact'),
    prefix: quoted && stringOf(quoted, 'prefix'),
    suffix: quoted && stringOf(quoted, 'suffix'),
  }
}

/** The words at the positions of all targets. */
export function quotedPositions(target: Json | undefined): readonly Quoted[] {
  return listOf(target)
    .filter(isObject)
    .map(selectorsOf)
    .flatMap(({ start, end, quote }): readonly Quoted[] =>
      start === undefined || end === undefined || !quote ? [] : [[start, end, quote]],
    )
}
