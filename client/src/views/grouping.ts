/** Entities put into groups for a tree: by page, owner, kind or type. */
import type { EntityItem, InitiativeItem, TypeInfo } from '../../../server/src/protocol.ts'

export const groupings = ['page', 'owner', 'kind'] as const
export type Grouping = (typeof groupings)[number]

export interface Member<T> {
  readonly item: T
  /** Mentions in this group. */
  readonly count: number
}

export interface Group<T> {
  /** Unique among the groups of one tree. */
  readonly key: string
  readonly label: string
  /** The page, where the group is one. */
  readonly uri?: string
  readonly members: readonly Member<T>[]
}

/** `unknown` is the label of the group for initiatives without an owner; it comes last. */
export function groupInitiatives(
  items: readonly InitiativeItem[],
  by: Grouping,
  unknown: string,
): readonly Group<InitiativeItem>[] {
  if (by === 'page') return byPage(items)
  if (by === 'kind') return collect(items, (item) => [item.kind, item.kindLabel])
  const owned = items.filter((item) => item.owner !== undefined)
  const rest = items.filter((item) => item.owner === undefined)
  return [
    ...collect(owned, (item) => [item.owner ?? '', item.owner ?? '']),
    ...(rest.length === 0 ? [] : [{ key: '', label: unknown, members: sorted(rest.map(whole)) }]),
  ]
}

/** In the order of `types`; types that no corpus here has are left out. */
export function groupByType(
  items: readonly EntityItem[],
  types: readonly TypeInfo[],
): readonly Group<EntityItem>[] {
  const labels = new Map(types.map((type) => [type.name, type.label]))
  const order = new Map(types.map((type, index) => [type.name, index]))
  return collect(items, (item) => [item.type, labels.get(item.type) ?? item.type]).toSorted(
    (a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size),
  )
}

/**
 * An initiative stands under each page that names it, with its mentions there. Pages come corpus by
 * corpus in the order of their paths, as everywhere else, whatever they are called.
 */
function byPage(items: readonly InitiativeItem[]): readonly Group<InitiativeItem>[] {
  const corpora = [...new Set(items.map(({ corpus }) => corpus))]
  const groups = new Map<string, PageGroup>()
  for (const item of items) {
    for (const { uri, label, count } of item.pages) {
      const corpus = corpora.indexOf(item.corpus)
      const group = groups.get(uri) ?? { corpus, path: decoded(uri), label, members: [] }
      group.members.push({ item, count })
      groups.set(uri, group)
    }
  }
  return [...groups]
    .sort(([, a], [, b]) => a.corpus - b.corpus || (a.path < b.path ? -1 : 1))
    .map(([uri, { label, members }]) => ({ key: uri, label, uri, members: sorted(members) }))
}

interface PageGroup {
  readonly corpus: number
  readonly path: string
  readonly label: string
  readonly members: Member<InitiativeItem>[]
}

/** The server orders paths as they are read, and `（` does not stand where `%EF` does. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** Groups in the order in which their first item comes. */
function collect<T extends EntityItem>(
  items: readonly T[],
  name: (item: T) => readonly [key: string, label: string],
): readonly Group<T>[] {
  const groups = new Map<string, { label: string; members: Member<T>[] }>()
  for (const item of items) {
    const [key, label] = name(item)
    const group = groups.get(key) ?? { label, members: [] }
    group.members.push(whole(item))
    groups.set(key, group)
  }
  return [...groups].map(([key, { label, members }]) => ({ key, label, members: sorted(members) }))
}

function whole<T extends EntityItem>(item: T): Member<T> {
  return { item, count: item.count }
}

/** What is named most often first; names that begin with a quotation mark stand with the others. */
function sorted<T extends EntityItem>(members: readonly Member<T>[]): readonly Member<T>[] {
  return members.toSorted((a, b) => b.count - a.count || names.compare(a.item.name, b.item.name))
}

const names = new Intl.Collator('zh-CN', { numeric: true, ignorePunctuation: true })
