/** What a mention can be joined with: initiatives, or the other end of any relation, nearest first. */

import { type Mention, mentionSpan } from '../../../annotation/record/mention.ts'
import { isKindOf } from '../../../annotation/schema/schema.ts'
import type { NamedMention, PossibleRelation, RelationTarget } from '../../../protocol.ts'
import { spanToRange } from '../../../text/lines.ts'
import { defined } from '../../../values/defined.ts'
import { relationsOfMention } from '../../cursor/relations.ts'
import { schemaInfo } from '../../lists/schema-info.ts'
import { articleNameAt } from '../../wording/article-name.ts'
import { t } from '../../wording/messages.ts'
import type { Action, ActionResult } from '../action.ts'
import { ofMention, optional, text } from '../parameters.ts'
import { noMention, refused } from '../refused.ts'
import { type Target, targetOf } from '../target.ts'
import { byDistance, type Distance, distancesTo } from './distance.ts'
import { mayStandAt } from './ends.ts'

const answer =
  '`{ "mention": M, "targets": […] }`. Both have `range`, `text`, `type`, `status`, `article` (its name) and, unless suggested, `id`. A target has `near` (it is read in the same article), `distance` in UTF-16 units and `relations`: `{ "type", "label", "end": "from" or "to", "attributes", "id", "values" }`, where `end` is that of M, `attributes` are those of the schema, `id` and `values` are there where the relation is.'

/** The initiatives of a page are few, its mentions may be many thousands. */
const most = 200

export const attachTargets: Action<'attachTargets'> = {
  asks: 'always',
  description:
    'A question: the initiatives to which the mention at `position`, `range` or with `id` can be attached; those of its article first, the nearest first. Each initiative is there once, where it stands nearest.',
  parameters: ofMention,
  answer,
  run(_, params) {
    const target = targetOf(params)
    if (target === undefined || target.mention.status === 'rejected') return noMention()
    const { schema } = target.corpus
    const isInitiative = ({ type }: Mention): boolean => isKindOf(schema, type, 'Initiative')
    return answerOf(target, { mayBe: isInitiative, onePerEntity: true })
  },
}

export const relationTargets: Action<'relationTargets'> = {
  asks: 'always',
  description:
    'A question: the mentions with which the mention at `position`, `range` or with `id` can be joined by a relation; those of its article first, the nearest first, 200 at most.',
  parameters: {
    ...ofMention,
    relation: optional(text('Name of a relation: only targets of this one. Optional.')),
  },
  answer,
  run(_, params) {
    const target = targetOf(params)
    if (target === undefined || target.mention.status === 'rejected') return noMention()
    const { relation } = params
    return answerOf(target, {
      ...defined({ relation }),
      mayBe: () => true,
      onePerEntity: false,
    })
  },
}

interface Wanted {
  readonly relation?: string
  readonly mayBe: (mention: Mention) => boolean
  readonly onePerEntity: boolean
}

function answerOf(
  target: Target,
  { relation, mayBe, onePerEntity }: Wanted,
): ActionResult<'attachTargets'> {
  const { mention, document, corpus } = target
  const ways = waysFrom(target, relation)
  const distance = distancesTo(document, mention)
  const joined = new Set(relationsOfMention(target, mention).map(({ other }) => other))
  const rank = ({ mention: other }: { mention: Mention }): number => (joined.has(other) ? 0 : 1)
  const seen = new Set<unknown>([corpus.index.entityOf(document.path, mention)?.id])
  const targets = document.mentions
    .filter((each) => each !== mention && each.status !== 'rejected' && mayBe(each))
    .map((each) => ({ mention: each, distance: distance(each), ways: ways(each.type) }))
    .filter((each) => each.ways.length > 0)
    // Of an initiative's mentions the one that is joined already, else the nearest.
    .sort((a, b) => rank(a) - rank(b) || byDistance(a.distance, b.distance))
    .filter((each) => {
      if (!onePerEntity) return true
      const entity = corpus.index.entityOf(document.path, each.mention)?.id ?? each
      return !seen.has(entity) && seen.add(entity)
    })
    .sort((a, b) => byDistance(a.distance, b.distance))
    .slice(0, most)
  if (targets.length === 0) {
    return refused(
      onePerEntity
        ? t('There is no initiative on this page to which it can be attached.')
        : t('There is no mention on this page with which it can be joined.'),
    )
  }
  return {
    kind: 'answer',
    answer: {
      mention: shown(target, mention),
      targets: targets.map((each) => relationTarget(target, each)),
    },
  }
}

/** A relation in one of its directions. */
type Way = Omit<PossibleRelation, 'id' | 'values'>

/** Relations in which the mention may be, by the type at their other end; the same types come often. */
function waysFrom({ mention, corpus }: Target, only?: string): (type: string) => readonly Way[] {
  const { schema } = corpus
  const infos = new Map(schemaInfo(corpus).relations.map((each) => [each.name, each]))
  const known = new Map<string, readonly Way[]>()
  return (type) => {
    const ways =
      known.get(type) ??
      (schema.relations ?? []).flatMap((definition): readonly Way[] => {
        if (only !== undefined && definition.name !== only) return []
        const { label = definition.name, attributes = [] } = infos.get(definition.name) ?? {}
        const other = { from: 'to', to: 'from' } as const
        return (['from', 'to'] as const)
          .filter(
            (end) =>
              mayStandAt(schema, definition, end, mention.type) &&
              mayStandAt(schema, definition, other[end], type),
          )
          .map((end) => ({ type: definition.name, label, end, attributes }))
      })
    known.set(type, ways)
    return ways
  }
}

function relationTarget(
  target: Target,
  { mention, distance, ways }: { mention: Mention; distance: Distance; ways: readonly Way[] },
): RelationTarget {
  const made = relationsOfMention(target, target.mention).filter(({ other }) => other === mention)
  return {
    ...shown(target, mention),
    near: distance.isNear,
    distance: distance.units,
    relations: ways.map((way) => {
      const there = made.find(({ record, end }) => record.type === way.type && end === way.end)
      return {
        ...way,
        ...(there === undefined
          ? {}
          : { id: there.record.id, values: { ...there.record.attributes } }),
      }
    }),
  }
}

function shown({ document }: Target, mention: Mention): NamedMention {
  const article = articleNameAt(document.page, mention.article)
  return {
    ...(mention.record === undefined ? {} : { id: mention.record.id }),
    range: spanToRange(document.lines, mentionSpan(mention)),
    text: mention.text,
    type: mention.type,
    status: mention.status,
    ...defined({ article }),
  }
}
