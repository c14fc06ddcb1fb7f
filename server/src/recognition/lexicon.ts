/** The tables that recognisers read. `corpus/` loads them from `server/lexicon/` and hands them in. */

/** Word lists by the name of their file in `server/lexicon/`, without extension: `surnames`. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

export const emptyLexicon: Lexicon = { words: new Map() }
