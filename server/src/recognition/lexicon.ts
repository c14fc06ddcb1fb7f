/** The tables that recognisers read. `corpus/` loads them from `server/lexicon/` and hands them in. */

/** Word lists by the name of their file in `server/lexicon/`, without extension: `surnames`. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

export const emptyLexicon: Lexicon = { words: new Map() }

/** The list of that name; an empty one where the lexicon has none. */
export function wordList(lexicon: Lexicon, name: string): ReadonlySet<string> {
  return lexicon.words.get(name) ?? none
}

/** Makes `build` run once for each lexicon: for tables and expressions that are costly to make. */
export function oncePerLexicon<Table>(build: (lexicon: Lexicon) => Table): (l: Lexicon) => Table {
  const tables = new WeakMap<Lexicon, { readonly table: Table }>()
  return (lexicon) => {
    const known = tables.get(lexicon)
    if (known !== undefined) return known.table
    const table = build(lexicon)
    tables.set(lexicon, { table })
    return table
  }
}

/** The lists as the inside of a regular expression, longest word first; matches nothing for none. */
export function alternatives(lexicon: Lexicon, ...names: readonly string[]): string {
  const words = names.flatMap((name) => [...wordList(lexicon, name)])
  if (words.length === 0) return '(?!)'
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return escaped.sort((a, b) => b.length - a.length).join('|')
}

/** Finds words of a large list at a place of a text. */
export interface WordMatcher {
  /** Length of the longest word that begins at `at`; 0 for none. */
  longestAt(text: string, at: number): number
}

export function wordMatcher(words: Iterable<string>): WordMatcher {
  const set = new Set(words)
  // Lengths to try by first character, longest first: most characters begin no word at all.
  const lengths = new Map<string, number[]>()
  for (const word of set) {
    const first = word.charAt(0)
    const known = lengths.get(first)
    if (known === undefined) lengths.set(first, [word.length])
    else if (!known.includes(word.length)) known.push(word.length)
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a)
  return {
    longestAt(text, at) {
      for (const length of lengths.get(text.charAt(at)) ?? []) {
        if (set.has(text.slice(at, at + length))) return length
      }
      return 0
    },
  }
}

const none: ReadonlySet<string> = new Set()
