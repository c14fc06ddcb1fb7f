/** Where names that people marked stand in a unit. */
import type { Span } from '../../text/span.ts'
import { printedText, type Unit } from '../reading/recogniser.ts'
import { wordsOf } from '../reading/words.ts'
import type { List } from '../spread/list-history.ts'
import { type NameHit, nameFinder } from '../spread/name-finder.ts'
import { isName } from './decisions.ts'

/**
 * The names of two lists, one of the corpus and one of the page, in order and apart: two lists, since
 * pages share the first, which is long.
 */
export function markedNameFinder(): (corpus: List, page: List) => (unit: Unit) => Hits {
  const findOfCorpus = nameFinder(wholeNames, printedText)
  const findOfPage = nameFinder(wholeNames, printedText)
  const merge = hitMerger()
  return (corpus, page) => {
    const ofCorpus = findOfCorpus(corpus)
    const ofPage = findOfPage(page)
    return (unit) => merge(unit, ofCorpus(unit), ofPage(unit))
  }
}

/** The name is what stands there: as a string of its own it would take as much again. */
export type Hits = readonly Span[]

/** `longest`, remembered for each unit. */
function hitMerger(): (unit: Unit, some: Hits, others: Hits) => Hits {
  const last = new WeakMap<Unit, { readonly from: readonly [Hits, Hits]; readonly hits: Hits }>()
  return (unit, some, others) => {
    const known = last.get(unit)
    if (known?.from[0] === some && known.from[1] === others) return known.hits
    const hits = longest(some, others)
    last.set(unit, { from: [some, others], hits })
    return hits
  }
}

/** The hits of both lists in order: of two that begin at one place the longer, none inside another. */
function longest(some: Hits, others: Hits): Hits {
  const all =
    others.length === 0
      ? some
      : [...some, ...others].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return all.filter((hit) => {
    if (hit.start < end) return false
    end = hit.end
    return true
  })
}

/**
 * 光明 is not found in 光明正大. A longer name is no part of another word by chance, and the segmenter may
 * cut it wrongly when it is new to it.
 */
function wholeNames(unit: Unit): (hit: NameHit) => Span | undefined {
  const { text } = unit
  const words = wordsOf(unit)
  return ({ start, end, name }) => {
    if (!isName(name)) return undefined
    const isWhole =
      name.length > 2 ||
      (words.isBoundary(start) && words.isBoundary(end)) ||
      isEnclosed(text, start, end)
    return isWhole ? { start, end } : undefined
  }
}

/** “富润”: its own marks are its boundaries. */
function isEnclosed(text: string, start: number, end: number): boolean {
  return /[“‘《(（]/.test(text.charAt(start - 1)) && /[”’》)）]/.test(text.charAt(end))
}
