/** Entities put into groups for a tree, and in order within them. */
import type { EntityItem, InitiativeItem, TypeInfo } from '../../../server/src/protocol.ts'

export const initiativeGroupings = [
  'page',
  'owner',
  'place',
  'kind',
  'target',
  'year',
  'status',
] as const
export const entityGroupings = ['type', 'place', 'page', 'status'] as const
export type Grouping = (typeof initiativeGroupings)[number] | (typeof entityGroupings)[number]

export const orders = ['mentions', 'name', 'date', 'place'] as const
export type Order = (typeof orders)[number]

/** An entity, or an initiative with its facts. */
export type Listed = EntityItem & Partial<InitiativeItem>

export interface Member<T> {
  readonly item: T
  /** Mentions in this group. */
  readonly count: number
  /** The first of them that is shown: its page, and the UTF-16 offset there. */
  readonly at: readonly [page: string, offset: number]
}

export interface Group<T> {
  /** Unique among the groups of one tree. */
  readonly key: string
  readonly label: string
  /** The page, where the group is one. */
  readonly uri?: string
  readonly members: readonly Member<T>[]
}

/** What groups are called that the items give no name. */
export interface GroupWords {
  /** Of those of which it is not known. */
  readonly unknown: Readonly<Partial<Record<Grouping, string>>>
  readonly status: Readonly<Record<Status, string>>
}

/** How far people have confirmed the mentions of an entity. */
export type Status = 'suggested' | 'partly' | 'confirmed'

export function statusOf({ open, count }: Pick<EntityItem, 'open' | 'count'>): Status {
  if (open === 0) return 'confirmed'
  return open < count ? 'partly' : 'suggested'
}

export interface Arrangement {
  readonly by: Grouping
  readonly order: Order
  readonly types: readonly TypeInfo[]
  readonly words: GroupWords
  /** Which pages there are groups of; all where it is left out. */
  readonly isShown?: (uri: string) => boolean
}

/** An item stands in each group that it has a value of, those without a value in the last one. */
export function grouped<T extends Listed>(
  items: readonly T[],
  { by, order, types, words, isShown = () => true }: Arrangement,
): readonly Group<T>[] {
  const inOrder = (members: readonly Member<T>[]) => members.toSorted(comparisons[order])
  if (by === 'page') return byPage(items, inOrder, isShown)
  const groups = new Map<string, { label: string; members: Member<T>[] }>()
  for (const item of items) {
    const first = item.pages.find(({ uri }) => isShown(uri))
    const at = [decoded(first?.uri ?? ''), first?.first ?? 0] as const
    const member = { item, count: item.count, at }
    for (const [key, label] of valuesOf(item, by, types, words)) {
      const group = groups.get(key) ?? { label, members: [] }
      groups.set(key, group)
      group.members.push(member)
    }
  }
  const ranks = ranksOf(by, types)
  const rank = (key: string): number => (key === '' ? 2 * lastRank : (ranks.get(key) ?? lastRank))
  return [...groups]
    .map(([key, { label, members }]) => ({ key, label, members: inOrder(members) }))
    .sort((a, b) => rank(a.key) - rank(b.key) || names.compare(a.label, b.label))
}

/** Keys and labels of the groups in which an item stands. */
function valuesOf(
  item: Listed,
  by: Exclude<Grouping, 'page'>,
  types: readonly TypeInfo[],
  { unknown, status }: GroupWords,
): readonly (readonly [key: string, label: string])[] {
  const values: Readonly<Record<typeof by, readonly string[]>> = {
    owner: listOf(item.owner),
    place: listOf(item.place),
    kind: listOf(item.kind),
    target: item.targets ?? [],
    year: listOf(yearOf(item.began)),
    status: [statusOf(item)],
    type: [item.type],
  }
  const labelOf = (value: string): string => {
    if (by === 'kind') return item.kindLabel ?? value
    if (by === 'status') return status[statusOf(item)]
    return by === 'type' ? (types.find(({ name }) => name === value)?.label ?? value) : value
  }
  const known = values[by].map((value) => [value, labelOf(value)] as const)
  return known.length > 0 ? known : [['', unknown[by] ?? '']]
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}

/** The first year of a value in EDTF. */
function yearOf(date: string | undefined): string | undefined {
  return /\d{4}/.exec(date ?? '')?.[0]
}

const lastRank = 1000

/** Groups of which the order is given; others come by their names, behind them. */
function ranksOf(by: Grouping, types: readonly TypeInfo[]): ReadonlyMap<string, number> {
  const order =
    by === 'type'
      ? types.map(({ name }) => name)
      : by === 'status'
        ? (['suggested', 'partly', 'confirmed'] satisfies Status[])
        : []
  return new Map(order.map((key, rank) => [key, rank]))
}

/**
 * An item stands under each page that names it, with its mentions there. Pages come corpus by
 * corpus in the order of their paths, as everywhere else, whatever they are called.
 */
function byPage<T extends Listed>(
  items: readonly T[],
  inOrder: (members: readonly Member<T>[]) => readonly Member<T>[],
  isShown: (uri: string) => boolean,
): readonly Group<T>[] {
  const corpora = [...new Set(items.map(({ corpus }) => corpus))]
  const groups = new Map<string, PageGroup<T>>()
  for (const item of items) {
    for (const { uri, label, count, first } of item.pages) {
      if (!isShown(uri)) continue
      const path = decoded(uri)
      const corpus = corpora.indexOf(item.corpus)
      const group = groups.get(uri) ?? { corpus, path, label, members: [] }
      group.members.push({ item, count, at: [path, first] })
      groups.set(uri, group)
    }
  }
  return [...groups]
    .sort(([, a], [, b]) => a.corpus - b.corpus || (a.path < b.path ? -1 : 1))
    .map(([uri, { label, members }]) => ({ key: uri, label, uri, members: inOrder(members) }))
}

interface PageGroup<T> {
  readonly corpus: number
  readonly path: string
  readonly label: string
  readonly members: Member<T>[]
}

/** The server orders paths as they are read, and `（` does not stand where `%EF` does. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** By sound; names that begin with a quotation mark stand with the others. */
const names = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true, ignorePunctuation: true })

type Comparison = (a: Member<Listed>, b: Member<Listed>) => number

const byName: Comparison = (a, b) => names.compare(a.item.name, b.item.name)

const comparisons: Readonly<Record<Order, Comparison>> = {
  name: byName,
  place: (a, b) => byPlace(a, b) || byName(a, b),
  /** What is named most often first. */
  mentions: (a, b) => b.count - a.count || byName(a, b),
  date: (a, b) => {
    const [first, second] = [a, b].map(({ item }) => dateKey(item))
    return first === second ? byName(a, b) : (first ?? '') < (second ?? '') ? -1 : 1
  },
}

/** In the order in which one reads the corpus. */
const byPlace: Comparison = ({ at: [page, offset] }, { at: [other, otherOffset] }) =>
  page === other ? offset - otherOffset : page < other ? -1 : 1

/** By the beginning; where that is not known, behind the others by the first issue; what has neither comes last. */
function dateKey({ began, issued }: Listed): string {
  const beginning = /\d{4}[\d-]*/.exec(began ?? '')?.[0]
  return beginning ?? (issued === undefined ? '~~' : `~${issued}`)
}
