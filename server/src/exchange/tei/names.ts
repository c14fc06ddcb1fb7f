/** Names in TEI: elements for types, words for attributes that allow no blanks, and ids of XML. */
import { isKindOf, type Schema } from '../../annotation/schema/schema.ts'

/** What TEI has an element for; all other types are a `name` with their type. */
const elements: ReadonlyMap<string, string> = new Map([
  ['Person', 'persName'],
  ['Organization', 'orgName'],
  ['Place', 'placeName'],
  ['Date', 'date'],
  ['Figure', 'measure'],
])

/** Elements that are mentions, with the type that they say. */
export const typesOfElements: ReadonlyMap<string, string> = new Map([
  ...[...elements].map(([type, element]): [string, string] => [element, type]),
  ...['settlement', 'district', 'region', 'country', 'geogName'].map((name): [string, string] => [
    name,
    'Place',
  ]),
  ['num', 'Figure'],
  ['name', 'name'],
  ['rs', 'name'],
])

/** `type`: where the element alone does not say it. Kinds of a person are persons too. */
export function elementOfType(
  schema: Schema,
  type: string,
): { readonly element: string; readonly type: string | undefined } {
  for (const [kind, element] of elements) {
    if (type === kind) return { element, type: undefined }
    if (isKindOf(schema, type, kind)) return { element, type }
  }
  return { element: 'name', type }
}

/** A word as TEI wants it: other characters are their code, as `has%0020space`. */
export function wordOf(text: string): string {
  const word = text.replace(/[^\p{L}\p{N}\p{P}\p{S}]|%/gu, (character) =>
    character.replace(/[\s\S]/g, (unit) => `%${hex(unit)}`),
  )
  return word === '' ? '%' : word
}

/** Total: what is no code stays as it is. */
export function textOfWord(word: string): string {
  if (word === '%') return ''
  return word.replace(/%([0-9A-F]{4})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** An `xml:id` for an id of ours; `prefix` tells the kinds apart: `m-` and the id, odd characters as `_4E3E`. */
export function xmlIdOf(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9.-]/g, (unit) => `_${hex(unit)}`)}`
}

/** The id for which `xmlIdOf` gives this one; `undefined` for an id of another kind. */
export function idOfXml(prefix: string, xmlId: string): string | undefined {
  if (!xmlId.startsWith(`${prefix}-`)) return undefined
  return xmlId
    .slice(prefix.length + 1)
    .replace(/_([0-9A-F]{4})/g, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
}

function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
