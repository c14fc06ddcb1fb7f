/** Facts of an initiative as people say them: relations between its mentions and others. */

import type { Mention } from '../annotation/record/mention.ts'
import type { RelationRecord } from '../annotation/record/record.ts'
import { groupBy } from '../values/group-by.ts'
import type { Fact } from './model.ts'
import type { LinkedPage } from './on-page.ts'

export interface RelatedFacts {
  readonly owner: Fact | undefined
  readonly place: Fact | undefined
  readonly since: Fact | undefined
  readonly targets: readonly Fact[]
  readonly figures: readonly Fact[]
}

/** What one accepted relation says. */
export interface Related {
  /** Of the relation. */
  readonly type: string
  readonly part: string
  readonly fact: Fact
}

/** Accepted relations from `mentions`, in their order. */
export function relatedOnPage(page: LinkedPage, mentions: readonly Mention[]): readonly Related[] {
  const { byId, from } = joinsOf(page)
  if (from.size === 0) return []
  return mentions.flatMap(({ record }) =>
    (record === undefined ? [] : (from.get(record.id) ?? [])).flatMap(
      ({ type, to, attributes }): Related[] => {
        const other = byId.get(to)
        if (other === undefined) return []
        const part = String(attributes?.['part'] ?? '')
        return [{ type, part, fact: { page: page.path, mention: other, text: other.text } }]
      },
    ),
  )
}

/** `found` in the order of mentions. */
export function relatedFacts(found: readonly Related[]): RelatedFacts {
  const all = (type: string): readonly Fact[] =>
    found.filter((each) => each.type === type).map(({ fact }) => fact)
  return {
    owner: first(found, 'actor', [
      'host',
      '',
      'organiser',
      'implementation',
      'coorganiser',
      'partner',
    ]),
    place: all('place')[0],
    since: first(found, 'date', ['start', 'announced', 'held', '']),
    targets: all('target'),
    figures: all('figure'),
  }
}

/** The first of the part that comes first in `parts`; others say nothing of it: an end is no start. */
function first(
  found: readonly Related[],
  type: string,
  parts: readonly string[],
): Fact | undefined {
  const rank = ({ part }: Related): number => parts.indexOf(part)
  return found
    .filter((each) => each.type === type && rank(each) >= 0)
    .sort((a, b) => rank(a) - rank(b))[0]?.fact
}

interface Joins {
  readonly byId: ReadonlyMap<string, Mention>
  /** Accepted relations by the id where they begin. */
  readonly from: ReadonlyMap<string, readonly RelationRecord[]>
}

/** Mentions and relations are made once for each state of a page. */
const known = new WeakMap<readonly Mention[], Joins>()

function joinsOf({ mentions, relations = [] }: LinkedPage): Joins {
  const before = known.get(mentions)
  if (before !== undefined) return before
  const byId = new Map<string, Mention>()
  for (const mention of relations.length === 0 ? [] : mentions) {
    if (mention.record !== undefined && mention.status !== 'rejected') {
      byId.set(mention.record.id, mention)
    }
  }
  const accepted = relations.filter(({ status }) => status === 'accepted')
  const from = groupBy(accepted, (relation) => relation.from)
  const joins = { byId, from }
  known.set(mentions, joins)
  return joins
}
