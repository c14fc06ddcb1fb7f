/** Runs people's regular expressions where they can be stopped: none hangs the search, however it is written. */
import { createContext, Script } from 'node:vm'
import { t } from '../wording/messages.ts'

/** Start and end of each match that is not empty, in UTF-16 units. */
export type Matches = readonly (readonly [start: number, end: number])[]

/** An expression that ran longer than it may. The message is in the interface language. */
export class TooSlow extends Error {
  /** After so many ms. */
  constructor(source: string, longest: number) {
    const shown = `/${source}/`
    const seconds = longest / 1000
    super(t('the expression {0} takes more than {1} s on a page and was stopped', shown, seconds))
  }
}

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
      throw new TooSlow(source, longest)
    }
    throw error
  } finally {
    Object.assign(context, { texts: [] })
  }
}

/** A function, as text: it runs in another context or thread. */
export const matching = `((texts, source, flags) => {
  const expression = new RegExp(source, flags + 'gu')
  return texts.map((text) => [...text.matchAll(expression)]
    .filter((match) => match[0] !== '').map((match) => [match.index, match.index + match[0].length]))
})`
const script = new Script(`JSON.stringify(${matching}(texts, source, flags))`)
const context = createContext({ texts: [], source: '', flags: '' })
