/** Names in the text as mentions; elements that point to the next are one. */
import type { Schema } from '../../annotation/schema/schema.ts'
import type { Span } from '../../text/span.ts'
import type { ReadMention } from '../format/model.ts'
import { tidySpans } from '../our-page/parts.ts'
import { withoutBlanks } from '../our-page/tokens.ts'
import { idOfXml, textOfWord, typesOfElements } from './names.ts'
import { type Remarks, statementOf } from './read-statement.ts'
import type { TextElement } from './text.ts'
import type { TeiFile } from './tree.ts'

export interface InlineContext {
  readonly schema: Schema
  readonly remarks: Remarks
  readonly ours: boolean
}

export function mentionsOfText(
  { text, elements }: TeiFile,
  { schema, remarks, ours }: InlineContext,
): readonly { readonly xmlId: string; readonly mention: ReadMention }[] {
  const byPointer = new Map<string, TextElement>()
  for (const element of elements) {
    const id = element.attributes.get('xml:id')
    if (id !== undefined) byPointer.set(`#${id}`, element)
  }
  const types = new Set(schema.types.map(({ name }) => name))
  return elements.flatMap((element, i) => {
    const { name, attributes } = element
    const base = typesOfElements.get(name)
    if (base === undefined || byPointer.has(attributes.get('prev') ?? '')) return []
    const said = attributes.get('type')
    const word = said === undefined ? undefined : textOfWord(said)
    // In files of others `type` may say of what kind a person is.
    const counts = word !== undefined && (ours || base === 'name' || types.has(word))
    const parts = piecesOf(element, byPointer)
    const spans = tidySpans(
      ours
        ? parts
        : parts.map((part) => withoutBlanks(text, part)).filter((part) => part !== undefined),
    )
    if (spans.length === 0) return []
    const xmlId = attributes.get('xml:id') ?? `${name}-${i + 1}`
    const statement = statementOf(attributes, xmlId, remarks)
    const id = idOfXml('m', xmlId) ?? xmlId
    return [{ xmlId, mention: { ...statement, id, type: counts ? word : base, spans } }]
  })
}

function piecesOf(
  first: TextElement,
  byPointer: ReadonlyMap<string, TextElement>,
): readonly Span[] {
  const pieces = new Set<TextElement>()
  // A circle of pointers ends where it began.
  for (let at: TextElement | undefined = first; at !== undefined && !pieces.has(at); ) {
    pieces.add(at)
    at = byPointer.get(at.attributes.get('next') ?? '')
  }
  return [...pieces]
}
