/** How the shipped model learns from done pages. Chosen by the dev part of the written corpus. */

export interface Settings {
  /** Passes over all lines. */
  readonly epochs: number
  readonly rate: number
  readonly pull: number
  /** Share of features that a pass leaves out at random. */
  readonly dropout: number
  /** A feature met less often is not learned from. */
  readonly least: number
  /** Log weight by places and characters from which a span is looked at as a whole. */
  readonly threshold: number
  /** How much the likelihood by places and characters alone counts beside the whole one. */
  readonly edges: number
  /** A difference that is nearer to 0 is none. */
  readonly leastDifference: number
}

export const usual: Settings = {
  epochs: 3,
  rate: 0.04,
  pull: 0.03,
  dropout: 0.2,
  least: 3,
  threshold: -4,
  edges: 0.3,
  leastDifference: 0.03,
}

/**
 * With types that the shipped model does not have. Their weights begin from nothing, so that it takes more passes; and what a
 * pass leaves out would make the others too large, where shipped weights were learned with it.
 */
export const withOwnTypes: Settings = { ...usual, epochs: 6, dropout: 0 }
