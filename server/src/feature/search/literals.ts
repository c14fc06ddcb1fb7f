/** What stands in every match of a regular expression, so that an index need not have each page looked at. */

/** Texts of two characters or more; none where nothing is sure. The expression is a valid one with the flag `u`. */
export function literalsOf(source: string, flags: string): readonly string[] {
  const found: string[][] = [[]]
  let depth = 0
  for (const { 0: part, groups } of source.matchAll(parts)) {
    const run = found.at(-1) ?? []
    if (part === '(') depth++
    if (depth === 0 && part === '|') return []
    const { sign, quantifier } = groups ?? {}
    if (depth === 0 && sign !== undefined) run.push(sign)
    else {
      // The sign before it may be missing.
      if (quantifier !== undefined && /^[*?]|^\{0/.test(quantifier)) run.pop()
      found.push([])
    }
    if (part === ')') depth--
  }
  // Greek and others have several small letters for one capital.
  const isSure = (text: string) => !flags.includes('i') || !/[^\p{Script=Han}\0-\x7f]/u.test(text)
  return found.flatMap((run) => (run.length > 1 && isSure(run.join('')) ? [run.join('')] : []))
}

/** An escape, a class, a quantifier, what else has a meaning, or a sign that means itself. */
const parts =
  /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|[pP]\{[^}]*\}|x[\da-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|.)|\[(?:\\.|[^\]\\])*\]|(?<quantifier>[*+?]\??|\{\d+(?:,\d*)?\}\??)|[|^$.()]|(?<sign>.)/gsu
