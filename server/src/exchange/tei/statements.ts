/** What TEI says of a mention or relation in attributes and notes, beside its place and its type. */
import type { JsonObject } from '../../values/json.ts'
import { plainJson } from '../cas/features.ts'
import { allowedXml, escapeXml, xmlAttributes } from '../file/xml.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'

export type Statement = ExchangeMention | ExchangeRelation

/** People by name, as the `xml:id` under which the header has them. */
export type People = ReadonlyMap<string, string>

export function peopleOf({ mentions, relations }: ExchangePage): People {
  const people = new Map<string, string>()
  for (const { who } of [...mentions, ...relations]) {
    if (who !== undefined && !people.has(who)) people.set(who, `who-${people.size + 1}`)
  }
  return people
}

export const statuses = ['suggested', 'rejected'] as const

/** `analysis`: further pointers. */
export function statementAttributes(
  { status, confidence, who }: Statement,
  people: People,
  analysis: readonly string[] = [],
): readonly (readonly [string, string | undefined])[] {
  const pointers = status === 'accepted' ? analysis : [...analysis, `#status-${status}`]
  const person = who === undefined ? undefined : people.get(who)
  return [
    ['ana', pointers.length === 0 ? undefined : pointers.join(' ')],
    ['cert', confidence === undefined ? undefined : `${confidence}`],
    ['resp', person === undefined ? undefined : `#${person}`],
  ]
}

/** The note, and as JSON what TEI has no word for; empty where there is neither. `key`: the entity is in one. */
export function statementNotes(statement: Statement, key: boolean): string {
  const { note } = statement
  const hidden = {
    ...jsonOfParts(statement, ['source', 'attributes', 'unsure', 'reading', 'when', 'extra']),
    ...(key ? {} : jsonOfParts(statement, ['entity'])),
    ...exactParts(statement),
  }
  return [
    ...(note === undefined ? [] : [noteXml(undefined, note)]),
    ...(Object.keys(hidden).length === 0 ? [] : [noteXml('biaozhu', plainJson(hidden))]),
  ].join('')
}

/** An annotation for the notes on what has this id. */
export function notesOn(xmlId: string, notes: string): string {
  const attributes = xmlAttributes([
    ['xml:id', `n-${xmlId}`],
    ['target', `#${xmlId}`],
  ])
  return `<annotation${attributes}>${notes}</annotation>\n`
}

function noteXml(type: string | undefined, text: string): string {
  return `<note${xmlAttributes([['type', type]])}>${escapeXml(text)}</note>`
}

/** Texts with characters that XML forbids. */
function exactParts(statement: Statement): JsonObject {
  const parts = jsonOfParts(statement, ['note', 'who', 'entity'])
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) => typeof value === 'string' && allowedXml(value) !== value,
    ),
  )
}
