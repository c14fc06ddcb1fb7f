/** Checks attributes and relations of a sidecar against the schema. */

import type {
  AnnotationRecord,
  Attributes,
  AttributeValue,
  RelationRecord,
} from '../record/record.ts'
import { type AttributeDefinition, isKindOf, type Schema } from '../schema/schema.ts'
import { type ReportRecord, shown } from './check-problem.ts'

export function checkAttributes(
  attributes: Attributes | undefined,
  definitions: readonly AttributeDefinition[] | undefined,
  report: ReportRecord,
): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    const definition = definitions?.find((each) => each.name === name)
    if (definition === undefined) {
      report('attribute', 'The schema has no attribute {0} here.', shown([name]))
    } else if (!isValueOf(definition, value)) {
      report(
        'attribute',
        '{0} is no value of the attribute {1}.',
        shown([String(value)]),
        shown([name]),
      )
    }
  }
}

/** Whether an attribute may have a value. */
export function isValueOf({ kind, choices }: AttributeDefinition, value: AttributeValue): boolean {
  if (kind === 'flag') return typeof value === 'boolean'
  if (kind === 'number') return typeof value === 'number'
  if (kind === 'text') return typeof value === 'string'
  return choices?.some(({ name }) => name === value) ?? false
}

export function checkRelation(
  record: RelationRecord,
  byId: ReadonlyMap<string, AnnotationRecord>,
  schema: Schema,
  report: ReportRecord,
): void {
  const definition = schema.relations?.find(({ name }) => name === record.type)
  if (definition === undefined) {
    report('type', 'The schema has no relation {0}.', shown([record.type]))
  } else checkAttributes(record.attributes, definition.attributes, report)
  for (const end of ['from', 'to'] as const) {
    const mention = byId.get(record[end])
    const allowed = definition?.[end]
    if (mention?.kind !== 'span') {
      report('relation', 'There is no mention with the id {0}.', shown([record[end]]))
    } else if (allowed !== undefined && !isOneOf(allowed, mention.type, schema)) {
      report('relation', '{0} cannot be at this end of the relation.', shown([mention.type]))
    }
  }
}

function isOneOf(allowed: readonly string[], type: string, schema: Schema): boolean {
  return allowed.some((name) => isKindOf(schema, type, name))
}
