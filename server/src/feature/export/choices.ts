/** What people choose for an export, and a page as it is written then. */
import type { Format } from '../../exchange/format/format.ts'
import type { LossCount } from '../../exchange/format/losses.ts'
import type { ExchangePage, TextKind } from '../../exchange/format/model.ts'

/**
 * `accepted`: what people accepted. `all`: suggestions too. `finished`: suggestions only of pages that
 * nobody has marked as done.
 */
export type WantedStatus = 'accepted' | 'all' | 'finished'

export interface ExportChoices {
  readonly format: Format
  readonly status: WantedStatus
  readonly text: TextKind
  /** Whether what the format cannot carry is written beside it, so that import restores it. */
  readonly side: boolean
  /** Of the format, by name. */
  readonly options: Readonly<Record<string, string>>
}

/** A page as it is written, and the line of the side file that leads back from its text. */
export interface ExportUnit {
  readonly page: ExchangePage
  readonly line: string
  /** Of a logical text: what is lost without that line. */
  readonly lost?: readonly LossCount[]
}
