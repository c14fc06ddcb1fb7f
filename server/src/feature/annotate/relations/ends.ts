/** The ends of a relation: which mentions may stand there, and what an end becomes when it is one. */
import type { SpanRecord } from '../../../annotation/record/record.ts'
import {
  isKindOf,
  type RelationDefinition,
  type Schema,
} from '../../../annotation/schema/schema.ts'
import type { PageOfCorpus } from '../../../corpus/snapshot/model.ts'
import type { RelationEnd } from '../../../protocol.ts'
import type { ActionContext } from '../action.ts'
import type { InOffsets } from '../parameters.ts'
import { decidedRecord, type Target, targetOf } from '../target.ts'

export type End = 'from' | 'to'

export function definitionOf({ relations }: Schema, type: unknown): RelationDefinition | undefined {
  return relations?.find(({ name }) => name === type)
}

/** Whether a mention of `type` may stand at an end. */
export function mayStandAt(
  schema: Schema,
  definition: RelationDefinition,
  end: End,
  type: string,
): boolean {
  return definition[end]?.some((each) => isKindOf(schema, type, each)) ?? true
}

/** The mention at an end; a rejected one is none. */
export function endOf(place: PageOfCorpus, end: InOffsets<RelationEnd>): Target | undefined {
  const found = targetOf({ ...end, place })
  return found?.mention.status === 'rejected' ? undefined : found
}

/** The record of an end, and whether it has to be put: a suggestion is accepted. */
export function recordAt(
  target: Target,
  context: ActionContext,
): { readonly record: SpanRecord; readonly isNew: boolean } {
  const { record, status } = target.mention
  return record !== undefined && status === 'accepted'
    ? { record, isNew: false }
    : { record: decidedRecord(target, { status: 'accepted' }, context), isNew: true }
}
