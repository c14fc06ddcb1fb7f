/** Counts the mentions of pages by something: page by page, so that thousands take no memory. */
import { defined } from '../../values/defined.ts'
import type { CountedMention, CountedPage, Grouping, StatisticsRecord } from './model.ts'

export interface Tally {
  add(page: CountedPage): void
  /** Pages, articles and years in their order, all else by count. */
  records(): readonly StatisticsRecord[]
}

interface Group {
  readonly value: string | null
  readonly of: string | undefined
  accepted: number
  suggested: number
  pages: number
  /** Path of the last page with a mention. */
  last: string | undefined
  /** Counted where the group is a part of the text; else it is the whole. */
  characters: number
}

/** Total; time of a sort. */
export function createTally(by: Grouping): Tally {
  const groups = new Map<string, Group>()
  let all = 0
  const groupOf = ({ value, of, key }: Place): Group => {
    const known = groups.get(key)
    if (known !== undefined) return known
    const counts = { accepted: 0, suggested: 0, pages: 0, characters: 0 }
    const group: Group = { value, of, last: undefined, ...counts }
    groups.set(key, group)
    return group
  }
  return {
    add(page) {
      all += page.characters
      for (const [place, characters] of partsOf(page, by)) groupOf(place).characters += characters
      for (const mention of page.mentions) {
        const place = placeOf(mention, page, by)
        if (place === undefined) continue
        const group = groupOf(place)
        if (mention.accepted) group.accepted++
        else group.suggested++
        if (group.last !== page.path) group.pages++
        group.last = page.path
      }
    },
    records() {
      const isPart = partGroupings.has(by)
      return sorted([...groups.values()], by).map((group): StatisticsRecord => {
        const { value, of, accepted, suggested, pages } = group
        const characters = isPart ? group.characters : all
        return {
          by,
          value,
          ...defined({ of }),
          accepted,
          suggested,
          acceptedPer10000: rate(accepted, characters),
          suggestedPer10000: rate(suggested, characters),
          pages,
          characters,
        }
      })
    },
  }
}

/** Groups that are parts of the text, each with its own number of characters. */
const partGroupings: ReadonlySet<Grouping> = new Set([
  ...(['year', 'newspaper', 'page', 'article'] as const),
])

interface Place {
  readonly value: string | null
  readonly of?: string
  /** Of the group: equal names can be several. */
  readonly key: string
}

/** The parts of a page that are groups of their own, with mentions or without. */
function partsOf(page: CountedPage, by: Grouping): readonly (readonly [Place, number])[] {
  if (!partGroupings.has(by)) return []
  if (by !== 'article') return [[partOf(page, by), page.characters]]
  const parts = page.articles.map(({ characters }, i) => [articleOf(page, i), characters] as const)
  const outside = page.characters - parts.reduce((sum, [, characters]) => sum + characters, 0)
  return [...parts, [articleOf(page, undefined), Math.max(0, outside)]]
}

function placeOf(mention: CountedMention, page: CountedPage, by: Grouping): Place | undefined {
  const { type, entity } = mention
  switch (by) {
    case 'type':
      return { value: type, key: type }
    case 'entity':
      return entity && { value: entity.name, of: type, key: entity.id }
    case 'kind':
    case 'owner':
    case 'place':
      return entity?.facts && named(entity.facts[by])
    case 'article':
      return articleOf(page, mention.article)
    default:
      return partOf(page, by)
  }
}

function partOf({ path, newspaper, date }: CountedPage, by: Grouping): Place {
  if (by === 'page') return { value: path, key: path }
  return named(by === 'year' ? date?.slice(0, 4) : newspaper)
}

function articleOf({ path, articles }: CountedPage, index: number | undefined): Place {
  const title = index === undefined ? undefined : articles[index]?.title
  const number = title === undefined ? '' : index
  return { value: title ?? null, of: path, key: `${path} ${number}` }
}

function named(value: string | undefined): Place {
  return value === undefined ? { value: null, key: '' } : { value, key: `=${value}` }
}

function sorted(groups: Group[], by: Grouping): readonly Group[] {
  if (by === 'page' || by === 'article') return groups
  const byName = (a: Group, b: Group): number => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value ? -1 : 1
    return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
  }
  const count = ({ accepted, suggested }: Group): number => accepted + suggested
  return groups.sort((a, b) => (by === 'year' ? 0 : count(b) - count(a)) || byName(a, b))
}

function rate(count: number, characters: number): number {
  return characters === 0 ? 0 : Math.round((count * 1_000_000) / characters) / 100
}
