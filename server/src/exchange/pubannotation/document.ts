/** A page as a document of PubAnnotation. */

import type { Span } from '../../text/span.ts'
import type { Json, JsonObject } from '../../values/json.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { codePoints } from '../our-page/text-positions.ts'

/** Parts of a statement that are attributes here. */
export const saidParts = [
  ...(['status', 'confidence', 'source', 'attributes', 'note', 'unsure', 'who', 'when'] as const),
] as const

export function pubAnnotationDocument(page: ExchangePage): JsonObject {
  const { text, path, mentions, relations } = page
  const { toPosition } = codePoints(text)
  const placeOf = ({ start, end }: Span): JsonObject => ({
    begin: toPosition(start),
    end: toPosition(end),
  })
  const attributes = [...mentions, ...relations].flatMap(saidOf)
  return {
    text,
    sourcedb: 'Biaozhu',
    sourceid: path,
    denotations: mentions.map(({ id, type, spans }) => {
      const [first, ...rest] = spans.map(placeOf)
      return { id, span: rest.length > 0 ? [first ?? {}, ...rest] : (first ?? {}), obj: type }
    }),
    relations: relations.map(({ id, type, from, to }) => ({ id, pred: type, subj: from, obj: to })),
    attributes: attributes.map((attribute, i) => ({ id: `A${i + 1}`, ...attribute })),
  }
}

/** What is said of a mention or a relation: accepted is what nobody has to say. */
function saidOf(statement: ExchangeMention | ExchangeRelation): readonly JsonObject[] {
  const { id, status, confidence, source, attributes = {}, note, unsure, who, when } = statement
  const { entity, reading }: Partial<ExchangeMention> = statement
  const said: readonly (readonly [string, Json | undefined])[] = [
    ['status', status === 'accepted' ? undefined : status],
    ['confidence', confidence],
    ['source', source],
    ['note', note],
    ['unsure', unsure],
    ['entity', entity],
    ['reading', reading],
    ['who', who],
    ['when', when],
    ...Object.entries(attributes),
  ]
  return said.flatMap(([pred, obj]) => (obj === undefined ? [] : [{ subj: id, pred, obj }]))
}
