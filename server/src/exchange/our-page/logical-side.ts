/** The map of a logical text as a line of the side file, and annotations brought home by it. */

import type { Piece } from '../../text/offset-map.ts'
import type { Span } from '../../text/span.ts'
import { isObject, type JsonObject, own, parseJson } from '../../values/json.ts'
import { withKeys } from '../../values/with-keys.ts'
import { isJsonList, listOf, stringOf } from '../file/json-values.ts'
import type { ExchangeMention, ReadMention, ReadPage } from '../format/model.ts'
import { type LogicalMap, sourceSpans } from './logical-text.ts'
import {
  jsonOfMention,
  jsonOfRelation,
  mentionOfJson,
  relationOfJson,
  spansOfJson,
} from './side-file.ts'
import { codePoints, type Positions } from './text-positions.ts'

/** `source` is the page's text with LF newlines. Positions in the line are code points. */
export function logicalLine(path: string, source: string, logical: LogicalMap): string {
  const inSource = codePoints(source)
  const inLogical = codePoints(logical.text)
  const pieces = logical.map.pieces.map((piece) => [
    inLogical.toPosition(piece.logical),
    inSource.toPosition(piece.source),
    inSource.toPosition(piece.source + piece.length) - inSource.toPosition(piece.source),
  ])
  const exact = [...logical.exact].map(([id, spans]) => [
    id,
    spans.map(({ start, end }) => [inSource.toPosition(start), inSource.toPosition(end)]),
  ])
  const line = {
    kind: 'text',
    page: path,
    text: logical.text,
    pieces,
    exact: Object.fromEntries(exact),
    outside: logical.outside.map((mention) => jsonOfMention(mention, inSource)),
    outsideRelations: logical.outsideRelations.map(jsonOfRelation),
  }
  return `${JSON.stringify(line)}\n`
}

/** A line that `logicalLine` wrote, before the page's text is there to count in. */
export interface LogicalSide {
  readonly page: string
  /** The logical text, which `ReadContext.text` gives. */
  readonly text: string
  readonly line: JsonObject
}

/** Those of a side file by path of the page. Total. */
export function readLogicalSides(text: string): ReadonlyMap<string, LogicalSide> {
  const sides = new Map<string, LogicalSide>()
  for (const each of text.split('\n')) {
    const line = each.includes('"pieces"') ? parseJson(each) : undefined
    if (!isObject(line) || own(line, 'kind') !== 'text') continue
    const page = stringOf(line, 'page')
    const logical = stringOf(line, 'text')
    if (page !== undefined && logical !== undefined) sides.set(page, { page, text: logical, line })
  }
  return sides
}

/** The line again, for the page as it is called now. */
export function lineOf({ line }: LogicalSide, page: string): string {
  return `${JSON.stringify({ ...line, page })}\n`
}

/** How much is in it that no logical text has: mentions and relations outside, and exact places. */
export function sizesOf({ line }: LogicalSide): {
  readonly outside: number
  readonly relations: number
  readonly exact: number
} {
  const exact = own(line, 'exact')
  return {
    outside: listOf(own(line, 'outside')).length,
    relations: listOf(own(line, 'outsideRelations')).length,
    exact: isObject(exact) ? Object.keys(exact).length : 0,
  }
}

/** The map for the page whose text with LF newlines is `source`. */
export function logicalMapOf({ text, line }: LogicalSide, source: string): LogicalMap {
  const inSource = codePoints(source)
  const inLogical = codePoints(text)
  const pieces = listOf(own(line, 'pieces')).flatMap((piece): Piece[] => {
    const [logical, from, length] = isJsonList(piece) ? piece.map(Number) : []
    if (logical === undefined || from === undefined || length === undefined) return []
    const start = inSource.toOffset(from)
    const at = inLogical.toOffset(logical)
    return [{ logical: at, source: start, length: inSource.toOffset(from + length) - start }]
  })
  const exact = own(line, 'exact')
  const mentions = listOf(own(line, 'outside')).map(mentionOfJson)
  const relations = listOf(own(line, 'outsideRelations')).map(relationOfJson)
  return {
    text,
    map: { pieces },
    exact: new Map(
      Object.entries(isObject(exact) ? exact : {}).map(([id, ranges]) => [
        id,
        spansOfJson(ranges).map((span) => offsetsOf(span, inSource)),
      ]),
    ),
    outside: mentions
      .filter((mention) => mention !== undefined)
      .map((mention) => ({
        ...mention,
        spans: mention.spans.map((span) => offsetsOf(span, inSource)),
      })),
    outsideRelations: relations.filter((relation) => relation !== undefined),
  }
}

function offsetsOf({ start, end }: Span, { toOffset }: Positions): Span {
  return { start: toOffset(start), end: toOffset(end) }
}

/**
 * A page read in its logical text, restored where that is wanted, with all places in the source. A mention
 * gets its exact spans back where it still covers what it did. `read.text` is `logical.text`.
 */
export function sourceReading(read: ReadPage, logical: LogicalMap, source: string): ReadPage {
  const mentions = read.mentions.flatMap((mention): ReadMention[] => {
    const spans = sourceSpans(source, logical.map, mention.spans)
    if (spans.length === 0) return []
    const { quote, prefix, suffix, ...rest } = mention
    const exact = logical.exact.get(mention.id)
    const same = exact !== undefined && covered(source, exact) === covered(source, spans)
    return [withKeys(rest, { spans: same ? exact : spans })]
  })
  const outside: readonly ExchangeMention[] = logical.outside
  const ids = new Set([...mentions, ...outside].map(({ id }) => id))
  return {
    ...read,
    text: source,
    mentions: [...mentions, ...outside],
    relations: [...read.relations, ...logical.outsideRelations].filter(
      ({ from, to }) => ids.has(from) && ids.has(to),
    ),
  }
}

/** What spans say, without white space. */
function covered(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, '')).join('')
}
