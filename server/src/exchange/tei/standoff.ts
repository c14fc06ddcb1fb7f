/** Mentions as annotations whose targets are ranges of characters of the text. */

import { xmlAttributes } from '../file/xml.ts'
import type { ExchangePage } from '../format/model.ts'
import { codePoints } from '../our-page/text-positions.ts'
import { wordOf, xmlIdOf } from './names.ts'
import { type People, statementAttributes, statementNotes } from './statements.ts'

/** Of the element that has the text: what positions count in. */
export const textId = 'page'

/** The types, then the annotations; `ana` points to the type. */
export function annotationsXml(
  { text, mentions }: ExchangePage,
  people: People,
): readonly string[] {
  if (mentions.length === 0) return []
  const { toPosition } = codePoints(text)
  const types = new Map<string, string>()
  for (const { type } of mentions) {
    if (!types.has(type)) types.set(type, `type-${types.size + 1}`)
  }
  const interps = [...types].map(
    ([type, id]) =>
      `<interp${xmlAttributes([
        ['xml:id', id],
        ['n', wordOf(type)],
      ])}/>`,
  )
  const annotations = mentions.map((mention) => {
    const ranges = mention.spans.map(({ start, end }) => {
      const from = toPosition(start)
      return `,${from},${toPosition(end) - from}`
    })
    const attributes = xmlAttributes([
      ['xml:id', xmlIdOf('m', mention.id)],
      ['target', `#string-range(${textId}${ranges.join('')})`],
      ...statementAttributes(mention, people, [`#${types.get(mention.type)}`]),
    ])
    const notes = statementNotes(mention, false)
    return `<annotation${attributes}${notes === '' ? '/>' : `>${notes}</annotation>`}\n`
  })
  return [
    `<interpGrp type="type">${interps.join('')}</interpGrp>`,
    `<listAnnotation>\n${annotations.join('')}</listAnnotation>`,
  ]
}
