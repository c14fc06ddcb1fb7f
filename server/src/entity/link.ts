/** Links the clusters of all pages to entities: full names mean the same everywhere, others do not. */
import type { Mention } from '../annotation/record/mention.ts'
import { defaultSchema, type Schema } from '../annotation/schema/schema.ts'
import type { Entity, PlacedMention } from './model.ts'
import { nameKey } from './names.ts'
import { type Cluster, clustersOnPage, type LinkedPage } from './on-page.ts'

export type { LinkedPage } from './on-page.ts'

/**
 * Sorted by type in the order of `schema` (unknown types last), then by name without quotes. `pages` in the order in
 * which people read them; their paths differ. The same pages give the same entities and ids.
 */
export function linkEntities(
  pages: readonly LinkedPage[],
  schema: Schema = defaultSchema,
): readonly Entity[] {
  const groups = new Map<string, PlacedMention[]>()
  const fullest = fullestNames(pages)
  for (const page of pages) {
    for (const cluster of clustersOf(page)) {
      const id = fullest(`${prefixOf(cluster, page)}${cluster.type}:${cluster.key}`)
      const group = groups.get(id) ?? []
      for (const mention of cluster.mentions) group.push({ page: page.path, mention })
      groups.set(id, group)
    }
  }
  const rank = new Map(schema.types.map(({ name }, i) => [name, i]))
  const rankOf = ({ type }: Entity): number => rank.get(type) ?? schema.types.length
  return [...groups]
    .map(([id, mentions]) => entityOf(id, mentions))
    .map((entity) => ({ entity, key: nameKey(entity.name) }))
    .sort(
      (a, b) =>
        rankOf(a.entity) - rankOf(b.entity) ||
        compare(a.key, b.key) ||
        compare(a.entity.id, b.entity.id),
    )
    .map(({ entity }) => entity)
}

/**
 * A page that has only 诸暨市总工会 means the 浙江省诸暨市总工会 of another page, unless the pages
 * have two longer names for it.
 */
function fullestNames(pages: readonly LinkedPage[]): (id: string) => string {
  const longer = new Map<string, Set<string>>()
  for (const page of pages) {
    for (const { type, key, scope, fullKeys } of clustersOf(page)) {
      if (scope !== 'corpus') continue
      for (const full of fullKeys) {
        const id = `${type}:${full}`
        longer.set(id, (longer.get(id) ?? new Set()).add(`${type}:${key}`))
      }
    }
  }
  return (id) => {
    let at = id
    // Each step leads to a longer name, so that there is a last one.
    while (true) {
      const names = longer.get(at)
      const [only] = names?.size === 1 ? names : []
      if (only === undefined) return at
      at = only
    }
  }
}

/** Where in the corpus the name means this one thing: everywhere, in a newspaper, on a page. */
function prefixOf({ scope }: Cluster, { path, newspaper }: LinkedPage): string {
  if (scope === 'corpus') return ''
  return scope === 'newspaper' && newspaper !== undefined ? `${newspaper}#` : `${path}#`
}

function entityOf(id: string, mentions: readonly PlacedMention[]): Entity {
  const type = mentions[0]?.mention.type ?? ''
  const counts = new Map<string, number>()
  for (const { mention } of mentions) counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1)
  const names = [...counts.keys()].sort(
    (a, b) =>
      nameKey(b).length - nameKey(a).length ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      b.length - a.length ||
      compare(a, b),
  )
  return { id, type, name: names[0] ?? '', aliases: names.slice(1), mentions }
}

/** Mentions are made once for each text, so that unchanged pages are gathered once. */
const known = new WeakMap<readonly Mention[], readonly Cluster[]>()

function clustersOf(page: LinkedPage): readonly Cluster[] {
  const clusters = known.get(page.mentions) ?? clustersOnPage(page)
  known.set(page.mentions, clusters)
  return clusters
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
