/** Where the names of a long and slowly changing list stand: a unit is searched again only for what changed in it. */
import type { Span } from '../../text/span.ts'
import { oncePer } from '../../values/once-per.ts'
import { type WordMatcher, wordMatcher } from '../../words/word-matcher.ts'
import type { Unit } from '../reading/recogniser.ts'
import { type History, type List, listHistories } from './list-history.ts'

export interface NameHit extends Span {
  readonly name: string
}

/**
 * The longest name of a list at each place of a unit, in order; hits may overlap. Remembered as long
 * as the unit and the list.
 */
type FindNames<Hit> = (names: List) => (unit: Unit) => readonly Hit[]

/**
 * `hitsIn` makes what is remembered of each hit in a unit; `undefined` for a hit that is none. `textOf` is where in a
 * unit the names are looked for.
 */
export function nameFinder<Hit extends Span>(
  hitsIn: (unit: Unit) => (hit: NameHit) => Hit | undefined,
  textOf: (unit: Unit) => string = ({ text }) => text,
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
      const text = textOf(unit)
      const hits =
        known === undefined || changed === undefined
          ? hitsEverywhere(text, matcher(), hitsIn(unit))
          : searchedAgain(known.hits, startsOf(changed, text), (starts) =>
              hitsAt(starts, text, matcher(), hitsIn(unit)),
            )
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

type HitOf<Hit> = (hit: NameHit) => Hit | undefined

function hitsEverywhere<Hit>(
  text: string,
  matcher: WordMatcher,
  hitOf: HitOf<Hit>,
): readonly Hit[] {
  const hits: Hit[] = []
  const search = { matcher, hitOf }
  for (let start = 0; start < text.length; start++) addHit(hits, start, text, search)
  return hits
}

function hitsAt<Hit>(
  starts: Iterable<number>,
  text: string,
  matcher: WordMatcher,
  hitOf: HitOf<Hit>,
): readonly Hit[] {
  const hits: Hit[] = []
  const search = { matcher, hitOf }
  for (const start of starts) addHit(hits, start, text, search)
  return hits
}

function addHit<Hit>(
  hits: Hit[],
  start: number,
  text: string,
  { matcher, hitOf }: { readonly matcher: WordMatcher; readonly hitOf: HitOf<Hit> },
): void {
  const length = matcher.longestAt(text, start)
  if (length === 0) return
  const end = start + length
  const hit = hitOf({ start, end, name: text.slice(start, end) })
  if (hit !== undefined) hits.push(hit)
}

/** `hits`, with those at `starts` searched for again. */
function searchedAgain<Hit extends Span>(
  hits: readonly Hit[],
  starts: ReadonlySet<number>,
  search: (starts: Iterable<number>) => readonly Hit[],
): readonly Hit[] {
  if (starts.size === 0) return hits
  const others = hits.filter(({ start }) => !starts.has(start))
  return [...others, ...search(starts)].sort((a, b) => a.start - b.start)
}

/** Where in the unit one of the names begins. */
function startsOf(names: readonly string[], text: string): ReadonlySet<number> {
  const starts = new Set<number>()
  for (const name of names) {
    if (name === '') continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) starts.add(at)
  }
  return starts
}
