/** Runs the pattern of a corpus.json over file names, so that no pattern can stop the server. */
import { createContext, Script } from 'node:vm'

type Groups = Readonly<Record<string, string | undefined>>

/** The named groups that the pattern finds in a file name; `undefined` where it does not match. Total. */
export function matchFileName(pattern: string, name: string): Groups | undefined {
  matchFileNames(pattern, [name])
  return known.get(pattern)?.get(name)
}

/** Whether the pattern took too long over a name, as `(a+)+$` does: it finds nothing any more. */
export function isTooSlow(pattern: string | undefined): boolean {
  return pattern !== undefined && useless.has(pattern)
}

/** Matches many names in one go, which are remembered: one by one each takes as long as a thousand. */
export function matchFileNames(pattern: string, names: readonly string[]): void {
  if (useless.has(pattern)) return
  const found = known.get(pattern) ?? new Map<string, Groups | undefined>()
  known.set(pattern, found)
  const unknown = names.filter((name) => !found.has(name))
  for (let from = 0; from < unknown.length; from += together) {
    const some = unknown.slice(from, from + together)
    const groups = match(pattern, some)
    if (groups === undefined) return
    for (const [i, name] of some.entries()) found.set(name, groups[i])
  }
}

/** By pattern, what was found in each name: a pattern is asked about the same names again and again. */
const known = new Map<string, Map<string, Groups | undefined>>()

/** Patterns that are no regular expressions, or ran away. */
const useless = new Set<string>()

/** Names that are matched while the time is watched once. */
const together = 1000

/**
 * In ms of the clock, so that a busy machine does not count as a bad pattern: an ordinary one takes a hundredth.
 * Each pattern that ran away leaves less to the next ones, so that hundreds of them do not take a minute.
 */
const longest = 250
const shortest = 10

const script = new Script(
  '{ const expression = new RegExp(pattern, "u"); names.map((name) => expression.exec(name)?.groups) }',
)
const context = createContext({ pattern: '', names: [] })

/** A folder that is not trusted may bring any pattern. Only a script can be stopped while it matches. */
function match(
  pattern: string,
  names: readonly string[],
): readonly (Groups | undefined)[] | undefined {
  try {
    Object.assign(context, { pattern, names })
    const timeout = Math.max(shortest, Math.floor(longest / (useless.size + 1)))
    return script.runInContext(context, { timeout })
  } catch {
    useless.add(pattern)
    known.delete(pattern)
    return undefined
  }
}
