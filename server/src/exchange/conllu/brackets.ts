/** Mentions as `Entity` brackets of CorefUD: https://wiki.ufal.ms.mff.cuni.cz/corefud_format */

import type { Span } from '../../text/span.ts'
import { type JsonObject, printJson } from '../../values/json.ts'
import { mentionParts } from '../format/holds.ts'
import type { ExchangeMention } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'
import { escapeValue } from './escape.ts'

/** The order of the values inside a bracket. */
export const bracketFields = 'eid-etype-head-other'

interface Piece extends Span {
  /** `e3` or, of a mention in pieces, `e3[1/2]`. */
  readonly eid: string
  readonly values: string
}

/**
 * What stands in `Entity=` at each token, by its index. Mentions begin and end with tokens, their pieces are in the
 * order of the text.
 */
export function entityBrackets(
  mentions: readonly ExchangeMention[],
  tokens: readonly Span[],
): ReadonlyMap<number, string> {
  const starts = new Map(tokens.map(({ start }, i) => [start, i]))
  const ends = new Map(tokens.map(({ end }, i) => [end, i]))
  const opened = new Map<number, Piece[]>()
  const closed = new Map<number, Piece[]>()
  for (const [i, mention] of mentions.entries()) {
    const pieces = mention.spans.map(
      ({ start, end }): Span => ({
        start: starts.get(start) ?? 0,
        end: ends.get(end) ?? 0,
      }),
    )
    const length = pieces.reduce((sum, { start, end }) => sum + end - start + 1, 0)
    const values = `${escapeValue(mention.type)}-${length}-${otherOf(mention)}`
    for (const [n, { start, end }] of pieces.entries()) {
      const part = pieces.length > 1 ? `[${n + 1}/${pieces.length}]` : ''
      const piece = { start, end, eid: `e${i + 1}${part}`, values }
      put(opened, start, piece)
      put(closed, end, piece)
    }
  }
  const brackets = new Map<number, string>()
  for (const at of new Set([...opened.keys(), ...closed.keys()])) {
    const begin = opened.get(at) ?? []
    const singles = begin.filter(({ end }) => end === at)
    // Inner ones close first, outer ones open first; one token alone stands behind those that it is in.
    const closing = (closed.get(at) ?? [])
      .filter(({ start }) => start < at)
      .sort((a, b) => b.start - a.start)
    const opening = begin.filter(({ end }) => end > at).sort((a, b) => b.end - a.end)
    const inside = singles.map(({ eid, values }) => `(${eid}-${values})`)
    const before = opening.length === 0 ? inside : []
    const behind = opening.length === 0 ? [] : inside
    brackets.set(
      at,
      [
        ...before,
        ...closing.map(({ eid }) => `${eid})`),
        ...opening.map(({ eid, values }) => `(${eid}-${values}`),
        ...behind,
      ].join(''),
    )
  }
  return brackets
}

function put(pieces: Map<number, Piece[]>, at: number, piece: Piece): void {
  const same = pieces.get(at)
  if (same === undefined) pieces.set(at, [piece])
  else same.push(piece)
}

/** `key:value` pairs with commas; values are JSON where they are no texts. An accepted mention needs no status. */
function otherOf(mention: ExchangeMention): string {
  const { status, ...parts }: JsonObject = jsonOfParts(mention, mentionParts)
  const said: JsonObject = status === 'accepted' ? parts : { ...parts, status: status ?? '' }
  return Object.entries(said)
    .map(
      ([key, value]) =>
        `${key}:${escapeValue(typeof value === 'string' ? value : printJson(value))}`,
    )
    .join(',')
}
