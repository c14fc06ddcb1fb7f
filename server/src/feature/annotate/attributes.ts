/** Attributes of a mention: set and taken away as the schema allows for its type. */
import { isValueOf } from '../../annotation/check/check-schema.ts'
import type { Attributes, SpanRecord } from '../../annotation/record/record.ts'
import type { AttributeDefinition, Schema } from '../../annotation/schema/schema.ts'
import type { AttributeValues } from '../../protocol.ts'
import { labelOf, t } from '../wording/messages.ts'
import type { Action } from './action.ts'
import { attributes, ofMention } from './parameters.ts'
import { placed } from './placing.ts'
import { noMention, refused } from './refused.ts'
import { done, idAnswer } from './result.ts'
import { decidedRecord, targetOf } from './target.ts'

export const setAttributes: Action<'setAttributes'> = {
  description: 'Sets attributes of the mention; a suggestion is accepted with them.',
  parameters: {
    ...ofMention,
    attributes: attributes(
      '`{ "name": value }`, of those that the schema gives to the type: `true` or `false`, the name of a choice, a text or a number; `null` takes one away.',
    ),
  },
  answer: idAnswer,
  run(_, params, context) {
    const target = targetOf(params)
    if (target === undefined) return noMention()
    const { mention, corpus } = target
    const { record: before, type } = mention
    const result = withAttributes(before?.attributes, params.attributes, corpus.schema, type)
    if (result.kind === 'fault') return refused(result.message)
    const record = withOrWithout(
      decidedRecord(target, { status: 'accepted', attributes: {} }, context),
      result.attributes,
    )
    const change = placed(target, record, mention.spans)
    return done(t('Attributes of “{0}”', mention.text), change, mention.spans, record)
  },
}

export type AttributesResult =
  | { readonly kind: 'attributes'; readonly attributes: Attributes }
  /** In the interface language. */
  | { readonly kind: 'fault'; readonly message: string }

/** `before` with the `given` values, `null` for none; what is not given stays. */
export function withAttributes(
  before: Attributes | undefined,
  given: AttributeValues,
  schema: Schema,
  type: string,
): AttributesResult {
  return valuesAfter(before, given, attributesOf(schema, type), labelOfType(schema, type))
}

/** The same with the attributes of a type or relation; `owner` is what people call that. */
export function valuesAfter(
  before: Attributes | undefined,
  given: AttributeValues,
  definitions: readonly AttributeDefinition[],
  owner: string,
): AttributesResult {
  const after = new Map(Object.entries(before ?? {}))
  for (const [name, value] of Object.entries(given)) {
    const definition = definitions.find((each) => each.name === name)
    if (isNone(value)) after.delete(name)
    else if (definition === undefined) {
      const message = t('{0} has no attribute “{1}”.', owner, name)
      return { kind: 'fault', message }
    } else if (!isScalar(value) || !isValueOf(definition, value)) {
      const message = t('“{0}” is no value of {1}.', shown(value), labelOf(definition))
      return { kind: 'fault', message }
    } else after.set(name, value)
  }
  return { kind: 'attributes', attributes: Object.fromEntries(after) }
}

/** Those that another type has too, with values that they may have there. */
export function attributesFor(
  before: Attributes | undefined,
  schema: Schema,
  type: string,
): Attributes {
  const definitions = attributesOf(schema, type)
  return Object.fromEntries(
    Object.entries(before ?? {}).filter(([name, value]) => {
      const definition = definitions.find((each) => each.name === name)
      return definition !== undefined && isValueOf(definition, value)
    }),
  )
}

/** The record with these attributes; without the key where there are none. */
export function withOrWithout(
  { attributes: _before, ...record }: SpanRecord,
  after: Attributes,
): SpanRecord {
  return Object.keys(after).length === 0 ? record : { ...record, attributes: after }
}

export function labelOfType(schema: Schema, type: string): string {
  const definition = schema.types.find(({ name }) => name === type)
  return definition === undefined ? type : labelOf(definition)
}

function attributesOf(schema: Schema, type: string): readonly AttributeDefinition[] {
  return schema.types.find(({ name }) => name === type)?.attributes ?? []
}

/** A flag is `true` or not there; an empty text says nothing. */
function isNone(value: unknown): boolean {
  return value === null || value === false || value === ''
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40)
}
