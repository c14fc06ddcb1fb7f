/** Type definition: where it is said what the type of the mention under the cursor means. */
import type { TypeDefinition } from '../../annotation/schema/schema.ts'
import { scanJson } from '../../corpus/config/json-scan.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import { type LineIndex, lineIndex } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { isObject, type Json, own, parseJson } from '../../values/json.ts'
import { mentionAt } from '../looking/mention-at.ts'

/** A file that may say what types mean: a corpus.json, or guidelines. */
export interface SchemaText {
  readonly uri: string
  readonly kind: 'config' | 'guidelines'
  readonly text: string
}

export interface PlaceOfType {
  readonly origin: Span
  readonly uri: string
  readonly lines: LineIndex
  /** In that file. */
  readonly span: Span
}

/** In the first of the texts that defines the type; `undefined` beside mentions, and where none does. */
export function typeDefinition(
  { corpus, document }: PageOfCorpus,
  offset: number,
  texts: readonly SchemaText[],
): PlaceOfType | undefined {
  const at = mentionAt(document, offset)
  if (at === undefined) return undefined
  const name = at.mention.type
  const type = corpus.schema.types.find((each) => each.name === name)
  for (const { uri, kind, text } of texts) {
    const span = kind === 'config' ? inConfig(text, name) : inGuidelines(text, name, type)
    if (span !== undefined) return { origin: at.span, uri, lines: lineIndex(text), span }
  }
  return undefined
}

/** Its name in the list `schema.types` of a corpus.json. */
function inConfig(text: string, name: string): Span | undefined {
  const schema = part(parseJson(text), 'schema')
  const types = part(schema, 'types')
  if (!isList(types)) return undefined
  const index = types.findIndex((each) => each === name || part(each, 'name') === name)
  if (index < 0) return undefined
  const path = ['schema', 'types', index]
  return scanJson(text).placeOf(types[index] === name ? path : [...path, 'name'])
}

/** The first line that begins with its name, as a row of a table or a heading does; else with one of its labels. */
function inGuidelines(
  text: string,
  name: string,
  type: Pick<TypeDefinition, 'label' | 'labelZh'> | undefined,
): Span | undefined {
  for (const word of [name, type?.label, type?.labelZh]) {
    if (word === undefined || word === '') continue
    for (const { index, 0: line, groups = {} } of text.matchAll(lineStarts)) {
      const { words = '' } = groups
      if (!words.startsWith(word) || /^[\p{L}\p{N}_-]/u.test(words.slice(word.length))) continue
      return { start: index, end: index + line.length }
    }
  }
  return undefined
}

/** A line, and what it says behind signs of a table, a list, a heading or emphasis, and behind a number of its own. */
const lineStarts = /^[^\p{L}\p{N}\r\n]*(?:\d[\d.]{0,8}[^\p{L}\p{N}\r\n]+)?(?<words>[^\r\n]+)$/gmu

function part(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? own(value, key) : undefined
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
