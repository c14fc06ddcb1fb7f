/** What the extension and its panels say to each other. Types alone: `client/webview/` imports them, too. */
import type {
  CorpusInfo,
  InitiativeDetail,
  Location,
  Overview,
  OverviewChartName,
  OverviewNumber,
  OverviewSpan,
} from '../../../server/src/protocol.ts'

/** A number of a chart; of a row all its series, of a chart all its rows, where nothing is said of them. */
export type NumberOf = Omit<OverviewNumber, 'from' | 'most'>

export type FromOverview =
  | { readonly kind: 'ready' }
  /** Another corpus, by the uri of its root. */
  | { readonly kind: 'corpus'; readonly root: string }
  | { readonly kind: 'list'; readonly number: OverviewNumber }
  | { readonly kind: 'open'; readonly location: Location }
  | { readonly kind: 'export'; readonly number: NumberOf }

export type ToOverview =
  | { readonly kind: 'words'; readonly words: OverviewWords }
  | {
      readonly kind: 'overview'
      readonly overview: Overview
      readonly corpora: readonly CorpusInfo[]
    }
  | {
      readonly kind: 'spans'
      readonly number: OverviewNumber
      readonly total: number
      readonly spans: readonly OverviewSpan[]
    }

export type FromDetail =
  | Extract<FromOverview, { readonly kind: 'ready' | 'open' }>
  | { readonly kind: 'copy'; readonly format: 'markdown' | 'json' }

export type ToDetail =
  | { readonly kind: 'detailWords'; readonly words: DetailWords }
  /** `null`: there is no such initiative any more. */
  | { readonly kind: 'detail'; readonly detail: InitiativeDetail | null }

/** The texts of the panel of an initiative. */
export interface DetailWords {
  readonly copyMarkdown: string
  readonly copyJson: string
  readonly aliases: string
  readonly address: string
  readonly facts: string
  readonly differs: string
  readonly accepted: string
  readonly none: string
  readonly gone: string
  readonly graph: string
  readonly graphHelp: string
  readonly life: string
  readonly lifeHelp: string
  readonly named: string
  readonly dated: string
  readonly mentions: string
}

/** The texts of the overview in the interface language; `{0}` stands for a value. */
export interface OverviewWords {
  readonly title: string
  readonly corpus: string
  readonly charts: Readonly<Record<OverviewChartName, string>>
  readonly counted: string
  readonly state: string
  readonly stateHelp: string
  readonly commit: string
  readonly commitHelp: string
  readonly table: string
  readonly export: string
  readonly chart: string
  readonly total: string
  readonly all: string
  readonly none: string
  readonly years: string
  readonly months: string
  readonly part: string
  readonly earlier: string
  readonly later: string
  readonly number: string
  readonly more: string
  readonly close: string
}
