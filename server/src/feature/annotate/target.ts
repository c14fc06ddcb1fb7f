/** The mention that an action is about, and the record that a decision on it makes. */

import { type Mention, mentionSpan } from '../../annotation/record/mention.ts'
import type { AnnotationRecord, SpanRecord } from '../../annotation/record/record.ts'
import { describeSpans } from '../../annotation/record/selectors.ts'
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { OfMention } from '../../protocol.ts'
import { sameSpan } from '../../text/span.ts'
import { mentionAt } from '../looking/mention-at.ts'
import type { ActionContext } from './action.ts'
import type { InOffsets } from './parameters.ts'

export interface Target extends PageOfCorpus {
  readonly mention: Mention
}

/**
 * The mention with the id `id`; else the one at `range` exactly, of `type` where that is given; else
 * the one under `position`, `range` or the first of `ranges`.
 */
export function targetOf(params: InOffsets<OfMention>): Target | undefined {
  const { place, range, ranges, position, id, type } = params
  const { mentions } = place.document
  if (id !== undefined) {
    const mention = mentions.find(({ record }) => record?.id === id)
    return mention === undefined ? undefined : { ...place, mention }
  }
  const exact = range ?? ranges?.[0]
  if (exact !== undefined) {
    const mention = mentions.find(
      (each) =>
        each.status !== 'rejected' &&
        sameSpan(mentionSpan(each), exact) &&
        (type === undefined || each.type === type),
    )
    if (mention !== undefined) return { ...place, mention }
  }
  const at = position ?? exact?.start
  const found = at === undefined ? undefined : mentionAt(place.document, at)
  return found === undefined ? undefined : { ...place, mention: found.mention }
}

/**
 * A record of a mention as a person decides it; one that it has is changed, not made anew. `keys` are
 * others that are decided with it: no conflict of two sides stays open about them.
 */
export function decidedRecord(
  { document, mention }: Target,
  changes: Partial<Omit<SpanRecord, 'kind' | 'id'>>,
  { who, when, newId }: ActionContext,
  keys: readonly string[] = [],
): SpanRecord {
  const { record, type, source, confidence } = mention
  const base: SpanRecord = record ?? {
    kind: 'span',
    id: newId(),
    ...describeSpans(document.view, mention.spans),
    type,
    status: 'accepted',
    // A suggestion says where it came from; what a person marked has no source.
    ...(source === '' ? {} : { source, confidence: Math.round(confidence * 1000) / 1000 }),
  }
  return { ...settled(base, [...Object.keys(changes), ...keys]), ...changes, who, when }
}

/** What a person decides is no longer a conflict of two sides. */
function settled(record: SpanRecord, keys: readonly string[]): SpanRecord {
  if (record.conflict === undefined) return record
  const { conflict, ...rest } = record
  const open = Object.entries(conflict).filter(
    ([key]) => !keys.includes(key) && !keys.includes(key.split('.')[0] ?? ''),
  )
  return open.length === 0 ? rest : { ...rest, conflict: Object.fromEntries(open) }
}

/** The records of a page by id. */
export function recordsOf({ document }: PageOfCorpus): ReadonlyMap<string, AnnotationRecord> {
  return new Map(document.annotations.records.map(({ record }) => [record.id, record]))
}
