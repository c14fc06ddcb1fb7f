/** The lexicon: word lists and tables of patterns, read from `server/lexicon/` by `corpus/` and handed to the rooms. */

export interface Lexicon {
  /** Word lists by the name of their file, without extension: `surnames`. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
  /** Tables in `patterns/` by the name of their file: what stands behind each pattern's name, in order. */
  readonly patterns: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Trained models in `model/` by the name of their file, as bytes, of which each room reads its own. */
  readonly models?: ReadonlyMap<string, Uint8Array>
}

export const emptyLexicon: Lexicon = { words: new Map(), patterns: new Map() }

/** The list of that name; an empty one where the lexicon has none. */
export function wordList(lexicon: Lexicon, name: string): ReadonlySet<string> {
  return lexicon.words.get(name) ?? none
}

/** The lists as the inside of a regular expression, longest word first; matches nothing for none. */
export function alternatives(lexicon: Lexicon, ...names: readonly string[]): string {
  const words = names.flatMap((name) => [...wordList(lexicon, name)])
  const single = words.filter((word) => word.length === 1)
  const longer = words
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  if (single.length > 0) longer.push(`[${classOf(single)}]`)
  return longer.length === 0 ? '(?!)' : longer.join('|')
}

/** The lists as the inside of a character class: the characters of their words. */
export function characters(lexicon: Lexicon, ...names: readonly string[]): string {
  return classOf(names.flatMap((name) => [...wordList(lexicon, name)]))
}

function classOf(words: readonly string[]): string {
  return words.join('').replace(/[\\^\]-]/g, '\\$&')
}

const none: ReadonlySet<string> = new Set()
