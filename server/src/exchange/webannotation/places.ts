/** Places of Web Annotations in a text: positions where they are there, else quotes that are unique. */

import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import { isObject, type Json, type JsonObject, own } from '../../values/json.ts'
import { listOf, numberOf, stringOf } from '../file/json-values.ts'
import type { ReadMention } from '../format/model.ts'
import { tidySpans } from '../our-page/parts.ts'
import { codePoints, type Positions } from '../our-page/text-positions.ts'

export interface TextPlaces {
  readonly positions: Positions
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

export function textPlaces(text: string): TextPlaces {
  let left = longestSearch
  return {
    positions: codePoints(text),
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
  const spans = tidySpans(found.map(({ span }) => span))
  if (found.length === 0 || found.length < targets.length || spans.length === 0) return undefined
  const quotes = found.map(({ quote }) => quote).filter((quote) => quote !== undefined)
  const prefix = found[0]?.prefix
  const suffix = found.at(-1)?.suffix
  return {
    spans,
    ...(quotes.length === spans.length ? { quote: quotes } : {}),
    ...defined({ prefix, suffix }),
  }
}

interface FoundPlace {
  readonly span: Span
  readonly quote: string | undefined
  readonly prefix: string | undefined
  readonly suffix: string | undefined
}

function placeOf(target: JsonObject, { positions, onlyPlace }: TextPlaces): FoundPlace | undefined {
  const selectors = listOf(own(target, 'selector')).filter(isObject)
  const byType = (type: string): JsonObject | undefined =>
    selectors.find((selector) => listOf(own(selector, 'type')).includes(type))
  const quoted = byType('TextQuoteSelector')
  const quote = quoted && stringOf(quoted, 'exact')
  const prefix = quoted && stringOf(quoted, 'prefix')
  const suffix = quoted && stringOf(quoted, 'suffix')
  const position = byType('TextPositionSelector')
  const start = position && numberOf(position, 'start')
  const end = position && numberOf(position, 'end')
  if (start !== undefined && end !== undefined && start < end) {
    const span = { start: positions.toOffset(start), end: positions.toOffset(end) }
    return { span, quote, prefix, suffix }
  }
  if (!quote) return undefined
  const span = onlyPlace({ quote, prefix: prefix ?? '', suffix: suffix ?? '' })
  return span && { span, quote, prefix, suffix }
}
