/** `Entity` brackets back to mentions. */

import type { Span } from '../../text/span.ts'
import { t, type Wording } from '../../text/wording.ts'
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
  fault: (message: Wording, line: number) => void,
): readonly ReadMention[] {
  const open = new Map<string, Open[]>()
  /** Pieces of mentions that are not whole yet, by entity and number of pieces. */
  const pending = new Map<string, Span[]>()
  const mentions: ReadMention[] = []
  const places = { etype: fields.indexOf('etype'), other: fields.indexOf('other') }
  const close = (eid: string, { span, line }: BracketToken): void => {
    const opened = open.get(eid)?.pop()
    if (opened === undefined) {
      fault(t('The mention {0} ends and has not begun.', eid), line)
      return
    }
    const [, entity = eid, part, parts] = /^(.+)\[(\d+)\/(\d+)\]$/.exec(eid) ?? []
    const key = `${entity}/${parts ?? ''}`
    const spans = pending.get(key) ?? []
    spans.push({ start: opened.start, end: span.end })
    if (part === parts) {
      pending.delete(key)
      mentions.push(mentionOf(opened.values, places, spans, `${entity}.${mentions.length + 1}`))
    } else pending.set(key, spans)
  }
  for (const token of tokens) {
    for (const { text, begins, ends } of bracketsOf(token.entity)) {
      const values = begins ? text.split('-') : []
      const eid = values[0] ?? text
      if (begins) {
        const same = open.get(eid) ?? []
        same.push({ values, start: token.span.start })
        open.set(eid, same)
      }
      if (ends) close(eid, token)
    }
  }
  const last = tokens.at(-1)?.line ?? 1
  for (const eid of [...open].filter(([, left]) => left.length > 0).map(([eid]) => eid)) {
    fault(t('The mention {0} does not end.', eid), last)
  }
  for (const eid of pending.keys()) fault(t('The mention {0} lacks a piece.', eid), last)
  return mentions
}

interface Bracket {
  readonly text: string
  readonly begins: boolean
  readonly ends: boolean
}

/** `(e1-Person-2-`, `(e1-Person-1-)`, `e1)`. */
function bracketsOf(entity: string): readonly Bracket[] {
  const found: Bracket[] = []
  for (let at = 0; at < entity.length; ) {
    const begins = entity[at] === '('
    const start = begins ? at + 1 : at
    let end = start
    while (end < entity.length && entity[end] !== '(' && entity[end] !== ')') end++
    const ends = entity[end] === ')'
    if (end > start && (begins || ends))
      found.push({ text: entity.slice(start, end), begins, ends })
    at = ends ? end + 1 : end
  }
  return found
}

/** Where in a bracket its values stand. */
interface Places {
  readonly etype: number
  readonly other: number
}

function mentionOf(
  values: readonly string[],
  places: Places,
  spans: readonly Span[],
  otherId: string,
): ReadMention {
  const type = unescapeValue(values[places.etype] ?? '')
  const other = jsonOfOther(values[places.other] ?? '')
  const { id = otherId, status = 'accepted', ...parts } = partsOfJson(other)
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
