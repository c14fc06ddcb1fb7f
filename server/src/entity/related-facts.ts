/** Facts of an initiative as people say them: relations between its mentions and others. */
import type { Mention } from '../annotation/record/mention.ts'
import type { RelationRecord } from '../annotation/record/record.ts'
import type { Entity, Fact } from './model.ts'
import type { LinkedPage } from './on-page.ts'

export interface RelatedFacts {
  readonly owner: Fact | undefined
  readonly place: Fact | undefined
  readonly since: Fact | undefined
  readonly targets: readonly Fact[]
  readonly figures: readonly Fact[]
}

/** Accepted relations from all mentions of the entity, in the order of its mentions. */
export function relatedFacts(
  { mentions }: Entity,
  pages: (path: string) => LinkedPage | undefined,
): RelatedFacts {
  const found: Related[] = []
  for (const { page: path, mention } of mentions) {
    const page = pages(path)
    if (page === undefined || mention.record === undefined) continue
    const { byId, from } = joinsOf(page)
    for (const { type, to, attributes } of from.get(mention.record.id) ?? []) {
      const other = byId.get(to)
      if (other === undefined) continue
      const part = String(attributes?.['part'] ?? '')
      found.push({ type, part, fact: { page: path, mention: other, text: other.text } })
    }
  }
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

interface Related {
  readonly type: string
  readonly part: string
  readonly fact: Fact
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
  const from = new Map<string, RelationRecord[]>()
  for (const relation of relations) {
    if (relation.status !== 'accepted') continue
    const list = from.get(relation.from)
    if (list === undefined) from.set(relation.from, [relation])
    else list.push(relation)
  }
  const joins = { byId, from }
  known.set(mentions, joins)
  return joins
}
