/** What is open, in groups over one page or many: by name, type or doubt; and one group, part by part. */
import type { PageOfCorpus } from '../../corpus/snapshot/model.ts'
import type { Part } from '../../entity/model.ts'
import type { ReviewFilter, ReviewGroup, ReviewGrouping } from '../../protocol.ts'
import { defined } from '../../values/defined.ts'
import { type OpenThing, openThings } from './rows.ts'

export interface Grouped {
  readonly by: ReviewGrouping
  readonly filter: ReviewFilter
}

/** Counts what is open into groups, page by page, so that others can be served in between. */
export class GroupCount {
  readonly #grouped: Grouped
  readonly #groups = new Map<string, Counted>()

  constructor(grouped: Grouped) {
    this.#grouped = grouped
  }

  add(place: PageOfCorpus): void {
    const { by, filter } = this.#grouped
    const seen = new Set<string>()
    for (const thing of openThings(place, filter)) {
      const key = keyOf(thing, by)
      const group = this.#groups.get(key) ?? { ...groupOf(thing, by, place), count: 0, pages: 0 }
      this.#groups.set(key, group)
      group.count++
      if (!seen.has(key)) group.pages++
      seen.add(key)
    }
  }

  /**
   * Names with the most suggestions first, types in the order of the schema, the surest first; behind them what is
   * no suggestion.
   */
  inOrder(): readonly ReviewGroup[] {
    const { by } = this.#grouped
    const byCount = by === 'name'
    return [...this.#groups.values()]
      .sort((a, b) => {
        const [first, second] = [a, b].map(({ kind }) => kinds.indexOf(kind))
        if (first !== second) return (first ?? 0) - (second ?? 0)
        if (byCount && a.count !== b.count) return b.count - a.count
        return a.rank - b.rank || ((a.text ?? '') < (b.text ?? '') ? -1 : 1)
      })
      .map(({ rank: _rank, ...group }) => group)
  }
}

interface Counted extends Omit<ReviewGroup, 'count' | 'pages'> {
  /** Among groups of its kind. */
  readonly rank: number
  count: number
  pages: number
}

/** What of the group `key` is open on a page, by place. */
export function thingsInGroup(
  place: PageOfCorpus,
  key: string,
  { by, filter }: Grouped,
): readonly OpenThing[] {
  return openThings(place, filter).filter((thing) => keyOf(thing, by) === key)
}

/** Takes a part out of a list that comes piece by piece. */
export class PartOf<T> {
  #skip: number
  #most: number
  readonly #taken: T[] = []

  constructor({ from = 0, most = Number.POSITIVE_INFINITY }: Part) {
    this.#skip = from
    this.#most = most
  }

  get taken(): readonly T[] {
    return this.#taken
  }

  get isFull(): boolean {
    return this.#most === 0
  }

  add(items: readonly T[]): void {
    const wanted = items.slice(this.#skip, this.#skip + this.#most)
    this.#skip = Math.max(0, this.#skip - items.length)
    this.#most -= wanted.length
    for (const item of wanted) this.#taken.push(item)
  }
}

/** The order of groups. */
const kinds: readonly ReviewGroup['kind'][] = [
  'place',
  'name',
  'type',
  'confidence',
  'gap',
  'unsure',
  'doubt',
  'join',
  'rejected',
]

/** Lower ends of the bands of confidence, in hundredths, the surest first. */
const bands = [90, 80, 70, 60, 50, 0]

/** Where nothing is marked is a place on the page as a suggestion is. */
function keyOf({ kind, mention }: OpenThing, by: ReviewGrouping): string {
  if (by === 'place' && (kind === 'suggestion' || kind === 'gap')) return 'place'
  if (kind !== 'suggestion' || mention === undefined) return kind
  const { type, text, confidence } = mention
  if (by === 'name') return `name ${type} ${text}`
  return by === 'type' ? `type ${type}` : `confidence ${bandOf(confidence)}`
}

function groupOf(
  thing: OpenThing,
  by: ReviewGrouping,
  { corpus }: PageOfCorpus,
): Omit<Counted, 'count' | 'pages'> {
  const key = keyOf(thing, by)
  const { kind, mention } = thing
  if (key === 'place') return { key, kind: 'place', rank: 0 }
  if (kind !== 'suggestion' || mention === undefined) {
    return { key, kind: kind === 'suggestion' ? 'place' : kind, rank: 0 }
  }
  const { type, text, confidence } = mention
  if (by === 'confidence') {
    const from = bandOf(confidence)
    const below = bands[bands.indexOf(from) - 1]
    return {
      key,
      kind: 'confidence',
      from: from / 100,
      ...defined({ below: below === undefined ? undefined : below / 100 }),
      rank: bands.indexOf(from),
    }
  }
  const names = corpus.schema.types.map(({ name }) => name)
  const rank = names.includes(type) ? names.indexOf(type) : names.length
  return by === 'type' ? { key, kind: 'type', type, rank } : { key, kind: 'name', type, text, rank }
}

/** The lower end of its band; as people read it, rounded to hundredths. */
function bandOf(confidence: number): number {
  const hundredths = Math.round(confidence * 100)
  return bands.find((from) => hundredths >= from) ?? 0
}
