/** Counts of right and wrong names on pages, and what they say of a new model beside the one at work. */
import type { MarkedSpan } from '../../text/marked.ts'

/** Of one type, or of all. */
export interface Counts {
  readonly gold: number
  readonly found: number
  readonly right: number
}

export type CountsByType = ReadonlyMap<string, Counts>

interface Rates extends Counts {
  /** 0 to 1. */
  readonly f1: number
}

export interface Judgement {
  /** Pages that were held back. */
  readonly pages: number
  /** Exact span and type over all types, with what was at work so far. */
  readonly before: Rates
  readonly after: Rates
  /** Without any model of the person's. */
  readonly without: Rates
  /** The most frequent first. */
  readonly perType: readonly {
    readonly type: string
    readonly before: Rates
    readonly after: Rates
  }[]
  /** Whether the new model replaces the one at work: it is no worse than that one, and no worse than none. */
  readonly kept: boolean
}

/** Exact spans and types. */
export function countNames(
  wanted: readonly MarkedSpan[],
  found: readonly MarkedSpan[],
  counts: Map<string, Counts>,
): void {
  const right = new Set(wanted.map(keyOf))
  for (const { type } of wanted) add(counts, type, { gold: 1, found: 0, right: 0 })
  for (const name of found) {
    add(counts, name.type, { gold: 0, found: 1, right: right.has(keyOf(name)) ? 1 : 0 })
  }
}

export function add(counts: Map<string, Counts>, type: string, more: Counts): void {
  const { gold, found, right } = counts.get(type) ?? none
  counts.set(type, {
    gold: gold + more.gold,
    found: found + more.found,
    right: right + more.right,
  })
}

/** One for each page in each list. */
export function judge(
  before: readonly CountsByType[],
  after: readonly CountsByType[],
  without: readonly CountsByType[],
): Judgement {
  const [sumBefore, sumAfter, sumWithout] = [before, after, without].map(sum)
  const all = (counts = new Map<string, Counts>()): Rates =>
    rates(sum([total(counts)]).get('') ?? none)
  const types = new Set([...(sumBefore?.keys() ?? []), ...(sumAfter?.keys() ?? [])])
  const [now, then, bare] = [all(sumAfter), all(sumBefore), all(sumWithout)]
  return {
    pages: after.length,
    before: then,
    after: now,
    without: bare,
    perType: [...types]
      .map((type) => ({
        type,
        before: rates(sumBefore?.get(type) ?? none),
        after: rates(sumAfter?.get(type) ?? none),
      }))
      .sort((a, b) => b.after.gold - a.after.gold || (a.type < b.type ? -1 : 1)),
    kept: after.length > 0 && now.f1 >= then.f1 && now.f1 >= bare.f1,
  }
}

const none: Counts = { gold: 0, found: 0, right: 0 }

function sum(pages: readonly CountsByType[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const page of pages) for (const [type, each] of page) add(counts, type, each)
  return counts
}

function total(counts: CountsByType): Map<string, Counts> {
  const all = new Map<string, Counts>()
  for (const each of counts.values()) add(all, '', each)
  return all
}

function rates(counts: Counts): Rates {
  const { gold, found, right } = counts
  return { ...counts, f1: gold + found === 0 ? 0 : (2 * right) / (gold + found) }
}

/** Equal for the same span with the same type. */
export function keyOf({ start, end, type }: MarkedSpan): string {
  return `${start} ${end} ${type}`
}
