/** `Entity` brackets back to mentions. */

import type { Span } from '../../text/span.ts'
import { type JsonObject, parseJson } from '../../values/json.ts'
import type { ReadMention } from '../format/model.ts'
import { partsOfJson, tidySpans } from '../our-page/parts.ts'
import { unescapeValue } from './escape.ts'

export interface BracketToken {
  /** One-based, in the file. */
  readonly line: number
  readonly entity: string
  readonly span: Span
}

interface Open {
  readonly values: readonly string[]
  readonly start: number
}

/** `fields` is what `global.Entity` says. A bracket that is never closed is a fault. Total. */
export function readBrackets(
  tokens: readonly BracketToken[],
  fields: readonly string[],
  fault: (message: string, line: number) => void,
): readonly ReadMention[] {
  const open = new Map<string, Open[]>()
  /** Pieces of mentions that are not whole yet, by entity and number of pieces. */
  const pending = new Map<string, Span[]>()
  const mentions: ReadMention[] = []
  const close = (eid: string, { span, line }: BracketToken): void => {
    const opened = open.get(eid)?.pop()
    if (opened === undefined) {
      fault(`The mention ${eid} ends and has not begun.`, line)
      return
    }
    const [, entity = eid, part, parts] = /^(.+)\[(\d+)\/(\d+)\]$/.exec(eid) ?? []
    const key = `${entity}/${parts ?? ''}`
    const spans = [...(pending.get(key) ?? []), { start: opened.start, end: span.end }]
    if (part === parts) {
      pending.delete(key)
      mentions.push(mentionOf(opened.values, fields, spans, `${entity}.${mentions.length + 1}`))
    } else pending.set(key, spans)
  }
  for (const token of tokens) {
    for (const [, opening, single, closing] of token.entity.matchAll(item)) {
      const values = (opening ?? '').split('-')
      const eid = closing ?? values[0] ?? ''
      if (closing === undefined) {
        open.set(eid, [...(open.get(eid) ?? []), { values, start: token.span.start }])
      }
      if (closing !== undefined || single === ')') close(eid, token)
    }
  }
  const last = tokens.at(-1)?.line ?? 1
  for (const eid of [...open].filter(([, left]) => left.length > 0).map(([eid]) => eid)) {
    fault(`The mention ${eid} does not end.`, last)
  }
  for (const eid of pending.keys()) fault(`The mention ${eid} lacks a piece.`, last)
  return mentions
}

/** `(e1-Person-2-`, `(e1-Person-1-)`, `e1)`. */
const item = /\(([^()]+)(\)?)|([^()]+)\)/g

function mentionOf(
  values: readonly string[],
  fields: readonly string[],
  spans: readonly Span[],
  otherId: string,
): ReadMention {
  const fieldOf = (field: string): string => values[fields.indexOf(field)] ?? ''
  const type = unescapeValue(fieldOf('etype'))
  const { id = otherId, status = 'accepted', ...parts } = partsOfJson(jsonOfOther(fieldOf('other')))
  return {
    ...parts,
    id,
    type: type === '' ? 'entity' : type,
    status,
    spans: tidySpans(spans),
  }
}

/** Values that are no texts. */
const jsonKeys: ReadonlySet<string> = new Set(['confidence', 'unsure', 'attributes', 'extra'])

function jsonOfOther(other: string): JsonObject {
  return Object.fromEntries(
    other.split(',').flatMap((pair) => {
      const at = pair.indexOf(':')
      if (at < 0) return []
      const key = pair.slice(0, at)
      const value = unescapeValue(pair.slice(at + 1))
      const json = jsonKeys.has(key) ? parseJson(value) : value
      return json === undefined ? [] : [[key, json]]
    }),
  )
}
