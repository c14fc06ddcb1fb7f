/** What two texts have in common: by lines first, then by characters in the lines that changed. */

import { firstIndex } from '../../values/sorted.ts'
import type { Span } from '../span.ts'
import type { Match } from './align.ts'
import { alignStrings, type Work } from './align.ts'

/**
 * The common runs of two texts, ascending and apart in both; no run begins or ends inside a
 * surrogate pair. Time is bounded: of two large texts without much in common, fewer runs are found.
 */
export function diffTexts(before: string, after: string): readonly Match[] {
  const work: Work = { left: 30_000_000 }
  const matches: Match[] = []
  const shift = (found: readonly Match[], old: number, fresh: number): void => {
    for (const one of found) {
      matches.push({ old: one.old + old, new: one.new + fresh, length: one.length })
    }
  }
  let old = 0
  let fresh = 0
  const gap = (oldEnd: number, newEnd: number): void => {
    const [a, b] = [before.slice(old, oldEnd), after.slice(fresh, newEnd)]
    if (a !== '' && b !== '') shift(alignStrings(a, b, 8, work), old, fresh)
  }
  for (const run of lineMatches(before, after, work)) {
    gap(run.old, run.new)
    matches.push(run)
    old = run.old + run.length
    fresh = run.new + run.length
  }
  gap(before.length, after.length)
  return wholeCharacters(withoutChance(adjoined(matches)), before)
}

/** Lines as one character each, so that the same alignment serves both. */
function lineMatches(before: string, after: string, work: Work): readonly Match[] {
  const numbers = new Map<string, number>()
  const encode = (lines: readonly string[]): string => {
    let code = ''
    for (const line of lines) {
      const number = numbers.get(line) ?? numbers.size
      numbers.set(line, number)
      code += String.fromCharCode(number)
    }
    return code
  }
  const [oldLines, newLines] = [linesOf(before), linesOf(after)]
  const [a, b] = [encode(oldLines), encode(newLines)]
  if (numbers.size > 0xffff) return []
  const [oldStarts, newStarts] = [startsOf(oldLines), startsOf(newLines)]
  return alignStrings(a, b, 1, work).map((run) => {
    const old = oldStarts[run.old] ?? 0
    const end = oldStarts[run.old + run.length] ?? before.length
    return { old, new: newStarts[run.new] ?? 0, length: end - old }
  })
}

/** Lines with their line break. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  let at = 0
  for (const line of lines) {
    at += line.length
    starts.push(at)
  }
  return starts
}

function adjoined(matches: readonly Match[]): Match[] {
  const joined: Match[] = []
  for (const one of matches) {
    const last = joined.at(-1)
    if (last !== undefined && last.old + last.length === one.old) {
      if (last.new + last.length === one.new) {
        joined[joined.length - 1] = { ...last, length: last.length + one.length }
        continue
      }
    }
    if (one.length > 0) joined.push(one)
  }
  return joined
}

/**
 * Without the runs that are there by chance: a `的` between two long replaced passages says nothing.
 * A run goes where it is not longer than what changed, on either side.
 */
function withoutChance(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = []
  for (const [i, one] of matches.entries()) {
    const next = matches[i + 1]
    while (kept.length > 0 && isChance(kept.at(-2), kept.at(-1), one)) kept.pop()
    if (next === undefined || !isChance(kept.at(-1), one, next)) kept.push(one)
  }
  return kept
}

function isChance(before: Match | undefined, one: Match | undefined, after: Match): boolean {
  if (one === undefined) return false
  const left = changedBetween(before ?? { old: 0, new: 0, length: 0 }, one)
  return one.length <= left && one.length <= changedBetween(one, after)
}

/** Units of the longer side between two runs. */
function changedBetween(a: Match, b: Match): number {
  return Math.max(b.old - a.old, b.new - a.new) - a.length
}

function wholeCharacters(matches: readonly Match[], before: string): readonly Match[] {
  return matches
    .map((one) => {
      const first = /^[\udc00-\udfff]/.test(before.charAt(one.old)) ? 1 : 0
      const last = /^[\ud800-\udbff]/.test(before.charAt(one.old + one.length - 1)) ? 1 : 0
      return { old: one.old + first, new: one.new + first, length: one.length - first - last }
    })
    .filter(({ length }) => length > 0)
}

/** Where a span of the old text is in the new one. */
export interface MappedSpan extends Span {
  /** UTF-16 units of the old span that are in the new one, unchanged. */
  readonly kept: number
  /** False where an edge lay inside a replaced passage, so that it is only about right. */
  readonly exact: boolean
}

/**
 * Text inserted at an edge stays outside; a passage replaced inside, or exactly from an edge on,
 * stays in. A span whose text is gone is empty.
 */
export function mapThrough(
  matches: readonly Match[],
  span: Span,
  ends: { readonly old: number; readonly new: number },
): MappedSpan {
  const start = mapEdge(matches, span.start, 'start', ends)
  const end = mapEdge(matches, span.end, 'end', ends)
  let kept = 0
  for (let i = firstBehind(matches, span.start); i < matches.length; i++) {
    const one = matches[i]
    if (one === undefined || one.old >= span.end) break
    kept += Math.min(span.end, one.old + one.length) - Math.max(span.start, one.old)
  }
  const exact = start.exact && end.exact
  return { start: start.at, end: Math.max(start.at, end.at), kept, exact }
}

function mapEdge(
  matches: readonly Match[],
  edge: number,
  side: 'start' | 'end',
  ends: { readonly old: number; readonly new: number },
): { readonly at: number; readonly exact: boolean } {
  // A start belongs to the character behind it, an end to the one before it.
  const index = firstBehind(matches, side === 'start' ? edge : edge - 1)
  const next = matches[index] ?? { old: ends.old, new: ends.new, length: 0 }
  const inside = side === 'start' ? next.old <= edge : next.old < edge
  if (inside && next.length > 0) return { at: next.new + edge - next.old, exact: true }
  const last = matches[index - 1] ?? { old: 0, new: 0, length: 0 }
  const gap = { old: last.old + last.length, new: last.new + last.length }
  if (edge === gap.old) return { at: gap.new, exact: true }
  if (edge === next.old) return { at: next.new, exact: true }
  // Character for character, where as many came as went: `者王` to `著汪`.
  if (next.old - gap.old === next.new - gap.new) {
    return { at: gap.new + edge - gap.old, exact: true }
  }
  return { at: side === 'start' ? next.new : gap.new, exact: false }
}

/** Index of the first run that ends behind the old `offset`. */
function firstBehind(matches: readonly Match[], offset: number): number {
  return firstIndex(matches.length, (middle) => {
    const one = matches[middle]
    return one === undefined || one.old + one.length > offset
  })
}
