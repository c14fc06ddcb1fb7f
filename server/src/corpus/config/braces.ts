/** What the braces of globs stand for: `{a,b}.txt` is `a.txt` and `b.txt`, `{08..10}` is 08, 09 and 10. */

/** Globs of a corpus at most, counted without braces, and their characters together: each file is compared with all of them. */
export const mostGlobs = 1000
export const mostCharacters = 20_000

/**
 * The same globs without braces; `undefined` where they would be too many, before that is found out by making them.
 * A brace without comma and dots, or without its other half, stands for itself.
 */
export function withoutBraces(globs: readonly string[]): readonly string[] | undefined {
  const done: string[] = []
  const waiting = globs.toReversed()
  let characters = 0
  for (let glob = waiting.pop(); glob !== undefined; glob = waiting.pop()) {
    const brace = glob.length > mostCharacters ? undefined : firstBrace(glob)
    if (brace === undefined) {
      characters += glob.length
      done.push(glob)
    } else {
      const { start, end, options } = brace
      if (options.length > mostGlobs) return undefined
      for (const option of options.toReversed()) {
        waiting.push(glob.slice(0, start) + option + glob.slice(end))
      }
    }
    if (characters > mostCharacters || done.length + waiting.length > mostGlobs) return undefined
  }
  return done
}

interface Brace {
  /** UTF-16 offsets; `end` is behind the closing brace. */
  readonly start: number
  readonly end: number
  readonly options: readonly string[]
}

/** The first brace that stands for something, with those that are in it still in its options. */
function firstBrace(glob: string): Brace | undefined {
  const open: { readonly start: number; readonly commas: number[] }[] = []
  let first: Brace | undefined
  for (let i = 0; i < glob.length; i++) {
    const character = glob[i]
    if (character === '\\') i++
    else if (character === '{') open.push({ start: i, commas: [] })
    else if (character === ',') open.at(-1)?.commas.push(i)
    else if (character === '}') {
      const brace = open.pop()
      if (brace === undefined || (first !== undefined && first.start < brace.start)) continue
      const options = optionsBetween(glob, [brace.start, ...brace.commas, i])
      if (options.length > 0) first = { start: brace.start, end: i + 1, options }
    }
  }
  return first
}

/** What stands between the offsets of a brace and its commas; none where the brace stands for itself. */
function optionsBetween(glob: string, borders: readonly number[]): readonly string[] {
  const [inside = '', ...others] = borders
    .slice(1)
    .map((border, i) => glob.slice((borders[i] ?? 0) + 1, border))
  if (others.length > 0) return [inside, ...others]
  const [, from, to] = /^(\d{1,9}|[a-zA-Z])\.\.(\d{1,9}|[a-zA-Z])$/.exec(inside) ?? []
  return from === undefined || to === undefined ? [] : optionsFrom(from, to)
}

/** Numbers have leading zeros where an end has; where there are too many, one more than is allowed. */
function optionsFrom(from: string, to: string): readonly string[] {
  const isNumber = /\d/.test(from)
  if (isNumber !== /\d/.test(to)) return []
  const numberOf = (end: string): number => (isNumber ? Number(end) : end.charCodeAt(0))
  const least = Math.min(numberOf(from), numberOf(to))
  const count = Math.min(Math.abs(numberOf(from) - numberOf(to)), mostGlobs) + 1
  const width = /^0\d/.test(from) || /^0\d/.test(to) ? Math.max(from.length, to.length) : 1
  return Array.from({ length: count }, (_, i) =>
    isNumber ? String(least + i).padStart(width, '0') : String.fromCharCode(least + i),
  )
}
