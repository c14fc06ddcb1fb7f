/** The overview of a corpus: its numbers, and for each number the spans that are counted in it. */
import type { Location } from './place.ts'
import type { MentionStatus } from './reading.ts'

export type OverviewChartName =
  | 'status'
  | 'type'
  | 'page'
  | 'kind'
  | 'owner'
  | 'place'
  | 'year'
  | 'month'

/** Numbers under one heading: a type, a page, an owner. */
export interface OverviewRow {
  /** In questions about it. */
  readonly key: string
  /** For people. */
  readonly label: string
  /** One for each series of the chart; those of a place have what lies in it. */
  readonly counts: readonly number[]
  /** `#rrggbb` of a type that does not have the theme's colour. */
  readonly colour?: string
  /** The cities of a province, the counties of a city. */
  readonly children?: readonly OverviewRow[]
}

export interface OverviewChart {
  readonly name: OverviewChartName
  /** What is counted: mentions by their status, or initiatives and their mentions. */
  readonly series: readonly { readonly key: string; readonly label: string }[]
  readonly rows: readonly OverviewRow[]
}

export interface Overview {
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly name: string
  /** SHA-256 of texts and annotations, in hexadecimal: the same state has the same. */
  readonly hash: string
  /** Of git, full and in hexadecimal, where one holds texts and annotations as they are. */
  readonly commit?: string
  /** Of Biaozhu, on which suggestions depend. */
  readonly version: string
  /** Pages that are analysed and counted, of all. */
  readonly pages: { readonly counted: number; readonly all: number }
  readonly charts: readonly OverviewChart[]
}

/** The numbers of a chart, of one of its rows, of one series; all where nothing is said. */
export interface OverviewNumber {
  /** Uri of the corpus root. */
  readonly corpus: string
  readonly chart: OverviewChartName
  readonly row?: string
  readonly series?: string
  /** A part of the spans: from this index on, at most so many. */
  readonly from: number
  readonly most: number
}

export interface OverviewSpan {
  readonly location: Location
  readonly text: string
  /** Label of its type in the interface language. */
  readonly type: string
  readonly status: MentionStatus
  readonly pageLabel: string
  /** The sentence around it; `[start, end)` of the mention in it, in UTF-16 units. */
  readonly sentence: string
  readonly highlight: readonly [number, number]
}

export interface OverviewRequests {
  /** Of the first corpus where none is named; `null` where there is none. */
  'biaozhu/overview': (params: { readonly corpus?: string }) => Overview | null
  /** `total`: how many there are in all parts, which is the number. */
  'biaozhu/overviewSpans': (params: OverviewNumber) => {
    readonly total: number
    readonly spans: readonly OverviewSpan[]
  }
  /** The same as CSV, headings in the part from 0 on. `next`: from where it goes on. */
  'biaozhu/overviewCsv': (params: OverviewNumber) => {
    readonly csv: string
    readonly next?: number
  }
}
