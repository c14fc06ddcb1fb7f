/** Runs people's regular expressions where they can be stopped: none hangs the search, however it is written. */
import { createContext, Script } from 'node:vm'

/** Start and end of each match that is not empty, in UTF-16 units. */
export type Matches = readonly (readonly [start: number, end: number])[]

/** What ran longer than it may. */
export class TooSlow extends Error {}

/** In ms of the clock for one page: an ordinary expression takes a hundredth. */
const longest = 1000

/** `source` and `flags` make an expression. Throws `TooSlow` after a second. */
export function matchesIn(
  texts: readonly string[],
  source: string,
  flags: string,
): readonly Matches[] {
  Object.assign(context, { texts, source, flags })
  try {
    const found: string = script.runInContext(context, { timeout: longest })
    return JSON.parse(found)
  } catch (error) {
    // An error of the other context is no `Error` of this one.
    const isTimeout =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    if (isTimeout) {
      throw new TooSlow(
        `the expression /${source}/ takes more than a second on a page and was stopped`,
      )
    }
    throw error
  } finally {
    Object.assign(context, { texts: [] })
  }
}

const script = new Script(`{
  const expression = new RegExp(source, flags + 'gu')
  JSON.stringify(texts.map((text) => [...text.matchAll(expression)]
    .filter((match) => match[0] !== '').map((match) => [match.index, match.index + match[0].length])))
}`)
const context = createContext({ texts: [], source: '', flags: '' })
