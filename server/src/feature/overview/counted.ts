/** What the overview counts: mentions, each with the rows in which it is counted. */
import type { Corpus, Document } from '../../corpus/snapshot/model.ts'
import type { OverviewChartName, OverviewRow } from '../../protocol.ts'
import type { MentionPlace } from '../looking/places.ts'

/** A row without its numbers. */
export interface RowName {
  readonly key: string
  readonly label: string
  readonly colour?: string
}

export interface Counted extends MentionPlace {
  /** In which it is counted, the widest first: 浙江省, 嘉兴市. */
  readonly rows: readonly RowName[]
  /** Key of the series. */
  readonly series: string
}

/** One chart: what is counted in it, and how its rows are ordered. */
export interface Counting {
  readonly name: OverviewChartName
  readonly series: readonly string[]
  /** In order of page and position, or of entities. */
  counted(corpus: Corpus): Iterable<Counted>
  /** Below 0 where `a` stands first; rows for which it says nothing stay in the order in which they were found. */
  order(corpus: Corpus): (a: OverviewRow, b: OverviewRow) => number
}

/** Pages whose mentions are known: a question does not wait for those that are analysed in the background. */
export function knownPages({ documents }: Corpus): readonly Document[] {
  return documents.filter(({ isAnalysed }) => isAnalysed)
}

export function inOrderFound(): number {
  return 0
}

/** The largest first, what has no name last; `countOf` says by which number. */
export function byCount(countOf: (row: OverviewRow) => number) {
  return (a: OverviewRow, b: OverviewRow): number => {
    if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1
    return countOf(b) - countOf(a) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  }
}

/** By key, as years and months are. */
export function byKey(a: OverviewRow, b: OverviewRow): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

export function sum({ counts }: OverviewRow): number {
  return counts.reduce((total, count) => total + count, 0)
}
