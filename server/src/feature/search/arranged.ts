/** What was found, in groups and in order. */
import type { SearchGroup, SearchGrouping, SearchSort } from '../../protocol.ts'
import { fold } from '../../text/fold.ts'
import { labelOf } from '../wording/messages.ts'
import { pageName } from '../wording/page-name.ts'
import type { FoundHit } from './found.ts'
import { contextOf, nameOfMention } from './records.ts'

export interface HitGroup extends SearchGroup {
  readonly hits: readonly FoundHit[]
}

/** Places that are looked at in one step. */
const inOneStep = 20

/** Pages and years in their order, others by count; what has none is last. */
export function* groupsOf(
  hits: readonly FoundHit[],
  by: SearchGrouping,
): Generator<void, readonly HitGroup[]> {
  if (by === 'none') return []
  const groups = new Map<string, HitGroup & { count: number; readonly hits: FoundHit[] }>()
  for (const [i, hit] of hits.entries()) {
    if (i % inOneStep === 0) yield
    const { key, label } = nameIn(hit, by)
    const group = groups.get(key) ?? { key, label, count: 0, hits: [] }
    groups.set(key, group)
    group.count++
    group.hits.push(hit)
  }
  const all = [...groups.values()]
  if (by === 'page') return all
  const order = (a: HitGroup, b: HitGroup): number =>
    by === 'year' ? compare(a.key, b.key) : b.count - a.count || compare(a.label, b.label)
  return all.sort((a, b) => Number(a.key === '') - Number(b.key === '') || order(a, b))
}

/** Characters that decide. */
const reach = 20

/** `hits` by page and place. */
export function* inOrder(
  hits: readonly FoundHit[],
  sort: SearchSort,
): Generator<void, readonly FoundHit[]> {
  if (sort === 'page') return hits
  const keyed: { readonly each: FoundHit; readonly key: string }[] = []
  for (const [i, each] of hits.entries()) {
    if (i % inOneStep === 0) yield
    const { left, right } = contextOf(each.hit, reach)
    const key = sort === 'right' ? right : [...left].reverse().join('')
    keyed.push({ each, key: fold(key).text })
  }
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ each }) => each)
}

function nameIn(
  { corpus, source, document, page: { date }, hit: { mention } }: FoundHit,
  by: Exclude<SearchGrouping, 'none'>,
): { readonly key: string; readonly label: string } {
  const none = { key: '', label: '' }
  if (by === 'page') return { key: document.uri, label: pageName(corpus, document) }
  if (by === 'year') {
    const year = date?.slice(0, 4) ?? ''
    return { key: year, label: year }
  }
  if (mention === undefined) return none
  if (by === 'type') {
    const type = corpus.schema.types.find(({ name }) => name === mention.type)
    return { key: mention.type, label: type === undefined ? mention.type : labelOf(type) }
  }
  const { entity } = mention
  if (by === 'owner') {
    const owner = entity === undefined ? undefined : source.ownerOf(entity)
    return owner === undefined ? none : { key: owner, label: owner }
  }
  const label = nameOfMention(source, document.text, mention)
  const id = entity === undefined ? label : source.idOf(entity)
  return label === undefined ? none : { key: `${corpus.root} ${id}`, label }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
