/** Runs the pattern of a corpus.json over file names, so that no pattern can stop the server. */
import { createContext, Script } from 'node:vm'

type Groups = Readonly<Record<string, string | undefined>>

/** In ms of the clock, so that a busy machine does not count as a bad pattern: an ordinary one takes a thousandth. */
const limit = 250

/** By pattern, what was found in each name: a pattern is asked about the same names again and again. */
const known = new Map<string, Map<string, Groups | undefined>>()

/** Patterns that are no regular expressions, or ran away as `(a+)+$` does: they find nothing any more. */
const useless = new Set<string>()

/** The named groups that the pattern finds in a file name; `undefined` where it does not match. Total. */
export function matchFileName(pattern: string, name: string): Groups | undefined {
  if (useless.has(pattern)) return undefined
  const names = known.get(pattern) ?? new Map<string, Groups | undefined>()
  known.set(pattern, names)
  if (!names.has(name)) names.set(name, match(pattern, name))
  return names.get(name)
}

const script = new Script('new RegExp(pattern, "u").exec(name)?.groups')
const context = createContext({ pattern: '', name: '' })

/** A folder that is not trusted may bring any pattern. Only a script can be stopped while it matches. */
function match(pattern: string, name: string): Groups | undefined {
  try {
    Object.assign(context, { pattern, name })
    return script.runInContext(context, { timeout: limit })
  } catch {
    useless.add(pattern)
    return undefined
  }
}
