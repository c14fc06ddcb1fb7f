/**
 * Regular expressions out of the lexicon's tables of patterns. A pattern is the source of an expression in which
 * `{name}` stands for another pattern above it in its table or for a word list, `{name,name}` for several lists, and
 * `{han}` for any Chinese character.
 */
import { alternatives, characters, type Lexicon } from './lexicon.ts'
import { oncePer } from './once-per.ts'

/**
 * The patterns of a table that the keys of `flags` name, compiled once for each lexicon. All are Unicode expressions;
 * `flags` says what else they are (`g`, `y`, `d`, `i`). A pattern that the lexicon lacks matches nothing.
 */
export function expressions<Name extends string>(
  table: string,
  flags: Readonly<Record<Name, string>>,
): (lexicon: Lexicon) => Readonly<Record<Name, RegExp>> {
  return oncePer((lexicon) => {
    const sources = expanded(lexicon, table)
    const compiled = Object.entries<string>(flags).map(
      ([name, more]) => [name, new RegExp(sources.get(name) ?? '(?!)', `${more}u`)] as const,
    )
    return Object.fromEntries(compiled) as Record<Name, RegExp>
  })
}

/** The patterns of a table by name, with what their references stand for in place. */
export function expanded(lexicon: Lexicon, table: string): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  for (const [name, source] of lexicon.patterns.get(table) ?? []) {
    above.set(name, expand(source, above, lexicon))
  }
  return above
}

/** An escape such as `\p{Script=Han}`, the bounds of a character class, or a reference. */
const parts = /\\.|[[\]]|\{(?<reference>[a-z][\w,-]*)\}/gsu

/** Outside a character class a reference is one unit, which a quantifier may follow; inside it is its characters. */
function expand(source: string, above: ReadonlyMap<string, string>, lexicon: Lexicon): string {
  let inClass = false
  return source.replace(parts, (part, reference: string | undefined) => {
    if (part === '[') inClass = true
    else if (part === ']') inClass = false
    if (reference === undefined) return part
    if (reference === 'han') return '\\p{Script=Han}'
    const pattern = above.get(reference)
    if (pattern !== undefined) return inClass ? pattern : `(?:${pattern})`
    const lists = reference.split(',')
    return inClass ? characters(lexicon, ...lists) : `(?:${alternatives(lexicon, ...lists)})`
  })
}
