/** Names in the text as mentions; elements that point to the next are one. */
import type { Schema } from '../../annotation/schema/schema.ts'
import type { Span } from '../../text/span.ts'
import { withKeys } from '../../values/with-keys.ts'
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
  const types = new Set(schema.types.map(({ name }) => name))
  const chains = chainsOf(elements)
  return elements.flatMap((element, i) => {
    const { name, attributes } = element
    const base = typesOfElements.get(name)
    const parts = chains.get(element)
    if (base === undefined || parts === undefined) return []
    const said = attributes.get('type')
    const word = said === undefined ? undefined : textOfWord(said)
    // In files of others `type` may say of what kind a person is.
    const counts = word !== undefined && (ours || base === 'name' || types.has(word))
    const spans = tidySpans(
      ours
        ? parts
        : parts.map((part) => withoutBlanks(text, part)).filter((part) => part !== undefined),
    )
    if (spans.length === 0) return []
    const xmlId = attributes.get('xml:id') ?? `${name}-${i + 1}`
    const statement = statementOf(attributes, xmlId, remarks)
    const id = idOfXml('m', xmlId) ?? xmlId
    return [{ xmlId, mention: withKeys(statement, { id, type: counts ? word : base, spans }) }]
  })
}

/**
 * The pieces of a name by its first element: those to which it leads by `next`. Each element is in one name only,
 * so that chains which run into each other take no longer than they are.
 */
function chainsOf(elements: readonly TextElement[]): ReadonlyMap<TextElement, readonly Span[]> {
  const byPointer = new Map<string, TextElement>()
  for (const element of elements) {
    const id = element.attributes.get('xml:id')
    if (id !== undefined) byPointer.set(`#${id}`, element)
  }
  const following = (element: TextElement): TextElement | undefined =>
    byPointer.get(element.attributes.get('next') ?? '')
  const followed = new Set(elements.map(following))
  const first = elements.filter(
    ({ name, attributes }) =>
      typesOfElements.has(name) && !byPointer.has(attributes.get('prev') ?? ''),
  )
  const taken = new Set<TextElement>()
  const chains = new Map<TextElement, readonly Span[]>()
  // What nothing leads to comes first; of a circle its first element begins.
  for (const element of [...first.filter((each) => !followed.has(each)), ...first]) {
    if (taken.has(element)) continue
    const pieces: Span[] = []
    for (let at: TextElement | undefined = element; at && !taken.has(at); at = following(at)) {
      taken.add(at)
      pieces.push(at)
    }
    chains.set(element, pieces)
  }
  return chains
}
