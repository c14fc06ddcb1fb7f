/** Names of types, relations and parts in both languages. */

import type { Attributes, Status } from '../../annotation/record/record.ts'
import type { AttributeDefinition, Schema } from '../../annotation/schema/schema.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import type { ExchangeMention } from '../format/model.ts'

export interface Label {
  readonly zh: string
  /** `undefined` where it is the same. */
  readonly en?: string
}

export interface SchemaLabels {
  type(name: string): Label
  relation(name: string): Label
  /** `角色：主办`, several with `；`. `of`: name of the type or relation that has them. */
  attributes(of: string, attributes: Attributes): string
}

export function schemaLabels({ types, relations = [] }: Schema): SchemaLabels {
  const typeNames = new Map(
    types.map(({ name, label = name, labelZh }) => [name, { label, labelZh }]),
  )
  const relationNames = new Map(
    relations.map(({ name, label = name, labelZh }) => [name, { label, labelZh }]),
  )
  const defined = new Map<string, readonly AttributeDefinition[]>(
    [...types, ...relations].map(({ name, attributes = [] }) => [name, attributes]),
  )
  const labelOf = (names: typeof typeNames, name: string): Label => {
    const found = names.get(name)
    if (found === undefined || found.labelZh === found.label) return { zh: found?.labelZh ?? name }
    return { zh: found.labelZh, en: found.label }
  }
  return {
    type: (name) => labelOf(typeNames, name),
    relation: (name) => labelOf(relationNames, name),
    attributes: (of, attributes) =>
      Object.entries(attributes)
        .map(([key, value]) => {
          const attribute = defined.get(of)?.find(({ name }) => name === key)
          const choice = attribute?.choices?.find(({ name }) => name === value)
          const shown = choice?.labelZh ?? String(value)
          const name = attribute?.labelZh ?? key
          return value === true ? name : `${name}:${shown}`
        })
        .join(';'),
  }
}

export const statusLabels: Readonly<Record<Status, Label>> = {
  accepted: { zh: '已确认', en: 'accepted' },
  suggested: { zh: '建议', en: 'suggested' },
  rejected: { zh: '已否决', en: 'rejected' },
}

/** The words of a mention, `…` between its pieces, line breaks as spaces. */
export function wordsOf(text: string, { spans }: Pick<ExchangeMention, 'spans'>): string {
  return spans.map((span: Span) => sliceSpan(text, span).replace(/\s+/g, ' ')).join('…')
}
