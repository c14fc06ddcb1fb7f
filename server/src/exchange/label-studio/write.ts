/** A page as a task of Label Studio: a region for each piece of a mention. */

import { sliceSpan } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Versions } from '../format/format.ts'
import type { Holds, MentionPart } from '../format/holds.ts'
import { isRelationWritable, type Loss, lossesOf } from '../format/losses.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from '../format/model.ts'
import { jsonOfParts } from '../our-page/parts.ts'
import { codePoints, type Positions } from '../our-page/text-positions.ts'
import { controlTag, textTag } from './config.ts'

export interface Task {
  readonly task: JsonObject
  readonly losses: readonly Loss[]
}

/**
 * What was rejected has no place in a task. A relation joins regions of one list: between an accepted mention and
 * a suggested one there can be none.
 */
export function labelStudioTask(page: ExchangePage, holds: Holds, versions: Versions): Task {
  const positions = codePoints(page.text)
  const status = new Map(page.mentions.map((mention) => [mention.id, mention.status]))
  const isSaid = (relation: ExchangeRelation): boolean =>
    isRelationWritable(relation, holds) && status.get(relation.from) === status.get(relation.to)
  const resultOf = (wanted: ExchangeMention['status']): readonly JsonObject[] => [
    ...page.mentions
      .filter((mention) => mention.status === wanted)
      .flatMap((mention) => regionsOf(mention, page.text, positions)),
    ...page.relations
      .filter((relation) => isSaid(relation) && status.get(relation.from) === wanted)
      .map(relationResult),
  ]
  const accepted = resultOf('accepted')
  const suggested = resultOf('suggested')
  const model_version = versions.recogniser ?? 'biaozhu'
  const { path, kind, text, sha256, data } = page
  const rejected = page.mentions.filter((mention) => mention.status === 'rejected')
  const special = new Map(rejected.map(({ id }) => [id, { lost: ['all'] as const }]))
  const unsaid = new Set(page.relations.filter((each) => !isSaid(each)).map(({ id }) => id))
  return {
    task: {
      data: { text, path, form: kind, sha256, ...data },
      annotations: accepted.length === 0 ? [] : [{ result: accepted }],
      predictions: suggested.length === 0 ? [] : [{ model_version, result: suggested }],
    },
    losses: [
      ...lossesOf(page, holds, special).filter(
        ({ id, kind }) => kind !== 'relation' || !unsaid.has(id),
      ),
      ...[...unsaid].map((id) => ({ kind: 'relation', id, lost: ['all'] }) as const),
    ],
  }
}

/** Those that have no place of their own in a region. */
const ourParts: readonly MentionPart[] = [
  ...(['source', 'attributes', 'unsure', 'entity', 'reading', 'who', 'when', 'extra'] as const),
]

function regionsOf(
  mention: ExchangeMention,
  text: string,
  { toPosition }: Positions,
): readonly JsonObject[] {
  const { id, type, confidence, note } = mention
  const ours = jsonOfParts(mention, ourParts)
  const meta: JsonObject = {
    ...(note === undefined ? {} : { text: [note] }),
    ...(Object.keys(ours).length === 0 ? {} : { biaozhu: ours }),
  }
  return mention.spans.map((span, i) => ({
    id: i === 0 ? id : `${id}/${i + 1}`,
    from_name: controlTag,
    to_name: textTag,
    type: 'labels',
    value: {
      start: toPosition(span.start),
      end: toPosition(span.end),
      text: sliceSpan(text, span),
      labels: [type],
    },
    ...defined({ score: confidence }),
    ...(i > 0
      ? { meta: { biaozhu: { pieceOf: id } } }
      : Object.keys(meta).length === 0
        ? {}
        : { meta }),
  }))
}

/** Label Studio forgets the id when it saves. */
function relationResult({ id, from, to, type }: ExchangeRelation): JsonObject {
  return { id, type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [type] }
}
