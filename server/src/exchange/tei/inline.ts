/** Mentions as elements in the text; what these cannot say is in annotations that point to them. */
import type { Schema } from '../../annotation/schema/schema.ts'
import { xmlAttributes } from '../file/xml.ts'
import type { ExchangeMention } from '../format/model.ts'
import type { InlineElement } from './body.ts'
import { elementOfType, wordOf, xmlIdOf } from './names.ts'
import { notesOn, type People, statementAttributes, statementNotes } from './statements.ts'

/** The pieces of a mention are elements that point to the next and to the one before. */
export function inlineElements(
  mentions: readonly ExchangeMention[],
  schema: Schema,
  people: People,
): readonly InlineElement[] {
  return mentions.flatMap((mention) => {
    const { element, type } = elementOfType(schema, mention.type)
    return mention.spans.map(({ start, end }, i): InlineElement => {
      const attributes = xmlAttributes([
        ['xml:id', pieceId(mention, i)],
        ['type', type === undefined ? undefined : wordOf(type)],
        ...(i === 0 ? statementAttributes(mention, people) : []),
        ['key', i === 0 && hasKey(element) ? mention.entity : undefined],
        ['prev', i === 0 ? undefined : `#${pieceId(mention, i - 1)}`],
        ['next', i + 1 === mention.spans.length ? undefined : `#${pieceId(mention, i + 1)}`],
      ])
      return { start, end, open: `<${element}${attributes}>`, close: `</${element}>` }
    })
  })
}

function pieceId({ id }: ExchangeMention, piece: number): string {
  return xmlIdOf(piece === 0 ? 'm' : `p${piece + 1}`, id)
}

/** Quantities are no entities. */
function hasKey(element: string): boolean {
  return element !== 'measure'
}

export function inlineNotes(
  mentions: readonly ExchangeMention[],
  schema: Schema,
): readonly string[] {
  const annotations = mentions.flatMap((mention) => {
    const notes = statementNotes(mention, hasKey(elementOfType(schema, mention.type).element))
    return notes === '' ? [] : [notesOn(pieceId(mention, 0), notes)]
  })
  if (annotations.length === 0) return []
  return [`<listAnnotation>\n${annotations.join('')}</listAnnotation>`]
}
