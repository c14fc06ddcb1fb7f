/** Where the names of a long and slowly changing list stand: a unit is searched again only for what changed in it. */
import type { Span } from '../text/span.ts'
import { type WordMatcher, wordMatcher } from './lexicon.ts'
import { type History, type List, listHistories } from './list-history.ts'
import { oncePer } from './once-per.ts'
import type { Unit } from './recogniser.ts'

export interface NameHit extends Span {
  readonly name: string
}

/**
 * The longest name of a list at each place of a unit, in order; hits may overlap. Remembered as long
 * as the unit and the list.
 */
export type FindNames<Hit> = (names: List) => (unit: Unit) => readonly Hit[]

/** `hitsIn` makes what is remembered of each hit in a unit; `undefined` for a hit that is none. */
export function nameFinder<Hit>(
  hitsIn: (unit: Unit) => (hit: NameHit) => Hit | undefined,
): FindNames<Hit> {
  const historyOf = listHistories()
  const searchesOf = oncePer((history: History) => ({
    matcher: matcherFor(history),
    found: new WeakMap<Unit, { readonly version: number; readonly hits: readonly Hit[] }>(),
  }))
  return (names) => {
    const history = historyOf(names)
    const { matcher, found } = searchesOf(history)
    return (unit) => {
      const known = found.get(unit)
      const changed = known === undefined ? undefined : history.changedSince(known.version)
      if (known !== undefined && changed?.length === 0) return known.hits
      const hits =
        known !== undefined && changed?.every((name) => !unit.text.includes(name)) === true
          ? known.hits
          : search(unit, matcher(), hitsIn(unit))
      found.set(unit, { version: history.version, hits })
      return hits
    }
  }
}

/** Gives a matcher for the list as it is. */
function matcherFor(history: History): () => WordMatcher {
  let made: { readonly version: number; readonly matcher: WordMatcher } | undefined
  let more: { readonly version: number; readonly matcher: WordMatcher } | undefined
  return () => {
    const { list, version } = history
    const changed = made === undefined ? undefined : history.changedSince(made.version)
    if (made === undefined || changed === undefined || !changed.every((name) => list.has(name))) {
      made = { version, matcher: wordMatcher(list.keys()) }
      return made.matcher
    }
    if (changed.length === 0) return made.matcher
    // Building it anew for one name more costs more than looking twice.
    if (more?.version !== version) more = { version, matcher: wordMatcher(changed) }
    return eitherOf(made.matcher, more.matcher)
  }
}

function eitherOf(a: WordMatcher, b: WordMatcher): WordMatcher {
  return { longestAt: (text, at) => Math.max(a.longestAt(text, at), b.longestAt(text, at)) }
}

function search<Hit>(
  { text }: Unit,
  matcher: WordMatcher,
  hitOf: (hit: NameHit) => Hit | undefined,
): readonly Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < text.length; start++) {
    const length = matcher.longestAt(text, start)
    if (length === 0) continue
    const end = start + length
    const hit = hitOf({ start, end, name: text.slice(start, end) })
    if (hit !== undefined) hits.push(hit)
  }
  return hits
}
