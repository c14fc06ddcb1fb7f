/** Losses: what of a page's annotations a format cannot carry, by annotation, and counted for people. */

import type { Span } from '../../text/span.ts'
import { defined } from '../../values/defined.ts'
import {
  type Holds,
  type MentionPart,
  mentionParts,
  relationParts,
  type StatementPart,
} from './holds.ts'
import type { ExchangeMention, ExchangePage, ExchangeRelation } from './model.ts'

export type Loss = MentionLoss | RelationLoss | RecordLoss | PageLoss

export interface MentionLoss {
  readonly kind: 'mention'
  readonly id: string
  /** `all`: it is not in the file. */
  readonly lost: readonly (MentionPart | 'spans' | 'type' | 'all')[]
  /** With `spans` or `type`: the mentions as which it will be read. */
  readonly written?: readonly Written[]
}

export interface Written {
  readonly spans: readonly Span[]
  readonly type: string
}

export interface RelationLoss {
  readonly kind: 'relation'
  readonly id: string
  readonly lost: readonly (StatementPart | 'all')[]
}

/** A correction of the page that is not in the file. */
export interface RecordLoss {
  readonly kind: 'record'
  readonly id: string
  readonly lost: readonly ['all']
}

/** Articles and data are found again from the text, so that nothing needs to restore them. */
export interface PageLoss {
  readonly kind: 'page'
  readonly id: string
  /** `text`: characters that the format does not allow were replaced, one for one. */
  readonly lost: readonly ('articles' | 'data' | 'text')[]
}

/** Changes of single mentions, by id, that a writer has made beside what the format never holds. */
export type MentionLosses = ReadonlyMap<string, Pick<MentionLoss, 'lost' | 'written'>>

/**
 * All losses of a page: the parts that the format never holds, and `special` ones. A relation with an
 * end that is lost, or has become several mentions, is lost as a whole.
 */
export function lossesOf(
  page: ExchangePage,
  holds: Holds,
  special: MentionLosses = new Map(),
): readonly Loss[] {
  const losses: Loss[] = []
  const endless = new Set<string>()
  const missing = mentionParts.filter((part) => !holds.mentions.includes(part))
  const missingOfRelations = relationParts.filter((part) => !holds.relations?.includes(part))
  for (const mention of page.mentions) {
    const own = isWritable(mention, holds) ? special.get(mention.id) : allLost
    const whole = own?.lost.includes('all') === true
    if (whole || (own?.written !== undefined && own.written.length !== 1)) endless.add(mention.id)
    const parts = whole ? [] : lostParts(mention, missing)
    const lost = [...parts, ...(own?.lost ?? []).filter((part) => !parts.some((p) => p === part))]
    if (lost.length === 0) continue
    const written = own?.written
    losses.push({
      kind: 'mention',
      id: mention.id,
      lost,
      ...defined({ written }),
    })
  }
  for (const relation of page.relations) {
    const whole =
      !isRelationWritable(relation, holds) || endless.has(relation.from) || endless.has(relation.to)
    const lost: RelationLoss['lost'] = whole ? ['all'] : lostParts(relation, missingOfRelations)
    if (lost.length > 0) losses.push({ kind: 'relation', id: relation.id, lost })
  }
  if (!holds.page.includes('records')) {
    for (const { id } of page.records) losses.push({ kind: 'record', id, lost: ['all'] })
  }
  const lost = (['articles', 'data'] as const).filter(
    (part) =>
      !holds.page.includes(part) &&
      holds.shows?.includes(part) !== true &&
      Object.keys(page[part]).length > 0,
  )
  if (lost.length > 0) losses.push({ kind: 'page', id: page.path, lost })
  return losses
}

const allLost: Pick<MentionLoss, 'lost' | 'written'> = { lost: ['all'] }

/** What was rejected is written only where the format says that it was: else it would be a name. */
export function isWritable(
  { status }: ExchangeMention,
  { mentions }: Pick<Holds, 'mentions'>,
): boolean {
  return status !== 'rejected' || mentions.includes('status')
}

export function isRelationWritable({ status }: ExchangeRelation, { relations }: Holds): boolean {
  return relations !== undefined && (status !== 'rejected' || relations.includes('status'))
}

/** Those of the parts that are there. A reader gives `accepted` where the file has no status. */
function lostParts<Part extends StatementPart | MentionPart>(
  statement: { readonly [part in Part]?: unknown },
  missing: readonly Part[],
): readonly Part[] {
  return missing.filter((part) => {
    const value = statement[part]
    return value !== undefined && value !== 'accepted'
  })
}

/** So many annotations lost so much: for one sentence each. */
export interface LossCount {
  readonly kind: Loss['kind']
  readonly lost: Loss['lost'][number] | LogicalLoss
  readonly count: number
}

/**
 * What a logical text loses without a side file. `outside`: it is in none of its articles and blocks. `breaks`: where
 * the line breaks and blanks inside of it are.
 */
export type LogicalLoss = 'outside' | 'breaks'

/**
 * Losses counted by what is lost, in a fixed order. Ids are left out: no person misses them, and
 * import matches by place.
 */
export function countLosses(losses: Iterable<Loss>): readonly LossCount[] {
  return sumLosses([], losses)
}

/** The same with those that were counted before. */
export function sumLosses(
  before: readonly LossCount[],
  losses: Iterable<Loss>,
): readonly LossCount[] {
  return addCounts(
    before,
    [...losses].flatMap(({ kind, lost }) =>
      [...lost].filter((part) => part !== 'id').map((part) => ({ kind, lost: part, count: 1 })),
    ),
  )
}

/** Two counts as one, in the fixed order. */
export function addCounts(
  before: readonly LossCount[],
  more: readonly LossCount[],
): readonly LossCount[] {
  const keyOf = ({ kind, lost }: Pick<LossCount, 'kind' | 'lost'>): string => `${kind} ${lost}`
  const counts = new Map(before.map((count) => [keyOf(count), count]))
  for (const { kind, lost, count } of more) {
    const key = keyOf({ kind, lost })
    const sum = (counts.get(key)?.count ?? 0) + count
    if (sum > 0) counts.set(key, { kind, lost, count: sum })
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, count]) => count)
}
